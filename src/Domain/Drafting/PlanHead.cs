using System.Globalization;
using System.Text.RegularExpressions;
using Hsvo.Domain.Plans;

namespace Hsvo.Domain.Drafting;

/// <summary>What a document says of itself before its tables: title, adoption, the goal above all, nämnder; and what is taken over where it doesn't.</summary>
internal static partial class PlanHead
{
    // A title is shown on one line.
    private const int MaxTitle = 400;

    /// <summary>Its year: as asked, as its tables or its title say, else the year after the plan before; null where nothing says it.</summary>
    public static int? YearOf(TextDocument document, DraftingContext context) =>
        context.Year
        ?? document.Blocks.OfType<TextTable>().Select(GoalTables.YearIn).FirstOrDefault(y => y is not null)
        ?? (Year().Match(TitleOf(document)) is { Success: true } match ? int.Parse(match.Value, CultureInfo.InvariantCulture) : (int?)null)
        ?? context.Previous?.Year + 1;

    /// <summary>The title: what is styled so, else the first words.</summary>
    public static string TitleOf(TextDocument document)
    {
        var paragraphs = document.Blocks.OfType<TextParagraph>().Where(p => !p.IsContents && Wording.Squeeze(p.Text).Length > 0).ToList();
        var titled = paragraphs.Where(p => p.IsTitle).ToList();
        var title = Wording.Squeeze(string.Join(' ', (titled.Count > 0 ? titled : paragraphs.Take(1)).Select(p => p.Text)));
        return title.Length <= MaxTitle ? title : title[..MaxTitle];
    }

    /// <summary>The plan without its nodes.</summary>
    public static Plan Of(TextDocument document, DraftingContext context, int year, DraftNotes notes)
    {
        var title = TitleOf(document);
        var paragraphs = document.Blocks.OfType<TextParagraph>().Where(p => !p.IsContents).Select(p => Wording.Squeeze(p.Text)).Where(t => t.Length > 0).ToList();
        var (adopted, by, adoptedQuote) = Adoption(paragraphs, context.Previous, notes);
        var overall = paragraphs.Find(p => Overall().IsMatch(p));
        var boards = Boards(paragraphs, context.Previous, notes);
        notes.Add("title.read", ReadingKind.Wording, $"Planens titel läses som ”{title}”.", $"The plan's title is read as '{title}'.", quote: title);
        notes.Add("source.file", ReadingKind.Wording, "Kontrollsumman är Word-filens egen, och diarienummer läses inte ur dokumentet.", "The checksum is the Word file's own, and no registry number is read from the document.", settle: true);
        return new()
        {
            Area = context.Area,
            Id = context.Plan ?? (context.Previous is { } previous ? NextPlan.IdOf(previous, year) : $"plan-{year.ToString(CultureInfo.InvariantCulture)}"),
            Version = 0,
            Title = title,
            Year = year,
            Adopted = adopted,
            AdoptedBy = by,
            AdoptedQuote = adoptedQuote,
            OverallGoal = overall is null ? null : Wording.TextOf(Overall().Match(overall).Groups[1].Value),
            OverallGoalQuote = overall,
            Source = new(title, Diarienummer: null, context.Sha256),
            Rounds = context.Previous is { } again && again.Year == year ? again.Rounds : Rounds(year, notes),
            Boards = boards,
            Bodies = [],
            Departments = Departments(boards, context.Previous, notes),
            ResponsibilityIsAssumed = true,
            OrdinaryOperations = [],
            Readings = [],
            Nodes = [],
        };
    }

