using System.Text.RegularExpressions;
using Hsvo.Functions.Http;
using Hsvo.Functions.Http.Operations;

namespace Hsvo.Functions.Tests.Operations;

/// <summary>
/// The Functions host asks functions in the order of their names and takes the first whose route and methods fit, not the one whose route fits best: a
/// name earlier in the alphabet can hide another function's address.
/// </summary>
public sealed partial class HostOrderTests
{
    private static readonly (string Name, string Route, string[] Methods)[] InOrder =
    [
        .. FunctionMethods.Http.Select(f => (Name: FunctionMethods.NameOf(f), Trigger: FunctionMethods.TriggerOf(f)!))
            .Select(f => (f.Name, f.Trigger.Route!, f.Trigger.Methods!.Select(m => m.ToUpperInvariant()).ToArray()))
            .OrderBy(f => f.Name, StringComparer.OrdinalIgnoreCase),
    ];

    [Fact]
    public void Each_address_reaches_its_own_function()
    {
        var hidden = from function in InOrder
                     where !AccessPolicy.IsCatchAll(function.Name)
                     from method in function.Methods
                     let path = $"/{Parameter().Replace(Nothing().Replace(function.Route, ""), "x")}"
                     let first = InOrder.First(f => f.Methods.Contains(method) && Fits(f.Route, path))
                     where first.Name != function.Name
                     select $"{method} {path} of {function.Name} goes to {first.Name}";

        Assert.Empty(hidden);
    }

    // Any number of segments, also none.
    private static bool Fits(string route, string path) =>
        Matches(route, path) || (Rest().Match(route) is { Success: true } rest && Matches(route[..rest.Index], path));

    private static bool Matches(string route, string path) => new RouteTemplate(route, KeyStyle.Parentheses).Match(path) is not null;

    [GeneratedRegex(@"\{[^}]*}")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"\{\w+:maxlength\(0\)\?}")]
    private static partial Regex Nothing();

    [GeneratedRegex(@"/?\{\*\w+}$")]
    private static partial Regex Rest();
}
