using System.Globalization;
using Hsvo.Domain.Drafting.Settling;
using Hsvo.Domain.Plans;

namespace Hsvo.Functions.Pages.PlanImport;

/// <summary>What the pages say that take a plan in.</summary>
internal sealed class ImportTexts(PageLanguage language) : PageTexts(language)
{
    public string Title => Say("Läs in en plan från Word", "Read a plan from Word");

    public string Office => Say("Samordning", "Coordination");

    public string Lead => Say(
        "Välj verksamhetsplanen som Word-dokument. Rubrikerna blir fokusområden och mål, och tabellernas rader prioriterade områden, aktiviteter och indikatorer. Inget sparas förrän du har sett vad som lästes.",
        "Choose the yearly plan as a Word document. Its headings become focus areas and goals, and the rows of its tables priority areas, activities and indicators. Nothing is stored until you have seen what was read.");

    public string File => Say("Word-dokument (.docx)", "Word document (.docx)");

    public string FileHint => Say("Högst 10 MB. Ändringar som inte är godkända läses som godkända.", "10 MB at most. Changes that nobody has accepted are read as accepted.");

    public string Year => Say("År, om det inte står i dokumentet", "Year, if the document doesn't say it");

    public string Previous => Say("Planen som den går vidare från", "The plan that it goes on from");

    public string PreviousHint => Say("Organ och trådar tas därifrån.", "Bodies and threads are taken from it.");

    public string LastYears => Say("Verksamhetsplanen för året före", "The yearly plan of the year before");

    public string Read => Say("Läs dokumentet", "Read the document");

    public string NotRead => Say("Dokumentet har inte lästs in", "The document was not read");

    public string NotStored => Say("Planen har inte sparats", "The plan was not stored");

    public string NotSettled => Say("Allt gick inte att avgöra", "Not all could be settled");

    public string DraftTitle => Say("Utkast ur Word", "Draft from Word");

    public string DraftLead(int settle) => settle == 0
        ? Say("Allt gick att läsa utan frågor. Läs igenom utkastet innan du sparar det.", "All could be read without questions. Read the draft through before you store it.")
        : Say($"{settle} ställen i dokumentet behöver en människas öga. Avgör dem här, i vilken ordning du vill; citaten ändras aldrig.",
            $"{settle} places of the document need a human's eye. Settle them here, in any order; the quotes never change.");

    public string PlanId => Say("Planens id", "The plan's id");

    public string PlanIdHint => Say("Små bokstäver, siffror, punkt och bindestreck. Finns planen redan får du se vad som ändras i den innan något sparas.",
        "Small letters, digits, dots and hyphens. If the plan is there already, you see what changes in it before anything is stored.");

    public string IsThere(string plan) => Say(
        $"{plan} har redan det id:t. Läs vad som ändras i den och kryssa i rutan om det är vad du vill, eller ge planen ett annat id.",
        $"{plan} has that id already. Read what changes in it and tick the box if that is what you want, or give the plan another id.");

    public string Replaces(string plan) => Say($"Ersätter {plan}", $"Replaces {plan}");

    public string Added => Say("Rader som läggs till", "Rows that are added");

    public string Changed => Say("Rader som ändras", "Rows that change");

    public string Removed => Say("Rader som tas bort", "Rows that are removed");

    public string Misfits => Say("Svar som inte längre passar", "Answers that no longer fit");

    public string MisfitsHint => Say("De sparas, men räknas inte så länge de inte passar.", "They are kept, but don't count while they don't fit.");

    public string Confirm(ReplacedPlan replaced) => Say(
        $"Gör detta till version {replaced.Plan.Version + 1}: {replaced.Of(RowChangeKind.Added).Count} rader läggs till, {replaced.Of(RowChangeKind.Changed).Count} ändras, {replaced.Of(RowChangeKind.Removed).Count} tas bort, och {replaced.Changes.Misfits.Count} svar passar inte längre.",
        $"Make this version {replaced.Plan.Version + 1}: {replaced.Of(RowChangeKind.Added).Count} rows are added, {replaced.Of(RowChangeKind.Changed).Count} change, {replaced.Of(RowChangeKind.Removed).Count} are removed, and {replaced.Changes.Misfits.Count} answers no longer fit.");

    public string PlanTitle => Say("Titel", "Title");

    public string Points => Say("Att avgöra", "To settle");

    public string LeftOf(SettledPlan settled) => Say($"{settled.Left} av {settled.ToSettle} kvar.", $"{settled.Left} of {settled.ToSettle} left.");

    public string MayWait => Say(
        "Det du avgör gäller när du trycker på Avgör eller Spara. Planen kan sparas med frågor kvar: då gäller det som lästes, och frågan står i planens inläsningsrapport.",
        "What you settle counts when you press Settle or Store. The plan may be stored with questions left: then what was read counts, and the question stands in the plan's loading report.");

    public string Settle => Say("Avgör och läs utkastet igen", "Settle and read the draft again");

    public string OtherPoints(int count) => Say($"Ytterligare {count} läsningar är noterade och följer med planens inläsningsrapport.", $"Another {count} readings are noted and go with the plan's loading report.");

    public string Threads => Say("Går vidare från den förra planen", "Goes on from the plan before");

    public string Alike(double likeness) => Say($"{Math.Round(likeness * 100).ToString(CultureInfo.InvariantCulture)} % lika", $"{Math.Round(likeness * 100).ToString(CultureInfo.InvariantCulture)} % alike");

    public string Taken => Say("samma tråd", "the same thread");

    public string Proposed => Say("kan höra ihop", "may belong together");

    public string ReadThrough => Say("Läs igenom utkastet", "Read the draft through");

    public string Back => Say("Tillbaka till frågorna", "Back to the questions");

    public string WhichChange => Say("Vilka rader det är ser du under Läs igenom utkastet.", "Read the draft through shows which rows.");

    public string Unasked(int count) => Say(
        $"{count} av dem ryms inte på sidan: för dem gäller det som lästes, och de står i planens inläsningsrapport.",
        $"{count} of them have no room on the page: for those what was read counts, and they stand in the plan's loading report.");

    public string Tree => Say("Utkastet", "The draft");

    public string Quote => Say("Citat", "Quote");

    public string Responsible => Say("Ansvar", "Responsible");

    public string Import => Say("Spara som version", "Store as a version");

    public string Download => Say("Ladda ner utkastet (JSON)", "Download the draft (JSON)");

    public string Again => Say("Välj ett annat dokument", "Choose another document");

    public string PlaceOf(int table, int row, string? column) => Say($"tabell {table}, rad {row}", $"table {table}, row {row}") + (column is null ? "" : $", {column}");

    public string KindOf(IndicatorKind kind) => Say(AnswerWords.Of(kind).Swedish, AnswerWords.Of(kind).English);
}
