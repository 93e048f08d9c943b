using System.Collections.Frozen;
using Microsoft.OData.Edm;

namespace Hsvo.OData;

/// <summary>A set of rows that can be queried.</summary>
public abstract class EntitySet
{
    private readonly List<EntityProperty> _properties = [];
    private readonly List<Navigation> _navigations = [];
    private FrozenDictionary<string, EntityProperty> _byName = FrozenDictionary<string, EntityProperty>.Empty;
    private FrozenDictionary<string, Navigation> _navigationsByName = FrozenDictionary<string, Navigation>.Empty;

    private protected EntitySet(string name, string typeName, string description) => (Name, TypeName, Description) = (name, typeName, description);

    /// <summary>The set's name.</summary>
    public string Name { get; }

    /// <summary>The entity type's name, without namespace.</summary>
    public string TypeName { get; }

    /// <summary>What a row is, in Swedish.</summary>
    public string Description { get; }

    /// <summary>At most so many rows on a page; null for no paging by the server.</summary>
    public int? PageSize { get; internal set; } = 1000;

    /// <summary>Whether the rows can be sorted by their key alone, ascending.</summary>
    public bool IsSortedByKeyAlone { get; internal set; }

    /// <summary>The names of the properties of the key.</summary>
    public IEnumerable<string> KeyNames => _properties.Where(p => p.IsKey).Select(p => p.Name);

    internal PlanCache Plans { get; } = new();

    internal IReadOnlyList<EntityProperty> Properties => _properties;

    internal IReadOnlyList<Navigation> Navigations => _navigations;

    internal IEdmModel Edm { get; private set; } = EdmCoreModel.Instance;

    internal EdmEntityType EdmType { get; private set; } = null!;

    internal EdmEntitySet EdmSet { get; private set; } = null!;

    internal bool IsSearchable => _properties.Exists(p => p.IsSearchable);

    internal EntityProperty PropertyNamed(string name) => _byName[name];

    internal Navigation NavigationNamed(string name) => _navigationsByName[name];

    internal void Describe(EdmModel model, EdmEntityContainer container, string modelNamespace)
    {
        EdmType = model.AddEntityType(modelNamespace, TypeName);
        foreach (var property in _properties)
        {
            property.Describe(model, modelNamespace, EdmType);
        }

        EdmType.AddKeys(_properties.Where(p => p.IsKey).Select(p => p.Edm));
        EdmSet = container.AddEntitySet(Name, EdmType);
    }

    internal void DescribeNavigations()
    {
        foreach (var navigation in _navigations)
        {
            navigation.Describe(this);
        }
    }

    internal void Seal(FeedModel model)
    {
        if (!_properties.Exists(p => p.IsKey))
        {
            throw new InvalidOperationException($"The set {Name} has no key.");
        }

        Edm = model.Edm;
        _byName = _properties.ToFrozenDictionary(p => p.Name, StringComparer.Ordinal);
        _navigationsByName = _navigations.ToFrozenDictionary(n => n.Name, StringComparer.Ordinal);
    }

    internal abstract QueryPlan Compile(QueryClauses clauses);

    internal abstract Query Bind(QueryPlan plan, QueryRequest request);

    private protected void Add(EntityProperty property) => _properties.Add(property);

    private protected void Add(Navigation navigation) => _navigations.Add(navigation);
}

/// <summary>A set of rows that can be queried.</summary>
/// <typeparam name="TRow">A row.</typeparam>
public sealed class EntitySet<TRow> : EntitySet
    where TRow : class
{
    internal EntitySet(string name, string typeName, string description)
        : base(name, typeName, description)
    {
    }

    internal IEnumerable<EntityProperty<TRow>> TypedProperties => Properties.Cast<EntityProperty<TRow>>();

    /// <summary>Prepares rows for being queried many times: sorted by key, each row's JSON made once. They must not change afterwards.</summary>
    /// <exception cref="ArgumentException">Two rows have the same key.</exception>
    public EntityRows<TRow> Rows(IEnumerable<TRow> rows) => new(this, rows);

    internal void Add(EntityProperty<TRow> property) => base.Add(property);

    internal void Add(Navigation<TRow> navigation) => base.Add(navigation);

    internal override QueryPlan Compile(QueryClauses clauses) => QueryPlan<TRow>.Compile(this, clauses);

    internal override Query Bind(QueryPlan plan, QueryRequest request) => new Query<TRow>(this, (QueryPlan<TRow>)plan, request);
}
