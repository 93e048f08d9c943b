using Hsvo.Domain.Meetings;
using Hsvo.Domain.Statuses;

namespace Hsvo.Functions.Pages.Reporting;

/// <summary>What the pages of a unit's rounds say.</summary>
/// <param name="language">The page's language.</param>
internal sealed class ReportingTexts(PageLanguage language) : PageTexts(language)
{
    public string Title => Say("Rapportera", "Report");

    public string For(string unit) => Say($"Du rapporterar för {unit}.", $"You report for {unit}.");

    public string Nothing => Say("Just nu väntar inga frågor på svar från er.", "No questions await your answers right now.");

    public string RoundOf(string id) => Say($"Omgång {SwedishDates.Round(id)}", $"Round {EnglishDates.Round(id)}");

    public string Due(DateOnly due, DateOnly today) => (due.DayNumber - today.DayNumber) switch
    {
        > 1 and var days => Say($"Svara senast {SwedishDates.Long(due)}, om {days} dagar.", $"Answer by {EnglishDates.Long(due)}, in {days} days."),
        1 => Say("Svara senast i morgon.", "Answer by tomorrow."),
        0 => Say("I dag är sista dagen att svara.", "Today is the last day to answer."),
        _ => Say($"Svarstiden gick ut {SwedishDates.Long(due)}. Svara så snart ni kan.", $"Answers were due {EnglishDates.Long(due)}. Answer as soon as you can."),
    };

    public string NoDue => Say("Omgången har ingen svarsdag än.", "The round has no due date yet.");

    public string Opens(DateOnly opens) => Say($"Omgången öppnar {SwedishDates.Long(opens)}. Ni kan svara redan nu.", $"The round opens {EnglishDates.Long(opens)}. You may answer already.");

    public string Meets(DateOnly meets) => Say($"Svaren följs upp på samrådet {SwedishDates.Long(meets)}.", $"The answers are followed up at the meeting of {EnglishDates.Long(meets)}.");

    public string Progress(int answered, int owed) => Say($"{answered} av {owed} besvarade", $"{answered} of {owed} answered");

    public string Questions(int count) => count == 1 ? Say("1 fråga", "1 question") : Say($"{count} frågor", $"{count} questions");

    public string Drafts(int drafts) => drafts == 1 ? Say("1 utkast att skicka", "1 draft to send") : Say($"{drafts} utkast att skicka", $"{drafts} drafts to send");

    public string SentBack(int count) => count == 1 ? Say("1 fråga från kontoret", "1 question from the office") : Say($"{count} frågor från kontoret", $"{count} questions from the office");

    public string Begin => Say("Börja svara", "Begin");

    public string GoOn => Say("Fortsätt svara", "Go on");

    public string Look => Say("Visa frågorna", "Show the questions");

    public string Check => Say("Kontrollera och skicka in", "Check and send");

    public string BySpreadsheet => Say("Svara med ett kalkylblad i stället", "Answer by spreadsheet instead");

    public string AllRounds => Say("Alla omgångar", "All rounds");

    public string SentBackHeading => Say("Kontoret undrar", "The office asks");

    public string SentBackLead => Say("De här svaren räknas, men kontoret behöver veta mer.", "These answers count, but the office needs to know more.");

    public string Answer => Say("Svara", "Answer");

    public string Question => Say("Fråga", "Question");

    public string State => Say("Läge", "State");

    public string YourAnswer => Say("Ert svar", "Your answer");

    public string Caption(string goal) => Say($"Frågor om målet {goal}", $"Questions of the goal {goal}");

    public string Draft => Say("Utkast, inte skickat", "Draft, not sent");

    public string StateOf(ReportingStatus status) => status switch
    {
        ReportingStatus.Due => Say("Svar väntas", "Awaited"),
        ReportingStatus.Missing => Say("Svar saknas", "Missing"),
        ReportingStatus.Reported or ReportingStatus.Suppressed => Say("Besvarad", "Answered"),
        ReportingStatus.Late => Say("Besvarad för sent", "Answered late"),
        ReportingStatus.NotApplicable => Say("Berör er inte", "Doesn't concern you"),
        _ => Say("Inget svar väntas", "Nothing awaited"),
    };

    public string Asked => Say("Fråga från kontoret", "The office asks");

    public string NothingMoreHeading => Say("Har ni inget mer att rapportera?", "Nothing more to report?");

    public string NothingMoreHint => Say(
        "Säg till, så väntar kontoret inte på resten av svaren i den här omgången. Det ni redan har svarat gäller, och ni kan ändra er.",
        "Say so, and the office awaits no more answers in this round. What you have answered counts, and you may change your mind.");

