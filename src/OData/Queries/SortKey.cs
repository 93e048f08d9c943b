namespace Hsvo.OData;

/// <summary>One of the things rows are sorted by. Null is lower than any value (OData URL Conventions 4.01, 5.1.5); text goes by its code units, as in filters.</summary>
internal abstract class SortKey<TRow>
{
    public abstract Type ValueType { get; }

    public abstract object? ValueOf(TRow row);

    public abstract int Compare(TRow x, TRow y);

    public abstract int CompareWith(TRow row, object? value);
}

internal sealed class SortKey<TRow, T>(Func<TRow, T> read, bool isDescending) : SortKey<TRow>
{
    private static readonly IComparer<T> Comparer = typeof(T) == typeof(string) ? (IComparer<T>)(object)StringComparer.Ordinal : Comparer<T>.Default;

    public override Type ValueType => typeof(T);

    public override object? ValueOf(TRow row) => read(row);

    public override int Compare(TRow x, TRow y) => isDescending ? Comparer.Compare(read(y), read(x)) : Comparer.Compare(read(x), read(y));

    public override int CompareWith(TRow row, object? value) =>
        isDescending ? Comparer.Compare((T)value!, read(row)) : Comparer.Compare(read(row), (T)value!);
}
