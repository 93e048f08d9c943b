using Hsvo.Domain.Reports;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;

namespace Hsvo.Functions.Http;

/// <summary>Reads the header Idempotency-Key.</summary>
internal static class IdempotencyKeys
{
    /// <summary>The header.</summary>
    public const string Header = "Idempotency-Key";

    /// <summary>The key; null when none was sent, or one that is none, and then with a fault.</summary>
    public static string? Read(HttpRequest request, ICollection<FieldError> errors)
    {
        var sent = request.Headers[Header];
        if (sent.Count == 0)
        {
            return null;
        }

        if (sent is [{ Length: > 0 and <= SubmitReports.MaxIdempotencyKey } key])
        {
            return key;
        }

        errors.Add(new("idempotency.key", Header, $"Nyckeln ska vara 1 till {SubmitReports.MaxIdempotencyKey} tecken, en gång.",
            $"The key must be 1 to {SubmitReports.MaxIdempotencyKey} characters, once."));
        return null;
    }
}
