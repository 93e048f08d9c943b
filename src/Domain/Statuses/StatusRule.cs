using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;

namespace Hsvo.Domain.Statuses;

/// <summary>
/// What one answer says of how it goes: the table of kinds in design section 6. It both checks a status sent along and gives the status, so that
/// what is accepted and what is shown can't differ.
/// </summary>
/// <param name="Code">Which line of the table it is, "deliverable.yes".</param>
/// <param name="Allowed">The statuses a reporter may send along.</param>
/// <param name="Otherwise">The status when the reporter sent none; null where the answer leaves it open.</param>
/// <param name="Swedish">The rule in words, in Swedish.</param>
/// <param name="English">The same in English.</param>
public sealed record StatusRule(string Code, IReadOnlyList<Status> Allowed, Status? Otherwise, string Swedish, string English)
{
    private static readonly Status[] Assessable = [Status.NotStarted, Status.OnTrack, Status.AtRisk, Status.Behind];

    // Words can also say that something is finished, or else a goal with such a row could never be completed.
    private static readonly Status[] AssessableInWords = [.. Assessable, Status.Completed];

    /// <summary>An answer to an earlier version of its row says nothing of how it goes.</summary>
    public static StatusRule Outdated { get; } = new("answer.outdated", [], null, "Svaret gavs på en tidigare version av raden.", "The answer was given to an earlier version of the row.");

    /// <summary>Whether the value alone decides the status.</summary>
    public bool IsFixed => Allowed is [var only] && only == Otherwise;

    /// <summary>Whether a reporter may send a status along.</summary>
    public bool Allows(Status status) => Allowed.Contains(status);

    /// <summary>
    /// The status of an answer under this rule. An assessment counts only while the rule allows it: a milestone's date passes, a plan asks anew.
    /// </summary>
    public Status? StatusOf(Answer answer) => answer.Assessment is { } assessed && Allows(assessed) ? assessed : Otherwise;

    /// <summary>The rule for an answer.</summary>
    /// <param name="spec">The indicator; not a reference.</param>
    /// <param name="answer">An applicable answer; one to an earlier version of the indicator says nothing of how it goes.</param>
    /// <param name="isFinalRound">Whether the answer was given in the plan's last round.</param>
    /// <param name="today">Today in Stockholm: a milestone, and a target with a date, turns overdue the day after it.</param>
    public static StatusRule For(IndicatorSpec spec, Answer answer, bool isFinalRound, DateOnly today) => spec.Kind switch
    {
        _ when answer.IsSuppressed => Assessed("suppressed", Assessable, "Visas inte, eftersom svaret räknar få personer.", "Not shown, since the answer counts few people."),
        _ when !answer.Fits(spec) => Outdated,
        _ when spec.Written is { } written => Fixed("written", written.StatusOf(spec, answer, today), "Enligt regler som samordnaren har satt för raden.", "By rules that the coordinator has set for the row."),
        IndicatorKind.Deliverable when IsYes(answer) => Fixed("deliverable.yes", Status.Completed, "Ja: färdigt.", "Yes: finished."),
        IndicatorKind.Deliverable when isFinalRound => Fixed("deliverable.no.final", Status.Overdue, "Nej i planens sista omgång.", "No in the plan's last round."),
        IndicatorKind.Deliverable => Assessed("deliverable.no", Assessable, "Nej, ännu inte färdigt.", "No, not finished yet."),
        IndicatorKind.Continuing when IsYes(answer) && isFinalRound => Fixed("continuing.yes.final", Status.Completed, "Ja i planens sista omgång.", "Yes in the plan's last round."),
        IndicatorKind.Continuing when IsYes(answer) => Fixed("continuing.yes", Status.OnTrack, "Ja: pågår som planerat.", "Yes: going on as planned."),
        IndicatorKind.Continuing when today < spec.Starts => new("continuing.before", Assessable, Status.NotStarted, "Nej, och ska inte ha börjat än.", "No, and isn't to have begun yet."),
        IndicatorKind.Continuing => new("continuing.no", [Status.AtRisk, Status.Behind], Status.Behind, "Nej: pågår inte som planerat.", "No: not going on as planned."),
        IndicatorKind.Milestone when answer.Values.All(v => v.Kind == AnswerValueKind.Date) => Fixed("milestone.reached", Status.Completed, "Uppnått.", "Reached."),
        IndicatorKind.Milestone when today > spec.Due => Fixed("milestone.passed", Status.Overdue, "Inte uppnått, och datumet har passerat.", "Not reached, and the date has passed."),
        IndicatorKind.Milestone => Assessed("milestone.before", Assessable, "Inte uppnått än.", "Not reached yet."),
        IndicatorKind.Qualitative => Assessed("qualitative", AssessableInWords, "Svar i ord.", "An answer in words."),
        _ => ForNumber(spec, answer, isFinalRound, today),
    };

