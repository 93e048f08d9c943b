using Hsvo.Domain.Meetings;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Statuses;
using Hsvo.UseCases;

namespace Hsvo.Functions.Pages.Reporting;

/// <summary>What a question's page says.</summary>
/// <param name="language">The page's language.</param>
internal sealed class QuestionTexts(PageLanguage language) : PageTexts(language)
{
    private readonly ReportingTexts _rounds = new(language);

    public string Title => Say("Svara på en fråga", "Answer a question");

    public string Back => Say("Alla frågor i omgången", "All questions of the round");

    public string Goal => Say("Mål", "Goal");

    public string PriorityArea => Say("Prioriterat område", "Priority area");

    public string Activity => Say("Aktivitet", "Activity");

    public string TargetGroup => Say("Målgrupp", "Target group");

    public string Condition => Say("Villkor", "Condition");

    public string Target => Say("Mål för talet", "Target");

    public string SentBackHeading => Say("Kontoret undrar", "The office asks");

    public string SentBackWhatToDo => Say(
        "Ert svar räknas, men kontoret behöver veta mer. Ändra svaret eller kommentaren, skriv varför längst ner och skicka in igen.",
        "Your answer counts, but the office needs to know more. Change the answer or the comment, say why at the bottom and send it again.");

    public string LastHeading => Say("Ert senaste svar", "Your last answer");

    public string NoLast => Say("Ni har inte svarat på frågan tidigare.", "You haven't answered this before.");

    public string CountsOn => Say("Det gäller tills ni lämnar ett nytt.", "It counts until you give another.");

    public string History => Say("Så har svaret ändrats", "How the answer was changed");

    public string TakeBack => Say("Ta tillbaka svaret", "Take the answer back");

    public string TakenBack(string round, DateTimeOffset at) => _rounds.TakenBackIn(round, at);

    public string WithdrawnHistory => Say("Så såg det ut", "What it said");

    public string DraftHeading => Say("Du fortsätter på ett utkast", "You go on with a draft");

    public string DraftSaved(DateTimeOffset at) => Say(
        $"Sparat {SwedishDates.Moment(at)}. Ingen utanför er enhet ser det.", $"Saved {EnglishDates.Moment(at)}. Nobody outside your unit sees it.");

    public string Outdated => Say(
        "Svaret har ändrats efter att utkastet skrevs. Jämför med ert senaste svar här ovanför innan du sparar.",
        "The answer was changed after the draft was written. Compare it with your last answer above before you save.");

    public string OvertakenHeading => Say("Någon annan hann före", "Somebody else was first");

    public string Overtaken => Say(
        "En kollega har skickat ett svar medan du skrev. Det du skrev står kvar här nedanför. Vill du att det ska gälla i stället: spara igen, och skriv varför. Annars: gå tillbaka utan att spara.",
        "A colleague sent an answer while you were writing. What you wrote is still below. If it is to count instead: save again, and say why. Otherwise: go back without saving.");

    public string OtherDraft => Say(
        "En kollega har sparat ett annat utkast medan du skrev. Det du skrev står kvar här nedanför. Spara igen för att ersätta kollegans utkast.",
        "A colleague saved another draft while you were writing. What you wrote is still below. Save again to replace theirs.");

    public string Theirs => Say("Kollegans version", "Their version");

    public string Yes => Say("Ja", "Yes");

    public string No => Say("Nej", "No");

    public string Answer => Say("Ert svar", "Your answer");

    public string Reached => Say("Ja, det är uppnått", "Yes, it is reached");

    public string NotReached => Say("Nej, inte än", "No, not yet");

    public string ReachedOn => Say("Vilken dag?", "On which day?");

    public string Due(DateOnly day) => Say($"Ska vara uppnått senast {SwedishDates.Long(day)}.", $"Is to be reached by {EnglishDates.Long(day)}.");

    public string PartsHint => Say("Svara på varje del för sig.", "Answer each part by itself.");

    public string NumberHint(IndicatorKind kind) => kind switch
    {
        IndicatorKind.Amount => Say("Belopp i hela kronor eller med decimaler, till exempel 12 500", "An amount in kronor, 12 500 for example"),
        IndicatorKind.Percentage => Say("Procent, till exempel 1,4", "Per cent, 1,4 for example"),
        _ => Say("Ett heltal, noll eller mer", "A whole number, zero or more"),
    };

    public string Percent => Say("Andel i procent", "Share in per cent");

    public string PercentReckoned => Say("Lämna tomt om du fyller i talen ovanför, så räknas andelen ut.", "Leave empty if you fill in the numbers above, and the share is reckoned.");

    public string Numerator => Say("Antal (täljare)", "How many (numerator)");

    public string Denominator => Say("Av totalt (nämnare)", "Of how many (denominator)");

    public string Words => Say("Beskriv med egna ord. Skriv inget som pekar ut en person.", "Describe in your own words. Write nothing that points out a person.");

