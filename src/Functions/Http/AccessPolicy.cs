using System.Collections.Frozen;
using System.Reflection;
using Hsvo.UseCases;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Http;

/// <summary>Which rule holds for which function, read once from the functions' attributes.</summary>
/// <param name="openStatusPage">Whether the status page is open to everyone.</param>
internal sealed class AccessPolicy(bool openStatusPage)
{
    private static readonly FrozenDictionary<string, Access> ByFunction = typeof(AccessPolicy).Assembly.GetTypes()
        .SelectMany(t => t.GetMethods())
        .Select(m => (Function: m.GetCustomAttribute<FunctionAttribute>(), Rule: m.GetCustomAttribute<AccessAttribute>()))
        .Where(m => m is { Function: not null, Rule: not null })
        .ToFrozenDictionary(m => m.Function!.Name, m => m.Rule!.Access, StringComparer.Ordinal);

    /// <summary>Whether a function answers callers who aren't signed in.</summary>
    public bool IsOpen(string function) =>
        ByFunction.TryGetValue(function, out var access) && (access == Access.Open || (access == Access.Page && openStatusPage));

    /// <summary>Whether a signed-in caller may call a function; a function without a rule is refused.</summary>
    public static bool Allows(string function, Caller caller) => ByFunction.TryGetValue(function, out var access) && access switch
    {
        Access.Read or Access.Page => caller.Roles.Count > 0,
        Access.Report => caller.Is(Role.Reporter) || caller.Is(Role.Coordinator),
        Access.Coordinate => caller.Is(Role.Coordinator),
        _ => true,
    };
}