    private static (DateOnly? Day, string By, string? Quote) Adoption(List<string> paragraphs, Plan? previous, DraftNotes notes)
    {
        foreach (var (i, text) in paragraphs.Index())
        {
            if (Adopted().Match(text) is not { Success: true } match
                || !DateOnly.TryParseExact(match.Groups[2].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                continue;
            }

            var before = match.Groups[1].Value.Trim();
            var by = before.Length > 0 ? before : i > 0 ? paragraphs[i - 1] : "";
            if (by.Length is > 0 and <= MaxTitle)
            {
                return (day, by, before.Length > 0 ? text : $"{by} {text}");
            }
        }

        var assumed = previous?.AdoptedBy ?? "Framgår inte av dokumentet";
        notes.Add("adoption.none", ReadingKind.Wording, $"Dokumentet säger inte när det fastställdes eller av vem; antaget: {assumed}.", $"The document doesn't say when it was adopted or by whom; assumed: {assumed}.", settle: true);
        return (null, assumed, null);
    }

    private static IReadOnlyList<Board> Boards(List<string> paragraphs, Plan? previous, DraftNotes notes)
    {
        var boards = new List<Board>();
        foreach (var match in paragraphs.SelectMany(p => BoardNames().Matches(p)))
        {
            var (name, abbreviation) = (match.Groups[1].Value, match.Groups[2].Value);
            var id = Wording.Slug(abbreviation);
            if (boards.Exists(b => b.Id == id))
            {
                continue;
            }

            var known = previous?.Boards.FirstOrDefault(b => b.Id == id);
            var principal = known?.Principal ?? (name.EndsWith("styrelsen", StringComparison.OrdinalIgnoreCase) ? Principal.Region : Principal.Kommun);
            if (known is null)
            {
                notes.Add("board.new", ReadingKind.Organisation, $"{name} ({abbreviation}) finns inte i den förra planen; huvudmannen är antagen.", $"{name} ({abbreviation}) isn't in the plan before; whose board it is is assumed.",
                    quote: match.Value, settle: true);
            }

            boards.Add(new(id, char.ToUpperInvariant(name[0]) + name[1..], abbreviation, principal, match.Value));
        }

        if (boards.Count > 0 || previous is null)
        {
            return boards;
        }

        notes.Add("boards.previous", ReadingKind.Organisation, "Dokumentet nämner inga nämnder; de är den förra planens.", "The document names no boards; they are the plan before's.");
        return previous.Boards;
    }

    private static List<Department> Departments(IReadOnlyList<Board> boards, Plan? previous, DraftNotes notes)
    {
        List<Department> departments =
        [
            .. boards.Select(b => previous?.Departments.FirstOrDefault(d => d.Board == b.Id)
                ?? new Department(b.Id, $"Förvaltningen under {char.ToLowerInvariant(b.Name[0])}{b.Name[1..]}", b.Principal, b.Id, NameIsAssumed: true)),
            .. (previous?.Departments ?? []).Where(d => d.Board is null),
        ];
        notes.Add("departments.read", ReadingKind.Organisation,
            previous is null
                ? "Rapporterande enheter är förvaltningarna under nämnderna som dokumentet nämner; namnen är antagna."
                : $"Rapporterande enheter är de i {previous.Id}, för nämnderna som dokumentet nämner.",
            previous is null ? "The reporting units are the offices of the boards that the document names; their names are assumed." : $"The reporting units are those of {previous.Id}, for the boards that the document names.",
            settle: previous is null);
        return departments;
    }

    private static IReadOnlyList<Round> Rounds(int year, DraftNotes notes)
    {
        notes.Add("rounds.assumed", ReadingKind.Round,
            "Omgångarna läses inte ur dokumentet: maj, oktober och januari året därpå, som i planerna hittills, och var och en slutar den sista i månaden.",
            "The rounds aren't read from the document: May, October and January of the next year, as in the plans so far, each ending on the month's last day.", settle: true);
        return [Round(new(year, 5, 31), false), Round(new(year, 10, 31), false), Round(new(year + 1, 1, 31), true)];

        static Round Round(DateOnly ends, bool isFinal) =>
            new(ends.ToString("yyyy-MM", CultureInfo.InvariantCulture), ends, isFinal, "Antagen: samrådet möts i januari, maj och oktober. Omgången slutar den sista i månaden.");
    }

    [GeneratedRegex(@"\b20\d\d\b")]
    private static partial Regex Year();

    [GeneratedRegex(@"^Övergripande mål\s*:\s*(.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Overall();

    [GeneratedRegex(@"^(.{0,200}?)\bFastställd\p{L}*\s+(?:den\s+)?(\d{4}-\d{2}-\d{2})", RegexOptions.IgnoreCase)]
    private static partial Regex Adopted();

    [GeneratedRegex(@"\b(\p{L}+(?:nämnden|styrelsen))\s\((\p{Lu}{2,5})\)")]
    private static partial Regex BoardNames();
}
