using System.Reflection;
using System.Text.RegularExpressions;
using Hsvo.Functions.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.EndToEnd.Fuzzing;

/// <summary>A route as the function that serves it says: nothing here has to be told of a new one.</summary>
/// <param name="Function">The function.</param>
/// <param name="Methods">Its methods.</param>
/// <param name="Template">Its template, with no slash before it.</param>
/// <param name="Access">Who may call it.</param>
/// <param name="Options">The query options that it knows.</param>
internal sealed partial record FuzzedRoute(string Function, IReadOnlyList<string> Methods, string Template, Access Access, IReadOnlyList<string> Options)
{
    // What renews a whole area's history or reads a whole log, or adds to what every answer holds: asked a third as often as the rest.
    private static readonly HashSet<string> Dear =
    [
        "SetConfiguration", "SetMeeting", "RemoveMeeting", "ImportPlan", "ImportDraft", "PermitLateChange", "DeclareNothingMore", "WithdrawDeclaration", "SayNothingMore", "SetMeetingAtPage", "GivePermit", "SettleResponsibility", "SettleRowResponsibility", "MakeProposal", "WithdrawProposal",
        "PostStatusRules", "DeleteStatusRules", "RefreshDataset", "RefreshDatasetInGroup", "GetDocumentation", "GetOpenApi",
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<FuzzedRoute> All { get; } =
    [
        .. from method in typeof(AccessAttribute).Assembly.GetTypes().SelectMany(t => t.GetMethods())
           let function = method.GetCustomAttribute<FunctionAttribute>()
           where function is not null
           let trigger = method.GetParameters().Select(p => p.GetCustomAttribute<HttpTriggerAttribute>()).FirstOrDefault(t => t is not null)
           where trigger is not null
           orderby function.Name
           select new FuzzedRoute(
               function.Name, [.. trigger.Methods!.Select(m => m.ToUpperInvariant())], trigger.Route ?? "", method.GetCustomAttribute<AccessAttribute>()!.Access,
               method.GetCustomAttribute<QueryAttribute>()?.Names ?? []),
    ];

    /// <summary>How often it is asked, beside others.</summary>
    public int Weight => Dear.Contains(Function) ? 1 : 3;

    /// <summary>Whether it answers what no other route does.</summary>
    public bool IsCatchAll => Template.Contains("{*", StringComparison.Ordinal);

    /// <summary>Whether it is OData's set, whose own query options no attribute names.</summary>
    public bool IsFeedSet => Template.StartsWith("odata/{resource}", StringComparison.Ordinal);

    /// <summary>The names in its template.</summary>
    public IReadOnlyList<string> Parameters => [.. Parameter().Matches(Template).Select(m => m.Groups[1].Value)];

    /// <summary>Its address.</summary>
    /// <param name="values">What stands for each name, as it stands in an address.</param>
    public string AddressOf(IReadOnlyDictionary<string, string> values) => "/" + Parameter().Replace(Template, m => values[m.Groups[1].Value]);

    [GeneratedRegex(@"\{\*?(\w+)[^}]*\}")]
    private static partial Regex Parameter();
}
