using Hsvo.UseCases;
using Hsvo.UseCases.Papers;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Hsvo.Functions.Http;

/// <summary>Which of a paper's files a client wants (RFC 9110, 12.5.1), by the framework's own reading of Accept.</summary>
internal static class Acceptable
{
    /// <summary>The file that Accept likes best, and of equally liked ones the first; null when it takes none.</summary>
    public static PaperFile? Of(HttpRequest request, IReadOnlyList<PaperFile> files)
    {
        if (request.Headers.Accept.Count == 0)
        {
            return files[0];
        }

        var ranges = request.GetTypedHeaders().Accept;
        return files.Select(f => (File: f, Quality: QualityOf(ranges, MediaTypeHeaderValue.Parse(f.ContentType))))
            .Where(f => f.Quality > 0).OrderByDescending(f => f.Quality).Select(f => f.File).FirstOrDefault();
    }

    /// <summary>406, naming the types there are.</summary>
    public static IResult None(IReadOnlyList<PaperFile> files)
    {
        var types = string.Join(", ", files.Select(f => MediaTypeHeaderValue.Parse(f.ContentType).MediaType));
        var failure = new Failure(FailureKind.Malformed, "accept.none",
            $"Sammanställningen finns inte i någon form som Accept tar emot; formerna är: {types}.", $"The paper isn't there in any form that Accept takes; there are: {types}.")
        {
            Faults = [new("accept.none", "Accept", $"Ange en av: {types}.", $"Name one of: {types}.")],
        };
        return FailureResult.Of(failure, StatusCodes.Status406NotAcceptable);
    }

    // The most exact of the ranges that cover a type says how much it is wanted: "text/html;q=0, */*" wants no HTML.
    private static double QualityOf(IList<MediaTypeHeaderValue> ranges, MediaTypeHeaderValue type) =>
        ranges.Where(type.IsSubsetOf).OrderByDescending(Exactness).Select(r => r.Quality ?? 1).FirstOrDefault();

    private static int Exactness(MediaTypeHeaderValue range) =>
        range.MatchesAllTypes ? 0 : range.MatchesAllSubTypes ? 1 : 2 + range.Parameters.Count(p => !p.Name.Equals("q", StringComparison.OrdinalIgnoreCase));
}
