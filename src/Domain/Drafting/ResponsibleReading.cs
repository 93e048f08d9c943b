using System.Text.RegularExpressions;
using Hsvo.Domain.Plans;

namespace Hsvo.Domain.Drafting;

/// <summary>Whom the fourth column names.</summary>
/// <param name="known">The bodies of the plan before.</param>
/// <param name="notes">Gets what is uncertain.</param>
internal sealed partial class ResponsibleReading(IReadOnlyList<ResponsibleBody> known, DraftNotes notes)
{
    // More words than a body's name has: a sentence about who does what.
    private const int MaxWords = 7;

    private const int LongWord = 10;

    private readonly List<ResponsibleBody> _bodies = [];

    /// <summary>Every body that was named. Where the organisation is that of the plan before, those that stand in no Ansvar cell are kept too.</summary>
    public IReadOnlyList<ResponsibleBody> Bodies => known.Any(_bodies.Contains) ? [.. known, .. _bodies.Except(known)] : _bodies;

    /// <summary>The bodies of each row, in order: its own, else those of the row above in its table.</summary>
    public IReadOnlyDictionary<DraftRow, IReadOnlyList<string>> Of(IReadOnlyList<DraftRow> rows)
    {
        var all = new Dictionary<DraftRow, IReadOnlyList<string>>();
        IReadOnlyList<string> above = [];
        List<DraftItem> answered = [];
        foreach (var row in rows)
        {
            // A cell answers for the rows that it is merged with too.
            answered = row.State == ResponsibleState.Shared && !row.IsFirst ? answered : [];
            answered.AddRange(row.Answering);
            above = row.State == ResponsibleState.Own ? Read(row, answered) : row.IsFirst ? [] : above;
            all[row] = above;
            if (row.State != ResponsibleState.Own)
            {
                TellNone(row, above, answered);
            }
        }

        return all;
    }

    private void TellNone(DraftRow row, IReadOnlyList<string> above, IReadOnlyList<DraftItem> rows)
    {
        var names = string.Join(" och ", above.Select(id => _bodies.Find(b => b.Id == id)!.Name));
        if (above.Count == 0)
        {
            // A cell that goes on from one as empty is settled with it.
            var isAlone = row.State == ResponsibleState.Empty || row.IsFirst;
            notes.Add("responsible.none", ReadingKind.Responsible, "Ansvar-cellen är tom, och ingen rad ovanför i tabellen har någon ansvarig.",
                "The Ansvar cell is empty, and no row above it in the table has anybody responsible.", row.Opening, PlaceOf(row), settle: isAlone, choices: [.. known.Select(b => b.Id)], rows: isAlone ? rows : []);
        }
        else if (row.State == ResponsibleState.Shared)
        {
            notes.Add("responsible.shared", ReadingKind.Responsible, $"Ansvar-cellen går vidare från raden ovan: {names}.", $"The Ansvar cell goes on from the row above: {names}.", row.Opening, PlaceOf(row));
        }
        else
        {
            notes.Add("responsible.empty", ReadingKind.Responsible, $"Ansvar-cellen är tom och läses som sammanslagen med raden ovan: {names}.",
                $"The Ansvar cell is empty and is read as merged with the row above: {names}.", row.Opening, PlaceOf(row), settle: true, choices: above, rows: rows);
        }
    }

