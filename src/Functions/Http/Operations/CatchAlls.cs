using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Hsvo.Functions.Http.Operations;

/// <summary>
/// What every catch-all answers, in its door's own shape: the host itself would give an empty 404. The host asks functions in the order of their names and
/// takes the first whose route fits, so theirs begin with a Z, and the one for all addresses is the last.
/// </summary>
internal static class CatchAlls
{
    private static readonly Failure Unknown = new(FailureKind.NotFound, "path.unknown", "Adressen finns inte.", "There is no such address.");

    /// <summary>
    /// What the operation answers that the address means; else what the door has to say of it; else 405 where it is known by other methods (RFC 9110,
    /// 15.5.6), else 404.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="notOffered">What the door says of an address that it knows of and doesn't offer; null where there are none.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public static async Task<IResult> AnswerAsync(HttpRequest request, Func<HttpRequest, Failure?>? notOffered, CancellationToken cancellationToken)
    {
        if (request.HttpContext.Features.Get<ServedOperation>() is { } served)
        {
            return await served.Operation.RunAsync(request, served.Values, cancellationToken);
        }

        if (notOffered?.Invoke(request) is { } failure)
        {
            return FailureResult.Of(failure);
        }

        if (OperationTable.Of(request.Path).MethodsOf(request.Path) is not { Count: > 0 } methods)
        {
            return FailureResult.Of(Unknown);
        }

        var allowed = string.Join(", ", methods);
        request.HttpContext.Response.Headers[HeaderNames.Allow] = allowed;
        return FailureResult.Of(
            new(FailureKind.NotFound, "method.notAllowed", $"Adressen finns, men inte med den här metoden utan med {allowed}.",
                $"The address is there, not with this method but with {allowed}."),
            StatusCodes.Status405MethodNotAllowed);
    }
}
