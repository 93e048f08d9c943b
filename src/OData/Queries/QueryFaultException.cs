using Microsoft.OData;

namespace Hsvo.OData;

/// <summary>A fault found deep inside a query, after the parser. Never leaves <see cref="QueryOptions"/>.</summary>
/// <param name="swedish">What is wrong, in Swedish.</param>
/// <param name="english">The same in English.</param>
internal abstract class QueryFaultException(string swedish, string english) : Exception(english)
{
    public string Swedish { get; } = swedish;

    /// <summary>The query option at fault.</summary>
    public string Option { get; set; } = "";

    /// <summary>Reads a part of a query; what is wrong in it is the option's fault.</summary>
    public static T In<T>(string option, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (QueryFaultException e)
        {
            e.Option = option;
            throw;
        }
        catch (Exception e) when (e is not (ODataException or OutOfMemoryException))
        {
            // The parser has slips of many kinds, "$ref$count" and "1 in (" among them: the text is at fault all the same.
            throw new MalformedQueryException($"{option} går inte att läsa.", $"{option} can't be read.") { Option = option };
        }
    }
}

/// <summary>Something that OData has and this service doesn't.</summary>
/// <param name="swedish">What it is, in Swedish.</param>
/// <param name="english">The same in English.</param>
internal sealed class NotOfferedException(string swedish, string english) : QueryFaultException(swedish, english)
{
    /// <summary>Something whose name is the same in any language.</summary>
    public static NotOfferedException Of(string name) => new(name, name);
}

/// <summary>Something that the parser lets pass and that makes no sense.</summary>
/// <param name="swedish">What is wrong, in Swedish.</param>
/// <param name="english">The same in English.</param>
/// <param name="culprit">The text at fault, to find its position by.</param>
internal sealed class MalformedQueryException(string swedish, string english, string? culprit = null) : QueryFaultException(swedish, english)
{
    public string? Culprit { get; } = culprit;
}
