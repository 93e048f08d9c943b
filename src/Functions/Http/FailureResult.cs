using System.Globalization;
using System.Text.Json;
using Hsvo.Contracts.Api;
using Hsvo.Contracts.OData;
using Hsvo.Contracts.PowerBI;
using Hsvo.Functions.Http.OData;
using Hsvo.Functions.Mapping;
using Hsvo.Functions.Pages;
using Hsvo.Functions.Pages.Forms;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Hsvo.Functions.Http;

/// <summary>The one place where an expected failure becomes HTTP, in the shape of the door it came through.</summary>
internal sealed class FailureResult : IResult
{
    private readonly Failure _failure;
    private readonly int _status;

    private FailureResult(Failure failure, int status) => (_failure, _status) = (failure, status);

    /// <summary>A failure with the status of its kind.</summary>
    public static FailureResult Of(Failure failure) => new(failure, StatusOf(failure.Kind));

    /// <summary>A failure with a status that only the edge knows of.</summary>
    public static FailureResult Of(Failure failure, int status) => new(failure, status);

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        // Before it is answered: what was refused is kept by then, or said in the log.
        // A form that has grown old is of somebody who may.
        if (_status is StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden && _failure != FormFailures.Token && httpContext.Features.Get<AuditMiddleware>() is { } audit)
        {
            await audit.KeepRefusalAsync(httpContext, _failure, _status);
        }

        httpContext.Response.StatusCode = _status;
        httpContext.Features.Set(_failure);
        if (_failure.RetryAfter is { } wait)
        {
            httpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        var path = httpContext.Request.Path;
        if (PageAddresses.Include(path))
        {
            await (await PageAsync(httpContext)).ExecuteAsync(httpContext);
            return;
        }

        if (path.StartsWithSegments("/odata", StringComparison.OrdinalIgnoreCase))
        {
            FeedHeaders.AddVersion(httpContext.Response);
            await WriteAsync(httpContext, ODataShape(), Json.PowerBI, FeedHeaders.Minimal);
            return;
        }

        await (path.StartsWithSegments("/v1.0", StringComparison.OrdinalIgnoreCase)
            ? WriteAsync(httpContext, PowerBIShape(), Json.PowerBI, "application/json; charset=utf-8")
            : WriteAsync(httpContext, ApiShape(httpContext), Json.Api, "application/problem+json; charset=utf-8"));
    }

