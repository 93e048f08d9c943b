using Hsvo.Functions.Http.Operations;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;

namespace Hsvo.Functions.Http.PowerBI;

/// <summary>The operations of Power BI's API that are known and not offered: an honest 501 instead of a 404 that sends people looking for their mistake.</summary>
internal static class NotOffered
{
    private static readonly Lazy<(string Method, RouteTemplate Template)[]> Operations = new(() => []);

    /// <summary>What to say of a request for one of them; null when it is for none.</summary>
    public static Failure? Find(HttpRequest request) =>
        Operations.Value.Any(o => o.Method == request.Method && o.Template.Match(request.Path.Value ?? "") is not null)
            ? new(FailureKind.NotSupported, "operation.notOffered",
                "Power BI har den här funktionen, men den erbjuds inte här.", "Power BI has this operation, but it isn't offered here.")
            : null;
}
