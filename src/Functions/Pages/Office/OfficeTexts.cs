using Hsvo.Domain.Meetings;
using Hsvo.Functions.Mapping;

namespace Hsvo.Functions.Pages.Office;

/// <summary>What the coordinating office's pages say.</summary>
/// <param name="language">The page's language.</param>
internal sealed class OfficeTexts(PageLanguage language) : PageTexts(language)
{
    private readonly Board.BoardTexts _words = new(language);

    public string Title => Say("Samordning", "Coordination");

    public string Lead => Say("Samråden, vem som har svarat på vad, och vem som svarar för vad.", "The meetings, who has answered what, and who answers for what.");

    public string Meetings => Say("Samråd", "Meetings");

    public string NoMeetings => Say("Inget samråd har ett datum än.", "No meeting has a date yet.");

    public string Warning(MeetingWarning warning) => Say(MeetingWarningTexts.Swedish(warning), MeetingWarningTexts.English(warning));

    public string SetDate => Say("Sätt datum", "Set the date");

    public string NewMeeting => Say("Nytt samråd", "New meeting");

    public string Meeting(string id) => Say($"Samrådet {MonthOf(id)}", $"The meeting of {MonthOf(id)}");

    public string Meeting(Meeting meeting) => _words.Of(meeting);

    public string MonthOf(string id) => _words.OfRound(id);

    public string Meets => Say("Samråd", "Meets");

    public string Due => Say("Svar senast", "Answers due");

    public string Seals => Say("Underlaget fastställs", "Paper sealed");

    public string Change => Say("Ändra", "Change");

    public string Paper => Say("Underlaget", "The paper");

    public string PaperHint(DateOnly seals, DateOnly today) => seals > today
        ? Say($"Det preliminära underlaget visar vad samrådet får som svaren står nu. Det fastställs {Day(seals)}, och då låses omgången.",
            $"The preliminary paper shows what the meeting gets as the answers stand now. It is sealed {Day(seals)}, and the round is locked then.")
        : Say($"Underlaget är fastställt sedan {Day(seals)} och omgången låst.", $"The paper is sealed since {Day(seals)}, and the round is locked.");

    public string Rounds => Say("Pågående omgångar", "Current rounds");

    public string RoundOf(string id) => Say($"Omgång {MonthOf(id)}", $"Round {MonthOf(id)}");

    public string Plan => Say("Plan", "Plan");

    public string ImportPlan => Say("Läs in en plan från Word", "Read a plan from Word");

    public string Archive => Say("Arkiv", "Archive");

    public string ArchiveHint => Say(
        "Ett planårs alla svar, beslut och underlag i en fil, för arkivet. Att du tar ut den antecknas.",
        "All answers, decisions and papers of a plan year in one file, for the archive. That you take it out is noted.");

    public string Round => Say("Omgång", "Round");

    public string Answered => Say("Besvarat", "Answered");

    public string Progress(int answered, int owed) => owed == 0 ? Say("Inget väntas", "Nothing awaited") : Say($"{answered} av {owed}", $"{answered} of {owed}");

    public string WhoAnswers => Say("Vem svarar för vad", "Who answers for what");

    public string Assumed => Say("Antaget, inte bekräftat av kontoret", "Assumed, not confirmed by the office");

    public string Confirmed => Say("Bekräftat av kontoret", "Confirmed by the office");

    public string Save => Say("Spara", "Save");

    public string ErrorHeading => Say("Inget har sparats", "Nothing was stored");

    public string Back => Say("Samordning", "Coordination");

    public string Id => Say("Samrådets id", "The meeting's id");

    public string IdHint => Say("År och månad, till exempel 2021-05. Ett extra samråd i samma månad får ett annat id, till exempel 2021-05-extra.", "Year and month, 2021-05 for one. An extra meeting of the same month gets another id, 2021-05-extra for one.");

    public string Date => Say("Datum", "Date");

    public string DateHint(MeetingDays days) => Say(
        $"Omgången öppnar {days.Opens} dagar före, svaren ska in senast {days.Due} dagar före och underlaget fastställs {days.Seals} dagar före.",
        $"The round opens {days.Opens} days ahead, answers are due {days.Due} days ahead, and the paper is sealed {days.Seals} days ahead.");

    public string Kind => Say("Slag", "Kind");

    public string Ordinary => Say("Ordinarie samråd", "Ordinary meeting");

    public string ExtraMeeting => Say("Extra samråd", "Extra meeting");

    public string Agenda => Say("Dagordning: vad som följs upp", "Agenda: what is followed up");

    public string Number => Say("Diarienummer", "Registry number");

    public string Optional => Say("Frivilligt.", "Optional.");

    public string Remove => Say("Ta bort samrådet", "Remove the meeting");

    public string RemoveHint => Say("Bara ett samråd som sattes av misstag. Omgången blir då utan dagar.", "Only one that was set by mistake. Its round is then without days.");

    public string Units => Say("Enheter", "Units");

    public string UnitsCaption => Say("Vad varje enhet har svarat på och ska svara på", "What each unit has answered and is to answer");

    public string Unit => Say("Enhet", "Unit");

