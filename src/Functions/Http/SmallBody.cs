using Hsvo.Domain.Reports;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;

namespace Hsvo.Functions.Http;

/// <summary>What is said when a body's fields are wrong.</summary>
/// <param name="Code">The code, "meeting.invalid".</param>
/// <param name="Swedish">In Swedish.</param>
/// <param name="English">In English.</param>
internal sealed record Refusal(string Code, string Swedish, string English);

/// <summary>
/// Reads a body that is one object with few fields, the one way for all of them: first every field of the wrong type, then the fields nobody asked
/// for, then those that are missing.
/// </summary>
internal static class SmallBody
{
    /// <summary>Reads it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="refused">What is said when fields are wrong.</param>
    /// <param name="read">Makes what is asked for of the fields; what it makes of a wrong or missing one is thrown away.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public static async Task<Outcome<T>> ReadAsync<T>(HttpRequest request, Refusal refused, Func<JsonFields, T> read, CancellationToken cancellationToken)
        where T : class
    {
        if (!(await JsonBody.ReadAsync(request, cancellationToken)).Succeeded(out var body, out var failure))
        {
            return failure;
        }

        using (body)
        {
            var errors = new List<FieldError>();
            var fields = new JsonFields(body.RootElement, errors);
            var value = read(fields);
            fields.Close();
            return errors.Count > 0 ? BodyFailures.Of(refused, errors) : value;
        }
    }
}
