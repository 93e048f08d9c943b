using Hsvo.Domain.Summaries;

namespace Hsvo.Functions.Pages.Board;

/// <summary>What a meeting's page says.</summary>
/// <param name="language">The page's language.</param>
internal sealed class MeetingTexts(PageLanguage language) : PageTexts(language)
{
    private readonly BoardTexts _words = new(language);

    public string Meets => Say("Samrådet", "The meeting");

    public string Opens => Say("Svar tas emot från", "Answers are taken from");

    public string Due => Say("Svar senast", "Answers by");

    public string Seals => Say("Underlaget fastställs", "The paper is sealed");

    public string Diarienummer => Say("Diarienummer", "Registry number");

    public string Agenda => Say("Tas upp", "Takes up");

    public string Days => Say("Dagar", "Days");

    public string Standing => Say("Läget i det som tas upp", "How what is taken up stands");

    public string Papers => Say("Sammanställningen inför samrådet", "The paper for the meeting");

    public string Read => Say("Läs på webben", "Read on the web");

    public string Word => Say("Hämta som Word", "Get it as Word");

    public string Json => Say("Hämta som data (JSON)", "Get it as data (JSON)");

    public string Of(PaperEdition edition) => edition == PaperEdition.Sealed ? Say("Fastställd", "Sealed") : Say("Preliminär", "Preliminary");

    public string Explained(PaperEdition edition) => edition == PaperEdition.Sealed
        ? Say("Det här är underlaget som samrådet får. Det ändras aldrig.", "This is what the meeting gets. It never changes.")
        : Say("Underlaget görs om när något ändras, tills det fastställs.", "The paper is made anew when something changes, until it is sealed.");

    public string CompiledAt(DateOnly day) => Say($"Sammanställd {_words.Of(day)}", $"Compiled {_words.Of(day)}");

    public string MadeFrom(int answers) => answers == 1 ? Say("av 1 svar", "from 1 answer") : Say($"av {answers} svar", $"from {answers} answers");

    public string NoSealedPaper(string seals) => Say(
        $"Sammanställningen visas här när den är fastställd, {seals}. Den preliminära är för inloggade.",
        $"The paper is shown here once it is sealed, {seals}. The preliminary one is for those who are signed in.");

    public string NoPaper(string opens) => Say(
        $"Ingen sammanställning är gjord än. Den görs från den dag svar tas emot, {opens}.", $"No paper has been compiled yet. It is from the day answers are taken, {opens}.");
}