    private IReadOnlyList<string> Read(DraftRow row, IReadOnlyList<DraftItem> rows)
    {
        var ids = new List<string>();
        var isAsked = false;
        foreach (var paragraph in row.Responsible)
        {
            var text = paragraph[(paragraph.LastIndexOf(':') + 1)..].Trim();
            if (Find(text) is { } whole)
            {
                ids.Add(whole.Id);
                if (whole.Name != paragraph || !known.Contains(whole))
                {
                    Tell("responsible.read", $"”{paragraph}” läses som {whole.Name} ({whole.Id}).", $"'{paragraph}' is read as {whole.Name} ({whole.Id}).", paragraph, text != paragraph);
                }

                continue;
            }

            if (text.Length == 0 || text.Split(' ').Length > MaxWords)
            {
                Tell("responsible.unread", "Ansvar-cellen är en mening: vilka organ som svarar har inte lästs ut ur den.",
                    "The Ansvar cell is a sentence: which bodies answer was not read out of it.", paragraph, settle: true);
                continue;
            }

            string[] names = [.. Between().Split(text).Select(n => n.Trim(' ', '.', ',')).Where(n => n.Length > 0)];
            List<ResponsibleBody> bodies = [.. WholeNames(names).Select(n => Find(n) ?? New(n, row))];
            ids.AddRange(bodies.Select(b => b.Id));
            var read = string.Join(", ", bodies.Select(b => $"{b.Name} ({b.Id})"));
            Tell("responsible.read", $"”{paragraph}” läses som {read}.", $"'{paragraph}' is read as {read}.", paragraph, text != paragraph);
        }

        return [.. ids.Distinct()];

        // The whole cell is settled where its first uncertain paragraph is.
        void Tell(string code, string swedish, string english, string quote, bool settle)
        {
            notes.Add(code, ReadingKind.Responsible, swedish, english, row.Opening, PlaceOf(row), quote: quote, settle: settle, rows: settle && !isAsked ? rows : []);
            isAsked |= settle;
        }
    }

    // "ledningsgrupp psykiatri och missbruk" is one body where it is known as one.
    private IEnumerable<string> WholeNames(string[] names)
    {
        for (var i = 0; i < names.Length;)
        {
            var end = names.Length;
            while (end > i + 1 && !known.Any(b => Wording.Slug(b.Name) == Wording.Slug(Joined(i, end))))
            {
                end--;
            }

            yield return Joined(i, end);
            i = end;
        }

        string Joined(int from, int to) => string.Join(" och ", names[from..to]);
    }

    private static TablePlace PlaceOf(DraftRow row) => row.Place with { Column = TableHeader.NameOf(PlanColumn.Responsible) };

    // One that the document has named, else one of the plan before.
    private ResponsibleBody? Find(string name)
    {
        if (_bodies.Find(b => Means(b, name)) is { } named)
        {
            return named;
        }

        if (known.FirstOrDefault(b => Means(b, name)) is not { } body)
        {
            return null;
        }

        _bodies.Add(body);
        return body;
    }

    private static bool Means(ResponsibleBody body, string name) =>
        Wording.Slug(name) is { Length: > 0 } slug && (slug == Wording.Slug(body.Name) || slug == body.Id || IdOf(name) == body.Id || Begins(Wording.Slug(body.Name, 200), slug));

    // "Samråd" of "Samråd HSVO Uppsala", and "Närvårdsstrateger" of "Närvårdsstrategerna (NVS)": an ending is told by a long word alone.
    private static bool Begins(string body, string name) =>
        body.StartsWith(name + "-", StringComparison.Ordinal) || (name.Length >= LongWord && body.StartsWith(name, StringComparison.Ordinal));

    private ResponsibleBody New(string name, DraftRow row)
    {
        var body = new ResponsibleBody(IdOf(name), char.ToUpperInvariant(name[0]) + name[1..], "", name, []);
        while (_bodies.Exists(b => b.Id == body.Id) || body.Id.Length == 0)
        {
            body = body with { Id = $"organ-{_bodies.Count + 1}" };
        }

        _bodies.Add(body);
        notes.Add("body.new", ReadingKind.Organisation,
            $"{body.Name} ({body.Id}) står i Ansvar men finns inte i den förra planen: vilka enheter som svarar är inte sagt.",
            $"{body.Name} ({body.Id}) stands in Ansvar but isn't in the plan before: which units answer for it isn't said.",
            place: PlaceOf(row), quote: name, settle: true, choices: [.. known.Select(b => b.Id)]);
        return body;
    }

    // "TL HSVO Uppsala" is what people call TL.
    private static string IdOf(string name) => Wording.Slug(Abbreviation().Match(name) is { Success: true } match ? match.Value : name);

    [GeneratedRegex(@"^\p{Lu}{2,5}\b")]
    private static partial Regex Abbreviation();

    [GeneratedRegex(@"\s+och\s+|\s+samt\s+|\s*[,;/]\s*")]
    private static partial Regex Between();
}