    /// <summary>
    /// The statuses that may be sent along with some answer or other to an indicator: what a form offers before the answer is known.
    /// </summary>
    /// <param name="spec">The indicator.</param>
    /// <param name="isFinalRound">Whether the round is the plan's last.</param>
    /// <param name="today">Today in Stockholm.</param>
    public static IReadOnlyList<Status> Offered(IndicatorSpec spec, bool isFinalRound, DateOnly today)
    {
        // The answers that leave the most open: not done, words, and numbers at either end, of which one misses any target there can be.
        AnswerValue[] samples = spec.Kind switch
        {
            IndicatorKind.Reference => [],
            IndicatorKind.Deliverable or IndicatorKind.Continuing or IndicatorKind.Milestone => [AnswerValue.No],
            IndicatorKind.Qualitative => [AnswerValue.Words("")],
            _ => [AnswerValue.Of(double.MinValue), AnswerValue.Of(double.MaxValue)],
        };
        return
        [
            .. samples.Select(v => spec.Parts.Count == 0 ? new Answer { Value = v } : new Answer { Parts = [.. spec.Parts.Select(p => new PartAnswer(p.Id, v))] })
                .Select(a => For(spec, a, isFinalRound, today)).Where(r => !r.IsFixed).SelectMany(r => r.Allowed).Distinct().Order(),
        ];
    }

    private static StatusRule ForNumber(IndicatorSpec spec, Answer answer, bool isFinalRound, DateOnly today)
    {
        if (spec.Target is not { } target)
        {
            return Assessed("number.noTarget", Assessable, "Ett tal utan mål.", "A number without a target.");
        }

        // The target's own date decides where it has one, be it before the plan's last round or after.
        var isMet = answer.Values.All(v => target.IsMetBy(v.Exact!.Value));
        return (isMet, target.By) switch
        {
            (true, { } by) when today > by => Fixed("number.met.date", Status.Completed, "Målet nått till sitt datum.", "The target was reached by its date."),
            (false, { } by) when today > by => Fixed("number.missed.date", Status.Overdue, "Målet inte nått, och datumet har passerat.", "The target wasn't reached, and its date has passed."),
            (true, null) when isFinalRound => Fixed("number.met.final", Status.Completed, "Målet nått i planens sista omgång.", "The target was reached in the plan's last round."),
            (false, null) when isFinalRound => Fixed("number.missed.final", Status.Overdue, "Målet inte nått i planens sista omgång.", "The target wasn't reached in the plan's last round."),
            (true, _) => Fixed("number.met", Status.OnTrack, "Målet nått.", "The target is reached."),
            _ => Assessed("number.missed", Assessable, "Målet inte nått än.", "The target isn't reached yet."),
        };
    }

    private static bool IsYes(Answer answer) => answer.Whole!.Kind == AnswerValueKind.Yes;

    private static StatusRule Fixed(string code, Status status, string swedish, string english) => new(code, [status], status, swedish, english);

    private static StatusRule Assessed(string code, Status[] allowed, string swedish, string english) => new(code, allowed, null, swedish, english);
}
