using System.Linq.Expressions;

namespace Hsvo.OData;

/// <summary>Adds what a set's rows have. Getters are expressions, so that filters compile to plain property reads.</summary>
/// <typeparam name="TRow">A row.</typeparam>
public sealed class EntitySetBuilder<TRow>
    where TRow : class
{
    internal EntitySetBuilder(EntitySet<TRow> set) => Set = set;

    /// <summary>The set; can be asked once the model is built.</summary>
    public EntitySet<TRow> Set { get; }

    /// <summary>Adds a property of the key. Several make a composite key, in the order they are added, which is also the order of the rows.</summary>
    public EntitySetBuilder<TRow> Key<T>(string name, Expression<Func<TRow, T>> value, string description, bool searchable = false)
    {
        Set.Add(new EntityProperty<TRow, T>(name, value, description) { IsKey = true, IsRequired = true, IsSearchable = searchable });
        return this;
    }

    /// <summary>
    /// Adds a property. <typeparamref name="T"/> gives its type: string, bool, int, long, double, decimal, Guid, DateOnly, TimeOnly, DateTimeOffset, an enum,
    /// or a nullable of these.
    /// </summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value.</param>
    /// <param name="description">What it says, in Swedish.</param>
    /// <param name="required">Of a string: it is never null. Of other types the type says so.</param>
    /// <param name="searchable">Of a string: <c>$search</c> looks in it.</param>
    public EntitySetBuilder<TRow> Property<T>(
        string name, Expression<Func<TRow, T>> value, string description, bool required = false, bool searchable = false)
    {
        Set.Add(new EntityProperty<TRow, T>(name, value, description) { IsRequired = required, IsSearchable = searchable });
        return this;
    }

    /// <summary>Adds a navigation to one row, or none.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="target">The set the row stands in.</param>
    /// <param name="value">The row, or null.</param>
    /// <param name="description">What it is, in Swedish.</param>
    /// <param name="foreignKey">The property that holds the target's key, for the referential constraint; null when none does.</param>
    public EntitySetBuilder<TRow> Navigation<TTarget>(
        string name, EntitySetBuilder<TTarget> target, Expression<Func<TRow, TTarget?>> value, string description, string? foreignKey = null)
        where TTarget : class
    {
        Set.Add(new SingleNavigation<TRow, TTarget>(name, target.Set, value, description, foreignKey));
        return this;
    }

    /// <summary>Adds a navigation to many rows.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="target">The set the rows stand in.</param>
    /// <param name="value">The rows; never null.</param>
    /// <param name="description">What they are, in Swedish.</param>
    /// <param name="contained">They live in their row alone, as Power BI's goals in a scorecard do.</param>
    public EntitySetBuilder<TRow> Navigations<TTarget>(
        string name, EntitySetBuilder<TTarget> target, Expression<Func<TRow, IReadOnlyList<TTarget>>> value, string description, bool contained = false)
        where TTarget : class
    {
        Set.Add(new ManyNavigation<TRow, TTarget>(name, target.Set, value, description, contained));
        return this;
    }

    /// <summary>At most so many rows on a page; 1,000 unless told. Null for no paging by the server.</summary>
    public EntitySetBuilder<TRow> PageSize(int? rows)
    {
        Set.PageSize = rows;
        return this;
    }

    /// <summary>The rows can be sorted by their key alone, ascending: they are streamed in its order. Any other <c>$orderby</c> is refused.</summary>
    public EntitySetBuilder<TRow> SortedByKeyAlone()
    {
        Set.IsSortedByKeyAlone = true;
        return this;
    }
}
