using System.Globalization;
using System.Text.RegularExpressions;
using Hsvo.Domain.Plans;

namespace Hsvo.Domain.Drafting;

/// <summary>Guesses how an indicator is answered, by the words that the plans so far were read by.</summary>
internal static partial class IndicatorReading
{
    // More parts than any row binds together.
    private const int MaxParts = 20;

    private static readonly IReadOnlyList<string> Kinds =
        ["deliverable", "continuing", "count", "percentage", "amount", "milestone", "qualitative", "reference"];

    /// <summary>The number that a "Se 2.1.3" names; null for any other row.</summary>
    public static string? ReferenceOf(string quote) => Reference().Match(quote) is { Success: true } match ? match.Groups[1].Value : null;

    /// <summary>On what the row depends; null where on nothing.</summary>
    public static string? ConditionOf(string quote) => Condition().Match(quote) is { Success: true } match ? match.Groups[1].Value : null;

    /// <summary>How the row is answered, a reference aside.</summary>
    public static IndicatorSpec Of(DraftItem row, DraftNotes notes)
    {
        var answers = YesNo().Count(row.Quote);
        var spec = Guess(row, answers, notes);
        if (ConditionOf(row.Quote) is { } condition)
        {
            notes.Add("indicator.conditional", ReadingKind.Kind, $"Villkorad: {condition}.", $"Conditional: {condition}.", row, quote: condition);
        }

        if (answers > 1)
        {
            return spec with { Parts = PartsOf(row, notes) };
        }

        if (answers == 0 && spec.Kind is not (IndicatorKind.Qualitative or IndicatorKind.Milestone or IndicatorKind.Amount) && Several().IsMatch(row.Quote))
        {
            notes.Add("indicator.compound", ReadingKind.Kind,
                "Raden binder ihop flera saker, som kan behöva varsitt svar. Den läses som ett svar.",
                "The row binds several things together, which may need an answer each. It is read as one answer.", row, settle: true);
        }

        return spec;
    }

    private static IndicatorSpec Guess(DraftItem row, int answers, DraftNotes notes)
    {
        var text = row.Quote;
        if (Share().IsMatch(text))
        {
            var people = People().IsMatch(text);
            TellPeople(row, people, notes);
            return new() { Kind = IndicatorKind.Percentage, Unit = "procent", CountsPeople = people };
        }

        if (Number().Match(text) is { Success: true } counted)
        {
            var unit = UnitOf(counted.Groups[1].Value);
            var people = People().IsMatch(unit ?? text);
            TellPeople(row, people, notes);
            return new() { Kind = IndicatorKind.Count, Unit = unit, CountsPeople = people };
        }

        if (Kronor().IsMatch(text))
        {
            Tell(row, notes, "kind.amount", "Belopp: raden frågar efter kronor.", "An amount: the row asks for kronor.");
            return new() { Kind = IndicatorKind.Amount };
        }

        if (DayIn(text) is { } day)
        {
            Tell(row, notes, "kind.milestone", "Milstolpe: raden har ett datum.", "A milestone: the row has a date.");
            return new() { Kind = IndicatorKind.Milestone, Due = day };
        }

        if (GoesOn().Match(text) is { Success: true } going)
        {
            Tell(row, notes, "kind.continuing", $"Fortlöpande: {going.Value}.", $"Continuing: {going.Value}.");
            return new() { Kind = IndicatorKind.Continuing };
        }

        if (Finished().Match(text) is { Success: true } done)
        {
            Tell(row, notes, "kind.deliverable", $"Leverans: {done.Value} är ett avslutat tillstånd.", $"A deliverable: {done.Value} is a finished state.");
            return new() { Kind = IndicatorKind.Deliverable };
        }

        if (answers > 0)
        {
            notes.Add("kind.unknown", ReadingKind.Kind,
                "Raden besvaras med ja eller nej, men säger inte om det är ett avslutat tillstånd eller något som pågår. Den läses som en leverans.",
                "The row is answered ja or nej, but doesn't say whether it is a finished state or something that goes on. It is read as a deliverable.",
                row, settle: true, choices: ["deliverable", "continuing"]);
            return new() { Kind = IndicatorKind.Deliverable };
        }

        notes.Add("kind.unknown", ReadingKind.Kind,
            "Raden säger inte hur den ska besvaras. Den läses som ett svar i ord.", "The row doesn't say how it is to be answered. It is read as an answer in words.",
            row, settle: true, choices: Kinds);
        return new() { Kind = IndicatorKind.Qualitative };
    }

    private static void Tell(DraftItem row, DraftNotes notes, string code, string swedish, string english) => notes.Add(code, ReadingKind.Kind, swedish, english, row);

    private static void TellPeople(DraftItem row, bool people, DraftNotes notes) => notes.Add("kind.number", ReadingKind.Kind,
        people ? "Ett tal som räknar människor som får vård eller stöd: små tal visas inte." : "Ett tal som inte räknar människor som får vård eller stöd: också små tal visas.",
        people ? "A number that counts people who get care or support: small ones aren't shown." : "A number that doesn't count people who get care or support: small ones are shown too.",
        row, settle: true);

