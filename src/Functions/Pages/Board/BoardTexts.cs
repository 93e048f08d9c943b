using System.Globalization;
using Hsvo.Domain.Meetings;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.Domain.Statuses;

namespace Hsvo.Functions.Pages.Board;

/// <summary>What several of the board's pages say.</summary>
/// <param name="language">The page's language.</param>
internal sealed class BoardTexts(PageLanguage language) : PageTexts(language)
{
    public string Home => Say("Läget", "Status");

    public string WhereYouAre => Say("Var du är", "Where you are");

    public string NoStatus => Say("Inget läge", "No status");

    public string Example => Say("Exempel", "Example");

    public string ExampleNotice => Say(
        "Svar och möten som är märkta Exempel är påhittade för att visa hur det fungerar. Ingen enhet har lämnat dem.",
        "Answers and meetings that are marked Example are made up to show how it works. No unit has given them.");

    public string Assumed => Say(
        "Vem som svarar på vilken rad är antaget tills det samordnande kontoret har bekräftat det.",
        "Who answers which row is assumed until the coordinating office has confirmed it.");

    public string Status => Say("Läge", "Status");

    public string AnswersIn => Say("Svar inne", "Answers in");

    public string Why => Say("Varför", "Why");

    public string Unit => Say("Enhet", "Unit");

    public string Answer => Say("Svar", "Answer");

    public string Comment => Say("Kommentar", "Comment");

    public string Goal => Say("Mål", "Goal");

    public string Round => Say("Omgång", "Round");

    public string NotShown => Say("Visas inte (få personer)", "Not shown (few people)");

    public string DoesNotConcern => Say("Berör inte enheten", "Doesn't concern the unit");

    public string OwnAssessment => Say("egen bedömning", "own assessment");

    public string Differs => Say("Enheterna svarar olika", "The units' answers differ");

    public string OnePrincipalMissing => Say("En av huvudmännen har inte svarat", "One of the two principals hasn't answered");

    public string AnswersAlike => Say("Enheterna svarar lika", "The units' answers agree");

    public string Without => Say("utan läge", "without status");

    public string Of(Status status) => Say(status.Swedish(), status.English());

    public string Of(ReportingStatus reporting) => Say(reporting.Swedish(), reporting.English());

    public string Of(Coverage coverage) => coverage.Owed == 0 ? "–" : Say($"{coverage.Answered} av {coverage.Owed}", $"{coverage.Answered} of {coverage.Owed}");

    /// <summary>"12 klara".</summary>
    public string Counted(Status status, int count) => IsEnglish ? status.English().ToLowerInvariant() : status switch
    {
        Domain.Statuses.Status.Completed => count == 1 ? "klar" : "klara",
        Domain.Statuses.Status.NotStarted => count == 1 ? "ej påbörjad" : "ej påbörjade",
        Domain.Statuses.Status.Overdue => count == 1 ? "försenad" : "försenade",
        _ => status.Swedish().ToLowerInvariant(),
    };

    /// <summary>"20 maj 2021".</summary>
    public string Of(DateOnly day) => Say(SwedishDates.Long(day), EnglishDates.Long(day));

    /// <summary>"maj 2021".</summary>
    public string OfRound(string id) => Say(SwedishDates.Round(id), EnglishDates.Round(id));

    /// <summary>"sep 2021", where there is no room for more.</summary>
    public string OfRoundInBrief(string id) => Say(SwedishDates.RoundInBrief(id), EnglishDates.RoundInBrief(id));

    /// <summary>"om 3 dagar".</summary>
    public string Until(int days) => days switch
    {
        > 1 => Say($"om {days} dagar", $"in {days} days"),
        1 => Say("i morgon", "tomorrow"),
        0 => Say("i dag", "today"),
        -1 => Say("i går", "yesterday"),
        _ => Say($"för {-days} dagar sedan", $"{-days} days ago"),
    };

    public string Number(double number) => IsEnglish ? number.ToString("#,0.##########", CultureInfo.InvariantCulture) : AnswerValue.Of(number).ToString();