    private static int StatusOf(FailureKind kind) => kind switch
    {
        FailureKind.Malformed => StatusCodes.Status400BadRequest,
        FailureKind.Forbidden => StatusCodes.Status403Forbidden,
        FailureKind.NotFound => StatusCodes.Status404NotFound,
        FailureKind.Conflict => StatusCodes.Status409Conflict,
        FailureKind.PreconditionFailed => StatusCodes.Status412PreconditionFailed,
        FailureKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
        FailureKind.UnsupportedMediaType => StatusCodes.Status415UnsupportedMediaType,
        FailureKind.Invalid => StatusCodes.Status422UnprocessableEntity,
        FailureKind.TooManyRequests => StatusCodes.Status429TooManyRequests,
        FailureKind.NotSupported => StatusCodes.Status501NotImplemented,
        FailureKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static Task WriteAsync<T>(HttpContext http, T body, JsonSerializerOptions json, string contentType) =>
        http.Response.WriteAsJsonAsync(body, json, contentType, http.RequestAborted);

    private async Task<IResult> PageAsync(HttpContext http) => await http.RequestServices.GetRequiredService<PageRenderer>().AnswerAsync<FailurePage>(
        PageContext.Of(http.Request),
        new()
        {
            [nameof(FailurePage.Failure)] = _failure,
            [nameof(FailurePage.Status)] = _status,
            [nameof(FailurePage.RequestId)] = RequestIds.Of(http),
            [nameof(FailurePage.Unsent)] = await UnsentOfAsync(http),
        },
        _status);

    // What was typed would be taken once its sender has signed in anew, the minute is over, or storage is back; or with the token that it is given here.
    private async Task<IFormCollection?> UnsentOfAsync(HttpContext http) => _failure == FormFailures.Mispaired
        ? http.RequestServices.GetRequiredService<PageForms>().Renew(http.Request)
        : _status is StatusCodes.Status401Unauthorized or StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable && HttpMethods.IsPost(http.Request.Method)
            ? await http.RequestServices.GetRequiredService<PageForms>().ReadUnsentAsync(http.Request, http.RequestAborted)
            : null;

    private ProblemDocument ApiShape(HttpContext http) => new()
    {
        Type = $"urn:hsvo:problem:{_failure.Code}",
        Title = _failure.Swedish,
        Status = _status,
        Detail = _failure.English,
        Instance = http.Request.Path.HasValue ? http.Request.Path.ToUriComponent() : "/",
        Code = _failure.Code,
        RequestId = RequestIds.Of(http),
        Errors = [.. _failure.Faults.Select(f => new ProblemFault(f.Code, f.Pointer, new(f.Swedish, f.English)))],
        StoredRows = _status == StatusCodes.Status503ServiceUnavailable || _failure.StoredRows.Count > 0 ? _failure.StoredRows : null,
        Conflicts = _failure.Conflicts.Count > 0 ? [.. _failure.Conflicts.Select(ReportMapping.ToDocument)] : null,
    };

    // Power Query prints the message, so it carries the first fault too.
    private ErrorAnswer ODataShape()
    {
        var first = _failure.Faults.Count > 0 ? $" {_failure.Faults[0].Swedish} / {_failure.Faults[0].English}" : "";
        return new(new(
            _failure.Code,
            $"{_failure.Swedish} / {_failure.English}{first}",
            _failure.Faults.Count == 1 ? _failure.Faults[0].Pointer : null,
            _failure.Faults.Count == 0 ? null : [.. _failure.Faults.Select(f => new ErrorFault(f.Code, $"{f.Swedish} / {f.English}", f.Pointer))]));
    }

    // Power BI's clients print the message and little else, so it carries the first fault too. The code on top is Power BI's, of which there are few: which
    // failure it is stands in the details.
    private ErrorEnvelope PowerBIShape()
    {
        var first = _failure.Faults.Count > 0 ? $" {_failure.Faults[0].Swedish} / {_failure.Faults[0].English}" : "";
        return new(new(
            PowerBICode(),
            $"{_failure.Swedish} / {_failure.English}{first}",
            _failure.Faults.Count == 0
                ? [new(_failure.Code, $"{_failure.Swedish} / {_failure.English}", Target: null)]
                : [.. _failure.Faults.Select(f => new ErrorDetail(f.Code, $"{f.Swedish} / {f.English}", f.Pointer.TrimStart('/')))]));
    }

    private string PowerBICode() => _status switch
    {
        StatusCodes.Status401Unauthorized => _failure == SignInFailures.TokenRefused ? "TokenExpired" : "Unauthorized",
        StatusCodes.Status403Forbidden => "PowerBINotAuthorizedException",
        StatusCodes.Status404NotFound => "PowerBIEntityNotFound",
        StatusCodes.Status405MethodNotAllowed => "MethodNotAllowed",
        StatusCodes.Status409Conflict => "Conflict",
        StatusCodes.Status412PreconditionFailed => "PreconditionFailed",
        StatusCodes.Status413PayloadTooLarge => "RequestEntityTooLarge",
        StatusCodes.Status415UnsupportedMediaType => "UnsupportedMediaType",
        StatusCodes.Status429TooManyRequests => "TooManyRequests",
        StatusCodes.Status500InternalServerError => "InternalServerError",
        StatusCodes.Status501NotImplemented => "NotImplemented",
        StatusCodes.Status503ServiceUnavailable => "ServiceUnavailable",
        _ => "BadRequest",
    };
}
