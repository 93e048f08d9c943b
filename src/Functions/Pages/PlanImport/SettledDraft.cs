using Hsvo.Contracts.Api;
using Hsvo.Functions.Pages.Forms;

namespace Hsvo.Functions.Pages.PlanImport;

/// <summary>Puts into a draft what a coordinator has settled in its form.</summary>
internal static class SettledDraft
{
    public const string Id = "id";
    public const string Title = "titel";

    /// <summary>The kinds that need nothing more than to be said.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["deliverable", "continuing", "qualitative", "count", "percentage", "amount"];

    /// <summary>The field of a row's kind of answer.</summary>
    public static string KindField(string node) => $"svar-{node}";

    /// <summary>The field of one department that answers for a body.</summary>
    public static string OwesField(string body, string department) => $"for-{body}-{department}";

    /// <summary>The rows whose kind is to be chosen.</summary>
    public static IReadOnlySet<string> RowsToChoose(PlanDraftDocument draft) =>
        draft.Report.Where(p => p.Code == "kind.unknown").Select(p => p.Node).OfType<string>().ToHashSet(StringComparer.Ordinal);

    /// <summary>The bodies that nobody answers for when the document has been read, in the order of the draft.</summary>
    public static IReadOnlySet<string> BodiesToChoose(PlanDraftDocument draft) =>
        draft.Report.Where(p => p.Code == "body.new").Select(p => p.Quote).OfType<string>()
            .SelectMany(q => draft.Draft.Bodies.Where(b => b.Quote == q).Select(b => b.Id)).ToHashSet(StringComparer.Ordinal);

    public static PlanDraftDocument With(PlanDraftDocument draft, SentForm sent)
    {
        var (rows, bodies) = (RowsToChoose(draft), BodiesToChoose(draft));
        return draft with
        {
            Draft = draft.Draft with
            {
                // Under another id it was made from no version that is known here.
                Plan = draft.Draft.Plan with
                {
                    Id = sent.Tidy(Id) ?? draft.Draft.Plan.Id,
                    Title = sent.Tidy(Title) ?? draft.Draft.Plan.Title,
                    Version = sent.Tidy(Id) is { } id && id != draft.Draft.Plan.Id ? 0 : draft.Draft.Plan.Version,
                },
                Nodes = [.. draft.Draft.Nodes.Select(n => rows.Contains(n.Id) && sent.Tidy(KindField(n.Id)) is { } kind && Kinds.Contains(kind) ? Answered(n, kind) : n)],
                Bodies =
                [
                    .. draft.Draft.Bodies.Select(b => bodies.Contains(b.Id)
                        ? b with { OwedBy = [.. draft.Draft.Departments.Select(d => d.Id).Where(d => sent.Has(OwesField(b.Id, d)))] }
                        : b),
                ],
            },
        };
    }

    // A number that may count people hides small ones until somebody says that it doesn't.
    private static PlanNodeDocument Answered(PlanNodeDocument node, string kind) => node.AnswerKind == kind
        ? node
        : node with { AnswerKind = kind, Unit = kind == "percentage" ? "procent" : null, Parts = null, CountsPeople = kind is "count" or "percentage" ? true : kind == "amount" ? false : null };
}
