using System.Linq.Expressions;
using System.Text.Json;
using Microsoft.OData.Edm;

namespace Hsvo.OData;

/// <summary>A way from a row to others.</summary>
internal abstract class Navigation(string name, EntitySet target, string description)
{
    public string Name { get; } = name;

    public EntitySet Target { get; } = target;

    public string Description { get; } = description;

    public JsonEncodedText JsonName { get; } = JsonEncodedText.Encode(name);

    public JsonEncodedText JsonCountName { get; } = JsonEncodedText.Encode($"{name}@odata.count");

    public IEdmNavigationProperty Edm { get; private set; } = null!;

    public abstract bool IsCollection { get; }

    public abstract LambdaExpression Getter { get; }

    protected virtual bool IsContained => false;

    protected virtual string? ForeignKey => null;

    public void Describe(EntitySet source)
    {
        var foreignKey = ForeignKey is { } key ? source.Properties.Single(p => p.Name == key).Edm : null;
        var info = new EdmNavigationPropertyInfo
        {
            Name = Name,
            Target = Target.EdmType,

            // A key that is always there is always somebody's (OData CSDL XML 4.01, 8.5).
            TargetMultiplicity = IsCollection ? EdmMultiplicity.Many : foreignKey is { Type.IsNullable: false } ? EdmMultiplicity.One : EdmMultiplicity.ZeroOrOne,
            ContainsTarget = IsContained,
        };
        if (foreignKey is not null)
        {
            info.DependentProperties = [foreignKey];
            info.PrincipalProperties = [Target.Properties.Single(p => p.IsKey).Edm];
        }

        Edm = source.EdmType.AddUnidirectionalNavigation(info);
        if (!IsContained)
        {
            source.EdmSet.AddNavigationTarget(Edm, Target.EdmSet);
        }
    }
}

internal abstract class Navigation<TRow>(string name, EntitySet target, string description) : Navigation(name, target, description)
{
    /// <summary>The rows at the other end: one at most of a navigation to one.</summary>
    public abstract EntityRows RowsFrom(TRow row);

    /// <summary>Writes what is expanded, with its name.</summary>
    public abstract void Write(Utf8JsonWriter json, TRow row, QueryPlan plan);
}

internal sealed class SingleNavigation<TRow, TTarget>(
    string name, EntitySet<TTarget> target, Expression<Func<TRow, TTarget?>> getter, string description, string? foreignKey)
    : Navigation<TRow>(name, target, description)
    where TTarget : class
{
    private readonly Func<TRow, TTarget?> _read = getter.Compile();

    public override bool IsCollection => false;

    public override LambdaExpression Getter => getter;

    protected override string? ForeignKey => foreignKey;

    public override EntityRows RowsFrom(TRow row) => target.Rows(_read(row) is { } found ? [found] : []);

    public override void Write(Utf8JsonWriter json, TRow row, QueryPlan plan)
    {
        json.WritePropertyName(JsonName);
        if (_read(row) is { } target)
        {
            ((QueryPlan<TTarget>)plan).Write(json, target);
        }
        else
        {
            json.WriteNullValue();
        }
    }
}

internal sealed class ManyNavigation<TRow, TTarget>(
    string name, EntitySet<TTarget> target, Expression<Func<TRow, IReadOnlyList<TTarget>>> getter, string description, bool isContained)
    : Navigation<TRow>(name, target, description)
    where TTarget : class
{
    private readonly Func<TRow, IReadOnlyList<TTarget>> _read = getter.Compile();

    public override bool IsCollection => true;

    public override LambdaExpression Getter => getter;

    protected override bool IsContained => isContained;

    public override EntityRows RowsFrom(TRow row) => target.Rows(_read(row));

    public override void Write(Utf8JsonWriter json, TRow row, QueryPlan plan)
    {
        var (rows, count) = ((QueryPlan<TTarget>)plan).Nested(_read(row));
        if (count is { } number)
        {
            json.WriteNumber(JsonCountName, number);
        }

        json.WriteStartArray(JsonName);
        foreach (var target in rows)
        {
            ((QueryPlan<TTarget>)plan).Write(json, target);
        }

        json.WriteEndArray();
    }
}
