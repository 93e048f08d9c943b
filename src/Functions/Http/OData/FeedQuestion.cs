using System.Globalization;
using Hsvo.Domain.Reports;
using Hsvo.Functions.Mapping.OData;
using Hsvo.OData;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Hsvo.Functions.Http.OData;

/// <summary>Reads what a request asks of the feed, and says what is wrong with it in the door's words.</summary>
internal static class FeedQuestion
{
    private static readonly string[] Known =
        ["$filter", "$select", "$expand", "$orderby", "$top", "$skip", "$count", "$search", "$format", "$skiptoken", "$apply", "$compute"];

    /// <summary>Reads what an address below the feed's root names.</summary>
    public static Outcome<FeedPath> ReadPath(string path) =>
        FeedPath.TryParse(FeedSchema.Model, path, out var found, out var error) ? found : ToFailure(error);

    /// <summary>Reads the query options.</summary>
    /// <param name="request">The request.</param>
    /// <param name="path">What is asked.</param>
    public static Outcome<Query> ReadOptions(HttpRequest request, FeedPath path) =>
        QueryOptions.TryParse(path, OptionsOf(request), out var query, out var error) ? query : ToFailure(error);

    /// <summary>Reads the options of the service document: which form of it is wanted, null for what Accept says.</summary>
    public static Outcome<FormAsked> ReadServiceOptions(HttpRequest request) =>
        QueryOptions.TryParseServiceDocument(OptionsOf(request), out var metadata, out var error) ? new FormAsked(metadata) : ToFailure(error);

    /// <summary>What is wrong with the options of the metadata document; null when nothing is.</summary>
    public static Failure? MetadataFault(HttpRequest request) => QueryOptions.TryParseMetadataDocument(OptionsOf(request), out var error) ? null : ToFailure(error);

    /// <summary>That an address names a row that isn't there.</summary>
    public static Failure Missing(FeedPath path) => path.Source is null
        ? new(FailureKind.NotFound, "key.unknown", $"{path.Set.Name} har ingen rad med den nyckeln.", $"{path.Set.Name} has no row with that key.")
        : new(FailureKind.NotFound, "key.unknown", "Adressen går genom en rad som inte finns.", "The address goes by a row that isn't there.");

    // As they came: one that stands twice is to be seen, and two that differ in case are two.
    private static List<KeyValuePair<string, string>> OptionsOf(HttpRequest request)
    {
        var options = new List<KeyValuePair<string, string>>();
        foreach (var option in new QueryStringEnumerable(request.QueryString.Value))
        {
            options.Add(new(option.DecodeName().ToString(), option.DecodeValue().ToString()));
        }

        return options;
    }

    private static Failure ToFailure(QueryError error)
    {
        if (error.Kind == QueryErrorKind.NotFound)
        {
            return new(FailureKind.NotFound, "path.unknown", error.Swedish, error.English);
        }

        var isKnown = error.Kind == QueryErrorKind.NotSupported;
        return new(
            isKnown ? FailureKind.NotSupported : FailureKind.Malformed,
            isKnown ? "query.notSupported" : "query.invalid",
            isKnown ? "Flödet kan inte svara på det." : "Frågan kan inte besvaras som den är ställd.",
            isKnown ? "The feed can't answer that." : "The query can't be answered as asked.")
        {
            Faults = [new(CodeOf(error.Option), Excerpt.Of(error.Option ?? "path"), error.Swedish + At(error, "tecken"), error.English + At(error, "character"))],
        };
    }

    private static string CodeOf(string? option) => option is null ? "path" : Known.Contains(option) ? $"query.{option[1..]}" : "query.unknown";

    private static string At(QueryError error, string word) =>
        error.Position is { } at ? string.Create(CultureInfo.InvariantCulture, $" ({word} {at + 1})") : "";
}

/// <summary>Which form of an answer <c>$format</c> asks for.</summary>
/// <param name="Metadata">How much is to be told about the data; null when it doesn't say.</param>
internal sealed record FormAsked(MetadataLevel? Metadata);
