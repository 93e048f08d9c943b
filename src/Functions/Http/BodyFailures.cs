using Hsvo.Domain.Reports;
using Hsvo.UseCases;

namespace Hsvo.Functions.Http;

/// <summary>What is wrong with the fields of a body.</summary>
internal static class BodyFailures
{
    /// <summary>The faults of a body that is one object.</summary>
    public static Failure Of(Refusal refused, IEnumerable<FieldError> errors) =>
        new(FailureKind.Invalid, refused.Code, refused.Swedish, refused.English) { Faults = [.. errors.Select(e => new Fault(e.Code, $"/{e.Field}", e.Swedish, e.English))] };

    /// <summary>Adds a fault for a field that must be there and isn't; one of the wrong type has its fault already.</summary>
    public static void Require<T>(T? value, string field, ICollection<FieldError> errors)
    {
        if (value is null && errors.All(e => e.Field != field))
        {
            errors.Add(new("field.required", field, $"Fältet {field} behövs.", $"The field {field} is needed."));
        }
    }
}
