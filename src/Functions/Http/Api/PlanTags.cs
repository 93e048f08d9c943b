using System.Globalization;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Microsoft.AspNetCore.Http;

namespace Hsvo.Functions.Http.Api;

/// <summary>A plan's entity tag: its version, "3". An import sends it back as If-Match, so that no coordinator writes over another's change unseen.</summary>
internal static class PlanTags
{
    public static string Of(Plan plan) => string.Create(CultureInfo.InvariantCulture, $"\"{plan.Version}\"");

    /// <summary>The versions that If-Match names; null without one. A tag of another form is no version of any plan.</summary>
    public static IReadOnlyCollection<int>? IfMatch(HttpRequest request, ICollection<FieldError> faults)
    {
        if (request.Headers.IfMatch.Count == 0)
        {
            return null;
        }

        var tags = request.GetTypedHeaders().IfMatch;
        if (tags.Count == 0 || tags.Any(t => t.Tag == "*"))
        {
            faults.Add(new("ifMatch.form", "If-Match", "Skriv planens entitetstagg, till exempel \"3\".", "Send the plan's entity tag, \"3\" for one."));
            return null;
        }

        return [.. tags.Where(t => !t.IsWeak).Select(t => int.TryParse(t.Tag.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : -1)];
    }
}
