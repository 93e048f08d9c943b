namespace Hsvo.OData;

/// <summary>Something that OData has and this service doesn't, found deep inside a query. Never leaves <see cref="QueryOptions"/>.</summary>
/// <param name="swedish">What it is, in Swedish.</param>
/// <param name="english">The same in English.</param>
internal sealed class NotOfferedException(string swedish, string english) : Exception(english)
{
    public string Swedish { get; } = swedish;

    /// <summary>Something whose name is the same in any language.</summary>
    public static NotOfferedException Of(string name) => new(name, name);
}
