using System.Linq.Expressions;
using System.Text.Json;
using Microsoft.OData.Edm;

namespace Hsvo.OData;

/// <summary>A property of an entity type, with how it is read from a row.</summary>
internal abstract class EntityProperty(string name, string description)
{
    public string Name { get; } = name;

    public string Description { get; } = description;

    public JsonEncodedText JsonName { get; } = JsonEncodedText.Encode(name);

    public bool IsKey { get; init; }

    public bool IsRequired { get; init; }

    public bool IsSearchable { get; init; }

    public IEdmStructuralProperty Edm { get; private set; } = null!;

    /// <summary>Reads the value from a row.</summary>
    public abstract LambdaExpression Getter { get; }

    protected abstract Type ValueType { get; }

    public void Describe(EdmModel model, string modelNamespace, EdmEntityType type)
    {
        var nullable = !IsKey && !IsRequired && (!ValueType.IsValueType || Nullable.GetUnderlyingType(ValueType) is not null);
        Edm = type.AddStructuralProperty(Name, EdmTypes.ReferenceOf(model, modelNamespace, ValueType, nullable));
    }
}

internal abstract class EntityProperty<TRow>(string name, string description) : EntityProperty(name, description)
{
    public abstract void Write(Utf8JsonWriter json, TRow row);

    public abstract SortKey<TRow> SortedBy(bool isDescending);
}

internal sealed class EntityProperty<TRow, T>(string name, Expression<Func<TRow, T>> getter, string description) : EntityProperty<TRow>(name, description)
{
    private readonly Func<TRow, T> _read = getter.Compile();
    private readonly Action<Utf8JsonWriter, T> _write = JsonValues.WriterOf<T>();

    public override LambdaExpression Getter => getter;

    protected override Type ValueType => typeof(T);

    public override void Write(Utf8JsonWriter json, TRow row) => _write(json, _read(row));

    public override SortKey<TRow> SortedBy(bool isDescending) => new SortKey<TRow, T>(_read, isDescending);
}
