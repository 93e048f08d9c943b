using Hsvo.OData;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Hsvo.Functions.Http.OData;

/// <summary>
/// Which form of JSON a client wants, by the quality that it gives each media type (RFC 9110, 12.5.1). Power Query names six, Atom among them; JSON is all
/// there is.
/// </summary>
internal static class FeedFormat
{
    /// <summary>The form that Accept likes best; null when it takes none.</summary>
    public static MetadataLevel? LevelOf(HttpRequest request)
    {
        var ranges = request.GetTypedHeaders().Accept;
        return ranges.Count == 0
            ? MetadataLevel.Minimal
            : ranges.Where(r => r.Quality is not 0).OrderByDescending(r => r.Quality ?? 1).Select(LevelOf).FirstOrDefault(l => l is not null);
    }

    /// <summary>406, naming what there is.</summary>
    public static IResult NotAcceptable() => FailureResult.Of(
        new(FailureKind.Malformed, "accept.none", "Flödet finns bara som JSON.", "The feed is there in JSON alone.")
        {
            Faults = [new("accept.none", "Accept", "Ange application/json;odata.metadata=minimal.", "Name application/json;odata.metadata=minimal.")],
        },
        StatusCodes.Status406NotAcceptable);

    /// <summary>The media type of an answer.</summary>
    public static string ContentTypeOf(MetadataLevel level) =>
        level == MetadataLevel.Minimal ? FeedHeaders.Minimal : "application/json;odata.metadata=none;charset=utf-8";

    private static MetadataLevel? LevelOf(MediaTypeHeaderValue range)
    {
        if (range.MatchesAllTypes || (range.MatchesAllSubTypes && range.Type.Equals("application", StringComparison.OrdinalIgnoreCase)))
        {
            return MetadataLevel.Minimal;
        }

        // The older name is of OData 3, which Power Query still sends; streaming, charset and number formats change nothing here.
        var level = range.Parameters.FirstOrDefault(p =>
            p.Name.Equals("odata.metadata", StringComparison.OrdinalIgnoreCase) || p.Name.Equals("odata", StringComparison.OrdinalIgnoreCase))?.Value.ToString();
        return !range.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase) ? null : level?.ToLowerInvariant() switch
        {
            null or "minimal" or "minimalmetadata" => MetadataLevel.Minimal,
            "none" or "nometadata" => MetadataLevel.None,
            _ => null,
        };
    }
}