    public string NothingMore => Say("Inget mer från oss i omgången", "Nothing more from us in this round");

    public string SaidNothingMore => Say("Ni har sagt att det inte kommer mer från er i omgången.", "You have said that nothing more comes from you in this round.");

    public string TakeBack => Say("Ångra: vi har mer att rapportera", "Undo: we have more to report");

    public string LockedHeading => Say("Omgången är låst", "The round is locked");

    public string PermitUntil(DateOnly until) => Say(
        $"Ni har ett undantag och kan ändra era svar till och med {SwedishDates.Long(until)}.", $"You have a permit to change your answers until {EnglishDates.Long(until)}.");

    public string OtherRounds => Say("Andra omgångar", "Other rounds");

    public string? Done(string? done) => done switch
    {
        "sent" => Say("Svaren är inskickade. Tack!", "The answers are sent. Thank you!"),
        "draft" => Say("Utkastet är sparat.", "The draft is saved."),
        "unchanged" => Say("Svaret är detsamma som förut. Det finns inget att skicka.", "The answer is the same as before. There is nothing to send."),
        "thrownAway" => Say("Utkastet är kastat.", "The draft is thrown away."),
        "withdrawn" => Say("Svaret är tillbakataget. Frågan väntar på svar igen.", "The answer is taken back. The question awaits an answer again."),
        "nothingMore" => Say("Nu väntar kontoret inte på fler svar från er i omgången.", "The office now awaits no more answers from you in this round."),
        "more" => Say("Nu väntar kontoret på era svar igen.", "The office now awaits your answers again."),
        _ => null,
    };

    public string GivenIn(string round, DateTimeOffset at) => Say(
        $"Lämnat {Day(at)} för omgång {SwedishDates.Round(round)}.", $"Given {Day(at)} for round {EnglishDates.Round(round)}.");

    public string TakenBackIn(string round, DateTimeOffset at) => Say(
        $"Svaret för omgång {SwedishDates.Round(round)} togs tillbaka {Day(at)}.", $"The answer for round {EnglishDates.Round(round)} was taken back {Day(at)}.");

    public string CheckTitle => Say("Kontrollera era svar", "Check your answers");

    public string CheckLead => Say("Läs igenom svaren innan du skickar in dem. Efteråt syns de för alla som läser uppföljningen.", "Read the answers before you send them. Afterwards everyone who reads the follow-up sees them.");

    public string NothingToSend => Say("Det finns inga utkast att skicka in.", "There are no drafts to send.");

    public string Ready(int count) => count == 1 ? Say("Ett svar att skicka in", "One answer to send") : Say($"{count} svar att skicka in", $"{count} answers to send");

    public string NotReadyHeading => Say("Inte klara: de här skickas inte", "Not ready: these aren't sent");

    public string Change => Say("Ändra", "Change");

    public string Mend => Say("Gör klart", "Complete");

    public string Send(int count) => count == 1 ? Say("Skicka in svaret", "Send the answer") : Say($"Skicka in {count} svar", $"Send {count} answers");

    public string SendLater => Say("Tillbaka utan att skicka", "Back without sending");

    public string Comment => Say("Kommentar", "Comment");

    public string Reason => Say("Varför det ändras", "Why it is changed");

    public string NotSent => Say("Svaren skickades inte", "The answers weren't sent");

    public string HistoryTitle => Say("Så har svaret ändrats", "How the answer was changed");

    public string Revision(int number) => Say($"Version {number}", $"Version {number}");

    public string BackToQuestion => Say("Till frågan", "To the question");

    public string Withdrawn => Say("Svaret togs tillbaka.", "The answer was taken back.");

    public string Because => Say("Varför:", "Why:");

    public string Accepted(DateTimeOffset at) => Say($"Godkänt av kontoret {Day(at)}.", $"Accepted by the office {Day(at)}.");

    public string AskedAt(DateTimeOffset at) => Say($"Kontoret frågade {Day(at)}:", $"The office asked {Day(at)}:");

    public string Masked => Say("Det som skrevs är dolt av kontoret.", "What was written is hidden by the office.");

    /// <summary>"3 maj 2021 kl. 13.05".</summary>
    public string Moment(DateTimeOffset at) => Say(SwedishDates.Moment(at), EnglishDates.Moment(at));

    private string Day(DateTimeOffset at) => Say(SwedishDates.Long(StockholmTime.DateOf(at)), EnglishDates.Long(StockholmTime.DateOf(at)));
}
