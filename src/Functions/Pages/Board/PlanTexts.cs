using Hsvo.Domain.Plans;
using Hsvo.Domain.Statuses;
using Hsvo.Domain.Summaries;
using Hsvo.UseCases;

namespace Hsvo.Functions.Pages.Board;

/// <summary>What a plan's page says.</summary>
/// <param name="language">The page's language.</param>
internal sealed class PlanTexts(PageLanguage language) : PageTexts(language)
{
    private const int MaxGoal = 40;

    private readonly BoardTexts _words = new(language);

    public string Rounds => Say("Omgångar", "Rounds");

    public string OnThisPage => Say("På sidan", "On this page");

    public string Changed => Say("Vad som har ändrats", "What has changed");

    public string Missing => Say("Svar som saknas", "Missing answers");

    public string Meetings => Say("Samråd och sammanställningar", "Meetings and papers");

    public string NoMeetings => Say("Inget samråd som tar upp planen har ett datum än.", "No meeting that takes the plan up has a date yet.");

    public string PapersThere => Say("Sammanställningen inför varje samråd finns på samrådets sida.", "The paper for each meeting is on the meeting's page.");

    public string Health => Say("Går planen att följa upp?", "Can the plan be followed up?");

    public string HealthLead => Say(
        "Det här gör planen svårare att följa upp än den behöver vara. Det hindrar ingenting, men är bra att veta när nästa plan skrivs.",
        "This makes the plan harder to follow up than it need be. It stops nothing, but is good to know when the next plan is written.");

    public string Figures => Say("Tal", "Figures");

    public string Figure => Say("Vad", "What");

    public string Number => Say("Tal", "Number");

    public string InDocument => Say("I dokumentet", "In the document");

    public string StatedFigures => Say("Tal som dokumentet självt anger", "Figures that the document states itself");

    public string AnsweredInRound => Say("Besvarat i omgången", "Answered in the round");

    public string RowsLeft => Say("Kvar att besvara, per mål", "Left to answer, by goal");

    public string NothingLeft => Say("Inget", "Nothing");

    public string NothingMore => Say("Inget: enheten har inget mer att rapportera i omgången", "Nothing: the unit has nothing more to report in the round");

    public string Became => Say(" blev ", " became ");

    public string HasAnswers => Say("har svar", "has answers");

    public string PlanReadAnew => Say(
        "Planen har lästs in på nytt sedan dess, så rader kan ha tillkommit eller ändrats.", "The plan has been imported anew since, so rows may have been added or changed.");

    public string NothingChanged => Say("Inget mål och ingen indikator har ändrat läge.", "No goal and no indicator has changed its status.");

    public string Today(DateOnly today) => Say($"Läget den {_words.Of(today)}.", $"As of {_words.Of(today)}.");

    public string GoalsOf(string focusArea) => Say($"Målen i {focusArea}", $"The goals of {focusArea}");

    public string ChangedSince(string day) => Say($"Ändrat sedan samrådet {day}", $"Changed since the meeting of {day}");

    public string Between(double lower, double upper) => Say($"mellan {_words.Number(lower)} och {_words.Number(upper)}", $"between {_words.Number(lower)} and {_words.Number(upper)}");

    /// <summary>A goal in few words: by its number, or where it has none by how it begins.</summary>
    public string Goal(PlanNode goal) => goal switch
    {
        { Number: { } number } => Say($"mål {number}", $"goal {number}"),
        { Text: { Length: > MaxGoal } text } => $"{text[..MaxGoal].TrimEnd()} …",
        _ => goal.Text,
    };

    public string Rows(int count) => count == 1 ? Say("1 rad", "1 row") : Say($"{count} rader", $"{count} rows");

    public string AndMore(int count) => Say($"Och {count} till.", $"And {count} more.");

    public string ForExample(int findings) => findings == 1 ? "" : Say($"{findings} gånger, till exempel: ", $"{findings} times, for example: ");

    public string Of(HealthFinding finding) => Say(finding.Swedish, finding.English);

    public string Of(ChangeKind kind) => kind switch
    {
        ChangeKind.Better => Say("Bättre", "Better"),
        ChangeKind.Worse => Say("Sämre", "Worse"),
        ChangeKind.New => Say("Nytt", "New"),
        _ => Say("Inget läge längre", "No status any longer"),
    };

    /// <summary>"↗ Bättre: var Efter plan".</summary>
    public string Of(NodeChange change) => change.Kind switch
    {
        ChangeKind.Better => $"↗ {Of(change.Kind)}",
        ChangeKind.Worse => $"↘ {Of(change.Kind)}",
        ChangeKind.New => $"＋ {Of(change.Kind)}",
        _ => $"– {Of(change.Kind)}",
    } + (change.Before is { } before ? $" ({Say("var", "was")} {_words.Of(before).ToLowerInvariant()})" : "");

    /// <summary>What a goal still waits for in the round; null for nothing. Nothing here of how it goes: "försenad" is a status.</summary>
    public string? Awaited(NodeStatus goal) => goal.Reporting switch
    {
        var r when r.GetValueOrDefault(ReportingStatus.Missing) is > 0 and var missing => Say($"{missing} saknas", $"{missing} missing"),
        var r when r.GetValueOrDefault(ReportingStatus.Due) is > 0 and var due => Say($"{due} väntas", $"{due} awaited"),
        _ => null,
    };

    public string MissingLead(MissingAnswers missing)
    {
        var left = missing.Departments.Sum(d => d.Rows.Count);
        return missing switch
        {
            { DaysLeft: null } => Say("Samrådet har inget datum än, så inga svar väntas.", "The meeting has no date yet, so no answers are awaited."),
            _ when left == 0 => Say("Alla svar som väntas i omgången är inne.", "All answers that are awaited in the round are in."),
            { DaysLeft: < 0 } => Say($"{left} svar saknas. Sista dagen var {_words.Until(missing.DaysLeft.Value)}.", $"{left} {(left == 1 ? "answer is" : "answers are")} missing, and the last day was {_words.Until(missing.DaysLeft.Value)}."),
            _ => Say($"{left} svar väntas. Sista dagen är {_words.Until(missing.DaysLeft.Value)}.", $"{left} {(left == 1 ? "answer is" : "answers are")} awaited. The last day is {_words.Until(missing.DaysLeft.Value)}."),
        };
    }
}