    public string CountsPeople => Say(
        "Frågan räknar personer som får vård eller stöd. Små tal visas bara för er och det samordnande kontoret.",
        "This counts people who get care or support. Small numbers are shown to you and the coordinating office alone.");

    public string Assessment => Say("Er bedömning av hur det går", "Your own judgement of how it goes");

    public string AssessmentHint(IndicatorSpec spec) => spec switch
    {
        { IsYesNo: true } => Say("Bara om svaret är nej. Frivilligt.", "Only where the answer is no. Optional."),
        { Kind: IndicatorKind.Milestone } => Say("Bara om det inte är uppnått. Frivilligt.", "Only where it isn't reached. Optional."),
        { IsNumber: true, Target: not null } => Say("Bara om målet inte är nått. Frivilligt.", "Only where the target isn't met. Optional."),
        _ => Say("Frivilligt.", "Optional."),
    };

    public string NoAssessment => Say("Ingen bedömning", "None");

    public string Comment => Say("Kommentar", "Comment");

    public string CommentHint => Say(
        "Frivilligt. Läses av politikerna och blir allmän handling. Skriv inget om enskilda personer.",
        "Optional. Politicians read it, and it becomes an official document. Write nothing about single persons.");

    public string NotApplicableHeading => Say("Berör frågan inte er?", "Doesn't it concern you?");

    public string NotApplicable => Say("Frågan berör inte oss", "It doesn't concern us");

    public string WhyNotApplicable => Say("Varför berör den inte er?", "Why doesn't it concern you?");

    public string Reason => Say("Varför ändrar ni svaret?", "Why do you change the answer?");

    public string ReasonHint(bool isNeeded) => isNeeded
        ? Say("Behövs, eftersom svaret är godkänt eller svarstiden har gått ut. Står kvar i historiken.", "Needed, since the answer is accepted or the due date has passed. It is kept in the history.")
        : Say("Frivilligt. Står kvar i historiken.", "Optional. It is kept in the history.");

    public string Save => Say("Spara och gå vidare", "Save and go on");

    public string SaveDraft => Say("Spara som det är", "Save as it is");

    public string NothingSentYet => Say("Inget skickas än: du kontrollerar alla svar innan du skickar in dem.", "Nothing is sent yet: you check all answers before you send them.");

    public string ThrowAway => Say("Kasta utkastet", "Throw the draft away");

    public string LockedHeading => Say("Omgången är låst", "The round is locked");

    public string NothingChanged => Say(
        "Svaret är detsamma som förut. Ändra det, eller ta bort det du skrev här.", "The answer is the same as before. Change it, or take away what you wrote here.");

    public string NothingTyped => Say("Det finns inget att spara än. Fyll i något, eller gå tillbaka.", "There is nothing to save yet. Fill in something, or go back.");

    public string TypedHeading => Say("Det du skrev", "What you wrote");

    public string NotKept => Say("Det är inte sparat. Kopiera det om du behöver det.", "It isn't stored. Copy it if you need it.");

    public string ErrorHeading => Say("Rätta det här först", "Mend this first");

    public string NameOf(Status status) => status switch
    {
        Status.NotStarted => Say("Ej påbörjad", "Not started"),
        Status.OnTrack => Say("Enligt plan", "On track"),
        Status.AtRisk => Say("I riskzonen", "At risk"),
        Status.Behind => Say("Efter plan", "Behind"),
        Status.Overdue => Say("Försenad", "Overdue"),
        _ => Say("Klar", "Completed"),
    };

    /// <summary>A fault in the words of a form: what the API says of fields by name is for systems.</summary>
    public string Of(Fault fault, IndicatorSpec spec) => fault.Code switch
    {
        "value.required" or "parts.missing" or "parts.required" => spec.Kind switch
        {
            IndicatorKind.Deliverable or IndicatorKind.Continuing => Say("Välj ja eller nej.", "Choose yes or no."),
            IndicatorKind.Milestone => Say("Välj om det är uppnått.", "Choose whether it is reached."),
            IndicatorKind.Qualitative => Say("Skriv ert svar.", "Write your answer."),
            IndicatorKind.Percentage => Say("Skriv andelen, eller täljare och nämnare.", "Write the share, or numerator and denominator."),
            _ => Say("Skriv ett tal.", "Write a number."),
        },
        "value.type" when spec.Kind == IndicatorKind.Milestone => Say("Ange dagen då det uppnåddes.", "Give the day when it was reached."),
        "ratio.missing" => Say("Fyll i både täljare och nämnare, eller ingen av dem.", "Fill in both numerator and denominator, or neither."),
        "reason.required" when fault.Swedish.Contains("berör", StringComparison.Ordinal) => Say("Skriv varför frågan inte berör er.", "Say why it doesn't concern you."),
        _ => Say(fault.Swedish, fault.English),
    };
}