    /// <summary>A value; words are Swedish always, and for whoever sets the page to mark so.</summary>
    public string Of(AnswerValue value, IndicatorKind kind) => (value.Kind, kind) switch
    {
        (AnswerValueKind.Yes, _) => Say("ja", "yes"),
        (AnswerValueKind.No, _) => Say("nej", "no"),
        (AnswerValueKind.Number, IndicatorKind.Percentage) => value.Ratio is { } ratio
            ? $"{Number(value.Number!.Value)} % ({Number(ratio.Numerator)} {Say("av", "of")} {Number(ratio.Denominator)})"
            : $"{Number(value.Number!.Value)} %",
        (AnswerValueKind.Number, IndicatorKind.Amount) => $"{Number(value.Number!.Value)} kr",
        (AnswerValueKind.Number, _) => Number(value.Number!.Value),
        (AnswerValueKind.Date, _) => Of(value.Date!.Value),
        _ => value.Text!,
    };

    public string AllParts(bool yes) => yes ? Say("ja på alla delar", "yes to all parts") : Say("nej på alla delar", "no to all parts");

    public string Of(Target target)
    {
        var bound = target.Direction switch
        {
            TargetDirection.AtLeast => Say("minst", "at least"),
            TargetDirection.AtMost => Say("högst", "at most"),
            TargetDirection.MoreThan => Say("mer än", "more than"),
            _ => Say("mindre än", "less than"),
        };
        var by = target.By is { } day ? Say($" till och med {Of(day)}", $" by {Of(day)}") : "";
        return $"{bound} {Number(target.Value)}{by}";
    }

    public string From(string round) => Say($"från {OfRound(round)}", $"from {OfRound(round)}");

    /// <summary>What is said of an answer that isn't there.</summary>
    public string Absent(CellStatus cell) => cell.NothingMore is null ? Of(cell.ReportingShown) : Say("Inget mer kommer", "Nothing more will come");

    public string TakenBack(CellStatus cell) => Say(
        $"Svaret för {OfRound(cell.Withdrawn!.Key.Round)} är återtaget.", $"The answer for {OfRound(cell.Withdrawn!.Key.Round)} has been taken back.");

    public string AskedAgain => Say("Skickat tillbaka till enheten med en fråga", "Sent back to the unit with a question");

    public string Of(IndicatorKind kind) => kind switch
    {
        IndicatorKind.Deliverable => Say("Ja eller nej: ska bli färdigt", "Yes or no: is to be finished"),
        IndicatorKind.Continuing => Say("Ja eller nej: ska pågå", "Yes or no: is to go on"),
        IndicatorKind.Count => Say("Antal", "A count"),
        IndicatorKind.Percentage => Say("Andel i procent", "A share in percent"),
        IndicatorKind.Amount => Say("Belopp i kronor", "An amount in kronor"),
        IndicatorKind.Milestone => Say("Ska nås till ett datum", "Is to be reached by a date"),
        IndicatorKind.Qualitative => Say("Svar i ord", "An answer in words"),
        _ => Say("Visar en annan rads läge", "Shows another row's status"),
    };

    public string Of(MeetingKind kind) => kind == MeetingKind.Ordinary ? Say("Samråd", "Meeting") : Say("Extra samråd", "Extra meeting");

    /// <summary>"Samråd 20 maj 2021".</summary>
    public string Of(Meeting meeting) => $"{Of(meeting.Kind)} {Of(meeting.Date)}";

    /// <summary>The round, and what is next in it.</summary>
    public string RoundSentence(PlanStatus status)
    {
        var name = Say($"Omgång {OfRound(status.Round.Id)}", $"Round {OfRound(status.Round.Id)}");
        return status switch
        {
            { Meeting: { } meeting } => $"{name}: {Say("samråd", "meeting")} {Of(meeting.Date)}, {Say("svar senast", "answers by")} {Of(status.Timeline!.Due)}.",
            { Timeline: { } days } => $"{name}: {Say("svar senast", "answers by")} {Of(days.Due)}{(days.IsAssumed ? Say(" (antaget)", " (assumed)") : "")}.",
            _ => $"{name}: {Say("samrådet har inget datum än, så inget svar är försenat.", "the meeting has no date yet, so no answer is late.")}",
        };
    }
}