    public string Missing => Say("Återstår", "Left");

    public string Answers => Say("Svaren", "The answers");

    public string Review => Say("Granska", "Review");

    public string NothingMore => Say("Har sagt att inget mer kommer", "Has said that nothing more comes");

    public string Burden => Say("Vad rapporteringen kräver", "What reporting asks");

    public string BurdenLead => Say(
        "Ett svar som aldrig ändras är det första att fundera över: behöver just den enheten svara? Öppna indikatorn för att bestämma vem som svarar på den, eller ",
        "An answer that never changes is the first to think over: need that unit answer? Open the indicator to settle who answers it, or ");

    public string SettleAll => Say("se vem som svarar för vad i hela planen", "see who answers for what in the whole plan");

    public string BurdenCaption => Say("Hur mycket varje enhet har att svara på, och hur mycket av det som säger något nytt", "How much each unit has to answer, and how much of it says something new");

    public string Owed => Say("Ska svara på", "Owes");

    public string Given => Say("Har svarat på", "Has answered");

    public string Repeated => Say("Samma svar som förra omgången", "Same answer as the round before");

    public string NeverChanged => Say("Har aldrig ändrats", "Never changed");

    public string MailHeading => Say("Påminnelser, klara att skicka", "Reminders, ready to send");

    public string MailHint => Say("Kopiera texten till ett mejl.", "Copy the text to a mail.");

    public string MailTo(string unit) => Say($"Till {unit}", $"To {unit}");

    public string NobodyAwaited => Say("Just nu väntas inga svar i omgången.", "No answers are awaited in the round right now.");

    public string NobodyOwes => Say("Alla har svarat.", "Everyone has answered.");

    public string Permits => Say("Undantag: sen ändring", "Permits for late changes");

    public string PermitHint => Say(
        "När underlaget är fastställt är omgången låst. Ett undantag låter en enhet ändra sina svar till och med en dag.",
        "Once the paper is sealed the round is locked. A permit lets a unit change its answers until a day.");

    public string NoPermits => Say("Inga undantag är givna.", "No permits are given.");

    public string PermitOf(string unit, DateOnly until) => Say($"{unit} till och med {Day(until)}", $"{unit} until {Day(until)}");

    public string Until => Say("Till och med", "Until");

    public string Why => Say("Varför?", "Why?");

    public string GivePermit => Say("Ge undantag", "Give the permit");

    public string ReviewTitle(string unit) => Say($"Granska svaren från {unit}", $"Review the answers of {unit}");

    public string ReviewLead => Say(
        "Svaren räknas redan. Godkänn dem, eller skicka tillbaka med en fråga: då väntas ett nytt svar, men det gamla räknas tills det kommer.",
        "The answers count already. Accept them, or send one back with a question: another is then awaited, and this one counts until it comes.");

    public string ReviewSees => Say("Här visas också svar som räknar få personer. Att du läser dem antecknas.", "Answers that count few people are shown here too. That you read them is noted.");

    public string NothingToReview => Say("Enheten har inte lämnat några svar i omgången.", "The unit has given no answers in the round.");

    public string Decision => Say("Beslut", "Decision");

    public string Leave => Say("Inget beslut nu", "No decision now");

    public string Accept => Say("Godkänn", "Accept");

    public string SendBack => Say("Skicka tillbaka", "Send back");

    public string Question => Say("Fråga till enheten", "Question to the unit");

    public string QuestionHint => Say("Behövs när du skickar tillbaka.", "Needed when you send back.");

    public string Unasked => Say("Välj Skicka tillbaka för att ställa frågan, eller ta bort den.", "Choose Send back to ask the question, or take it away.");

    public string IsAccepted => Say("Godkänt", "Accepted");

    public string IsSentBack => Say("Tillbakaskickat, väntar på svar", "Sent back, awaiting an answer");

    public string NotReviewed => Say("Inte granskat", "Not reviewed");

    public string SaveReview => Say("Spara granskningen", "Save the review");

    public string? Done(string? done) => done switch
    {
        "meeting" => Say("Samrådet är sparat.", "The meeting is stored."),
        "removed" => Say("Samrådet är borttaget.", "The meeting is removed."),
        "permit" => Say("Undantaget är givet.", "The permit is given."),
        "reviewed" => Say("Granskningen är sparad.", "The review is stored."),
        "followsBody" => Say("Sparat. Indikatorn följer sitt organ igen.", "Stored. The indicator goes by its body again."),
        "settled" => Say("Sparat. Det gäller från nu.", "Stored. It holds from now on."),
        _ => null,
    };

    /// <summary>A failure as errors of the page's form.</summary>
    public IReadOnlyList<Forms.FormError> Errors(UseCases.Failure failure, Func<string, string?> fieldOf) => failure.Faults.Count == 0
        ? [new(null, Say(failure.Swedish, failure.English))]
        : [.. failure.Faults.Select(f => new Forms.FormError(fieldOf(f.Pointer), Say(f.Swedish, f.English)))];

    /// <summary>"20 maj 2021".</summary>
    public string Day(DateOnly day) => _words.Of(day);
}
