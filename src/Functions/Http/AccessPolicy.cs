using Hsvo.Functions.Pages;
using Hsvo.UseCases;

namespace Hsvo.Functions.Http;

/// <summary>Which rule holds for which function, read once from the functions' attributes.</summary>
/// <param name="openStatusPage">Whether the status page is open to everyone.</param>
/// <param name="openCalendar">Whether the calendar is.</param>
/// <param name="openData">Whether the open data are.</param>
internal sealed class AccessPolicy(bool openStatusPage, bool openCalendar = false, bool openData = false)
{
    private static readonly Dictionary<string, AccessAttribute> ByFunction = FunctionAttributes.Of<AccessAttribute>();

    private static readonly Dictionary<string, PageAttribute> Pages = FunctionAttributes.Of<PageAttribute>();

    private static readonly Role[] Any = Enum.GetValues<Role>();

    private static readonly Role[] Reporters = [Role.Reporter, Role.Coordinator];

    private static readonly Role[] Coordinators = [Role.Coordinator];

    private static readonly Role[] Auditors = [Role.Coordinator, Role.Auditor];

    /// <summary>Whether a function answers callers who aren't signed in.</summary>
    public bool IsOpen(string function) => RuleOf(function) switch
    {
        Access.CatchAll or Access.Open => true,
        Access.Page => openStatusPage,
        Access.Calendar => openStatusPage || openCalendar,
        Access.OpenData => openData,
        _ => false,
    };

    /// <summary>Whether a function answers every path that no other one does.</summary>
    public static bool IsCatchAll(string function) => RuleOf(function) == Access.CatchAll;

    /// <summary>Whether a signed-in caller may call a function; a function without a rule is refused.</summary>
    public static bool Allows(string function, Caller caller) => IsCatchAll(function) || RolesOf(function).Any(caller.Is);

    /// <summary>The roles that may call a function that isn't a catch-all; any one will do.</summary>
    public static IReadOnlyCollection<Role> RolesOf(string function) => RuleOf(function) switch
    {
        Access.Read or Access.Page or Access.Calendar or Access.OpenData => Any,
        Access.Report => Reporters,
        Access.Coordinate => Coordinators,
        Access.Audit => Auditors,
        _ => [],
    };

    /// <summary>Whether a function is a page, to which a browser's sign-in by the platform counts.</summary>
    public static bool IsPage(string function) => Pages.ContainsKey(function);

    /// <summary>Whether a function is for those who report, so that it must be known for which department.</summary>
    public static bool IsForReporters(string function) => RuleOf(function) == Access.Report;

    private static Access? RuleOf(string function) => ByFunction.GetValueOrDefault(function)?.Access;
}
