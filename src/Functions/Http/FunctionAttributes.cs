using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Http;

/// <summary>What the app's functions say of themselves.</summary>
internal static class FunctionAttributes
{
    /// <summary>Every function's method. They are public, and to look at no other type loads none of the many that aren't needed for a start.</summary>
    public static IReadOnlyList<MethodInfo> Methods { get; } =
        [.. typeof(FunctionAttributes).Assembly.GetExportedTypes().SelectMany(t => t.GetMethods()).Where(m => m.IsDefined(typeof(FunctionAttribute)))];

    /// <summary>An attribute of every function that carries it, by the function's name.</summary>
    public static Dictionary<string, T> Of<T>()
        where T : Attribute => Methods
            .Select(m => (Function: m.GetCustomAttribute<FunctionAttribute>(), Says: m.GetCustomAttribute<T>()))
            .Where(m => m.Says is not null)
            .ToDictionary(m => m.Function!.Name, m => m.Says!, StringComparer.Ordinal);
}