    // "Antal framtaga riktlinjer/ rutiner med …": the last word before what tells more of it.
    private static string? UnitOf(string counted)
    {
        var words = Wording.NameOf(MoreOfIt().Split(counted)[0]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words is [.., var last] ? last.Trim('(', ')', ',', '.', ':') : null;
    }

    private static List<IndicatorPart> PartsOf(DraftItem row, DraftNotes notes)
    {
        var texts = YesNo().Split(row.Quote).Select(t => t.Trim()).Where(t => t.Length > 0).Take(YesNo().Count(row.Quote)).ToList();
        // What stands before a colon says what all of them are about.
        if (texts is [var first, ..])
        {
            texts[0] = first[(first.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
        }

        List<IndicatorPart> parts = [.. texts.Select(t => new IndicatorPart(Wording.Slug(LinkingWord().Split(t)[0]), t))];
        if (parts.Count is < 2 or > MaxParts || parts.Any(p => p.Id.Length == 0) || parts.DistinctBy(p => p.Id).Count() != parts.Count)
        {
            notes.Add("indicator.compound", ReadingKind.Kind,
                "Raden har flera (Ja/Nej), men delarna gick inte att skilja åt. Den läses som ett svar.",
                "The row has several (Ja/Nej), but its parts couldn't be told apart. It is read as one answer.", row, settle: true);
            return [];
        }

        notes.Add("indicator.parts", ReadingKind.Kind, $"{parts.Count} delar: raden har lika många (Ja/Nej).", $"{parts.Count} parts: the row has as many (Ja/Nej).", row);
        return parts;
    }

    private static DateOnly? DayIn(string text)
    {
        var match = By().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var written = match.Groups[1].Value;
        return DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            || DateOnly.TryParseExact(written, "d MMMM yyyy", Swedish, DateTimeStyles.None, out day) ? day : null;
    }

    private static CultureInfo Swedish { get; } = CultureInfo.GetCultureInfo("sv-SE");

    [GeneratedRegex(@"^\(?[Ss]e (?:även |punkt |avsnitt |mål )*(\d+(?:\.\d+)*)\.?\)?$")]
    private static partial Regex Reference();

    [GeneratedRegex(@"\((under förutsättning att [^)]+)\)", RegexOptions.IgnoreCase)]
    private static partial Regex Condition();

    [GeneratedRegex(@"\(\s*ja\s*/\s*nej\s*\)", RegexOptions.IgnoreCase)]
    private static partial Regex YesNo();

    [GeneratedRegex(@"\bandel(?:en)?\b|\bprocent\b|%", RegexOptions.IgnoreCase)]
    private static partial Regex Share();

    [GeneratedRegex(@"^antal(?:et)? (.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Number();

    [GeneratedRegex(@"\bkronor\b|\bkr\b|\bkostnad(?:en|er)?\b", RegexOptions.IgnoreCase)]
    private static partial Regex Kronor();

    [GeneratedRegex(@"\bsenast (?:den )?(\d{4}-\d{2}-\d{2}|\d{1,2} \p{L}+ 20\d\d)", RegexOptions.IgnoreCase)]
    private static partial Regex By();

    // The last that is said counts, so it is read from the end; where a word begins from there is said, so that a long one isn't tried at each of its letters.
    [GeneratedRegex(@"\benligt (?:\p{L}+ )?(?:projektplan|tidplan)\p{L}*(?!\p{L})|\bvid varje\b|\b(?:fort)?löpande\b|\bkontinuerlig\p{L}*(?!\p{L})|\bmedverka[nr]\b|\b(?:beaktas|lyfts|deltar|får|följer|följs|sker|pågår|hålls|genomförs|erbjuds|bedrivs)\b", RegexOptions.IgnoreCase | RegexOptions.RightToLeft)]
    private static partial Regex GoesOn();

    [GeneratedRegex(@"\bfinns\b|\b\p{L}*(?:genomförd|genomfört|genomförda|genomförts|tagen|taget|tagna|tagits|deltagit|skapad|skapat|skapade|skapats|inrättad|inrättat|inrättats|godkänd|godkänt|godkända|godkänts|startad|startat|startats|påbörjad|påbörjat|påbörjats|erad|erat|erade|erats|erbjuden|erbjudet|erbjudna|erbjudits|mätt|mätts|utsedd|utsedda|utsetts|införd|infört|införts|beslutad|beslutat|klar|klart|klara)\b|\bfärdig\p{L}*(?!\p{L})", RegexOptions.IgnoreCase | RegexOptions.RightToLeft)]
    private static partial Regex Finished();

    [GeneratedRegex(@"patient|brukare|klient|biståndsmottagare|ungdom|\bunga\b|\bbarn\b|\bäldre\b|\bvuxna\b|anhörig|\bpersoner\b|\bindivider\b|nyanländ|\belever\b", RegexOptions.IgnoreCase)]
    private static partial Regex People();

    [GeneratedRegex(@"\b(?:och|samt|respektive)\b|,", RegexOptions.IgnoreCase)]
    private static partial Regex Several();

    [GeneratedRegex(@" (?:som|med|i|på|av|för|per|där|inom|till|kring|vid|hos|under)\b")]
    private static partial Regex MoreOfIt();

    [GeneratedRegex(@" (?:och|med|för|i|av|till|samt|kring|vid)\b")]
    private static partial Regex LinkingWord();
}
