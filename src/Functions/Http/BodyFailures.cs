using Hsvo.Domain.Reports;
using Hsvo.UseCases;

namespace Hsvo.Functions.Http;

/// <summary>What is wrong with the fields of a body.</summary>
internal static class BodyFailures
{
    /// <summary>The faults of a body that is one object.</summary>
    public static Failure Of(string code, string swedish, string english, IEnumerable<FieldError> errors) =>
        new(FailureKind.Invalid, code, swedish, english) { Faults = [.. errors.Select(e => new Fault(e.Code, $"/{e.Field}", e.Swedish, e.English))] };
}
