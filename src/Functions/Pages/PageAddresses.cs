using System.Collections.Frozen;
using System.Reflection;
using Hsvo.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Pages;

/// <summary>Which addresses are pages': the first page, and whatever begins with the same segment as a function with <see cref="PageAttribute"/>.</summary>
internal static class PageAddresses
{
    private static readonly FrozenSet<string> FirstSegments = FunctionAttributes.Methods
        .Where(m => m.IsDefined(typeof(PageAttribute)))
        .Select(m => m.GetParameters().Select(p => p.GetCustomAttribute<HttpTriggerAttribute>()?.Route).OfType<string>().Single())
        .Select(r => r.StartsWith('{') ? "" : r.Split('/')[0])
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool Include(PathString path) => path.Value is not { Length: > 1 } text || FirstSegments.Contains(text.Split('/', 3)[1]);
}
