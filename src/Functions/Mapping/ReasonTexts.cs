using Hsvo.Domain.Plans;
using Hsvo.Domain.Statuses;
using Hsvo.Functions.Pages;

namespace Hsvo.Functions.Mapping;

/// <summary>
/// Says why a node has its status. How many have answered is the coverage's to say, and always stands beside it. What the plan says, in Swedish always, stands
/// between quotation marks.
/// </summary>
/// <param name="language">The language.</param>
internal sealed class ReasonTexts(PageLanguage language) : PageTexts(language)
{
    /// <summary>What stands on either side of the plan's own words.</summary>
    public const char Quote = '”';

    private const int MaxNamed = 3;
    private const int MaxLength = 70;

    private static readonly ReasonTexts Swedish = new(PageLanguage.Swedish);

    public static string Of(PlanStatus plan, NodeStatus status) => Swedish.Why(plan, status);

    public string Why(PlanStatus plan, NodeStatus status) => status switch
    {
        { Node.Indicator.RefersTo: { } target } => Say("Visar läget för ", "Shows the status of ") + Quoted(plan, target) + ".",
        { Coverage.Owed: 0 } => status.Reporting.ContainsKey(ReportingStatus.NotApplicable)
            ? Say("Berör ingen av dem som svarar.", "Concerns none of those who answer.")
            : Say("Har inga egna rader att svara på.", "Has no rows of its own to answer."),
        { Coverage.Answered: 0, Status: null } => status.Cells.Any(c => c.Withdrawn is not null)
            ? Say("Svaret är återtaget, och inget nytt har kommit.", "The answer has been taken back, and no new one has come.")
            : Say("Ingen har svarat än.", "Nobody has answered yet."),
        { Rule: RollUpRule.NoStatus } when status.Cells.Any(c => c.IsSuppressed) =>
            Say("Svaret visas inte, eftersom det räknar få personer.", "The answer isn't shown, since it counts few people."),
        { Rule: RollUpRule.NoStatus } => Say("Svaren säger inte hur det går.", "The answers don't say how it goes."),
        { Rule: RollUpRule.AllCompleted } => Say("Alla har svarat, och allt är klart.", "Everyone has answered, and everything is completed."),
        { Rule: RollUpRule.AllNotStarted, Node.Kind: NodeKind.Indicator } => Say("Alla svar säger ej påbörjad.", "Every answer says not started."),
        { Rule: RollUpRule.AllNotStarted } => Say("Allt som har ett läge är ej påbörjat.", "Everything that has a status is not started."),
        { Rule: RollUpRule.UnderWay } => Say("Pågår enligt svaren", "Under way by the answers") + Distribution(status) + ".",
        { Node.Kind: NodeKind.Indicator } => OfIndicator(status),
        _ => Say("Det sämsta läget gäller ", "The worst status is that of ") + Named([.. status.DecidedBy.Select(id => Quoted(plan, id))]) + Distribution(status) + ".",
    };

    private string OfIndicator(NodeStatus status)
    {
        CellStatus[] weighing = [.. status.Cells.Where(c => c.Status == status.Status)];
        string[] worst = [.. weighing.Select(c => c.Department.Name)];
        if (weighing.All(c => c.Withdrawn is not null))
        {
            return Say("Återtaget svar väger tills ett nytt kommer: ", "An answer that was taken back weighs until a new one comes: ") + Named(worst) + ".";
        }

        return worst.Length == status.Coverage.Answered
            ? Say("Så svarar ", "So answers ") + Named(worst) + "."
            : Say("Det sämsta svaret gäller: ", "The worst answer is that of: ") + Named(worst) + ".";
    }

    private string Distribution(NodeStatus status)
    {
        var parts = status.Node.Kind == NodeKind.Indicator
            ? status.Cells.Where(c => c.Status is not null).CountBy(c => c.Status!.Value)
            : status.Distribution;
        var text = string.Join(", ", parts.OrderBy(d => d.Key.Badness()).Select(d => $"{d.Value} {Say(d.Key.Swedish(), d.Key.English()).ToLowerInvariant()}"));
        return text.Length == 0 ? "" : $" ({text})";
    }

    private string Named(string[] names) => names.Length <= MaxNamed
        ? string.Join(", ", names)
        : $"{string.Join(", ", names[..MaxNamed])} {Say($"och {names.Length - MaxNamed} till", $"and {names.Length - MaxNamed} more")}";

    private static string Quoted(PlanStatus plan, string node)
    {
        var text = plan.Plan.Node(node).Text;
        return text.Length <= MaxLength ? $"{Quote}{text}{Quote}" : $"{Quote}{text[..LastWordEnd(text)]} …{Quote}";
    }

    private static int LastWordEnd(string text) => text.LastIndexOf(' ', MaxLength) is > 0 and var end ? end : MaxLength;
}
