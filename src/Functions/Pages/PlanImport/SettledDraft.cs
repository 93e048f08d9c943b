using Hsvo.Domain.Drafting;
using Hsvo.Domain.Drafting.Settling;
using Hsvo.Domain.Plans;
using Hsvo.Functions.Mapping;
using Hsvo.Functions.Pages.Forms;

namespace Hsvo.Functions.Pages.PlanImport;

/// <summary>A draft with what a coordinator has settled in its form so far.</summary>
/// <param name="Carried">The draft as it was read, as the form carries it along.</param>
/// <param name="Draft">The same, unpacked.</param>
/// <param name="Settled">What was settled.</param>
/// <param name="Plan">The plan to store.</param>
public sealed record SettledDraft(string Carried, DraftedPlan Draft, SettledPlan Settled, Plan Plan)
{
    internal const string Id = "id";
    internal const string Title = "titel";

    private const string Text = "/text";
    private const string Boxes = "/kryss";
    private const string Mark = "/visat";

    /// <summary>The field of what is written to a question.</summary>
    internal static string TextField(Question question) => question.Key + Text;

    /// <summary>The field of what is ticked of a question.</summary>
    internal static string BoxesField(Question question) => question.Key + Boxes;

    /// <summary>The field of what a question showed.</summary>
    internal static string ShownField(Question question) => question.Key + Mark;

    /// <summary>A draft as it was read, or as a form settles it; null where what is carried along is none.</summary>
    internal static SettledDraft? Of(string carried, SentForm? sent)
    {
        if (CarriedDraft.Unpack(carried) is not { } document || PlanDraftMapping.ToDraft(document) is not { } draft)
        {
            return null;
        }

        var settled = DraftSettling.Settle(draft, sent is null ? new Dictionary<string, Settlement>() : SaidIn(sent));
        var id = sent?.Tidy(Id) ?? settled.Plan.Id;
        return new(carried, draft, settled, settled.Plan with
        {
            Id = id,
            Title = sent?.Tidy(Title) ?? settled.Plan.Title,

            // Under another id it was made from no version that is known here.
            Version = id == settled.Plan.Id ? settled.Plan.Version : 0,
        });
    }

    // A question's key has a colon in it, and no other field's name has.
    private static Dictionary<string, Settlement> SaidIn(SentForm sent) => sent.Fields.Keys.Select(f => f.Split('/')[0]).Where(k => k.Contains(':', StringComparison.Ordinal)).Distinct()
        .ToDictionary(k => k, k => new Settlement(sent.Text(k), sent.Text(k + Text), [.. sent.Fields[k + Boxes].OfType<string>()], Shown.Read(sent.Text(k + Mark))), StringComparer.Ordinal);
}
