using Hsvo.Domain.Reports;

namespace Hsvo.Domain.Plans;

/// <summary>
/// What must hold of a plan, wherever it comes from: the app's own data files and an import are held to the same. Each fault has its place in the
/// plan's document (<c>nodes/12/parentId</c>). What makes a plan hard to follow up, but no less a plan, is <see cref="PlanHealth"/>.
/// </summary>
public static class PlanRules
{
    /// <summary>The most nodes of a plan.</summary>
    public const int MaxNodes = 2_000;

    /// <summary>The longest text that stands in a plan.</summary>
    public const int MaxText = 4_000;

    // A name, a title, a unit: what is shown on one line.
    private const int MaxName = 400;

    // The years that a date can be of, in every door.
    private const int FirstYear = 2000;
    private const int LastYear = 2099;

    /// <summary>Every fault.</summary>
    public static IReadOnlyList<FieldError> FaultsOf(Plan plan) =>
    [
        .. OfHeader(plan),
        .. OfRounds(plan.Kind, plan.Rounds),
        .. OfOrganisation(plan),
        .. OfThreads(plan),
        .. PlanTreeRules.FaultsOf(plan),
        .. plan.Nodes.SelectMany((n, i) => IndicatorRules.FaultsOf(plan, n, $"nodes/{i}")),
        .. FigureRules.FaultsOf(plan),
        .. OfReadings(plan),
    ];

    /// <summary>Ids that are none, or stand twice.</summary>
    internal static IEnumerable<FieldError> OfIds(string list, string what, IEnumerable<string> ids)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (i, id) in ids.Index())
        {
            var place = $"{list}/{i}/id";
            if (!Identifier.IsValid(id))
            {
                yield return new("id.form", place,
                    $"”{Excerpt.Of(id)}” är inget id: 1–64 tecken av a–z, 0–9, punkt och bindestreck.", $"{what} '{Excerpt.Of(id)}' is no id: 1-64 of a-z, 0-9, dot and hyphen.");
            }
            else if (!seen.Add(id))
            {
                yield return new("id.twice", place, $"{id} finns två gånger.", $"{what} {id} stands twice.");
            }
        }
    }

    /// <summary>A text that must be there, and be no longer than it may.</summary>
    internal static IEnumerable<FieldError> OfText(string place, string? text, int max = MaxText)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return [new("text.required", place, "Skriv en text.", "Write a text.")];
        }

        return OfOptional(place, text, max);
    }

    /// <summary>A text that may be absent or empty.</summary>
    internal static IEnumerable<FieldError> OfOptional(string place, string? text, int max = MaxText)
    {
        var errors = new List<FieldError>();
        FreeText.Check(text, max, place, errors);
        return errors;
    }

    /// <summary>A name of one line.</summary>
    internal static IEnumerable<FieldError> OfName(string place, string? name) => OfText(place, name, MaxName);

    /// <summary>A day that every door can tell.</summary>
    internal static IEnumerable<FieldError> OfDay(string place, DateOnly? day) => day is { Year: < FirstYear or > LastYear }
        ? [new("date.range", place, $"Datumet ska vara mellan {FirstYear} och {LastYear}.", $"The date must be from {FirstYear} to {LastYear}.")]
        : [];

    private static IEnumerable<FieldError> OfHeader(Plan plan)
    {
        if (!Identifier.IsValid(plan.Area))
        {
            yield return new("id.form", "area", "Området är inget id.", $"The area '{Excerpt.Of(plan.Area)}' is no id.");
        }

        if (!Identifier.IsValid(plan.Id))
        {
            yield return new("id.form", "plan/id",
                $"”{Excerpt.Of(plan.Id)}” är inget id: 1–64 tecken av a–z, 0–9, punkt och bindestreck.", $"The plan '{Excerpt.Of(plan.Id)}' is no id: 1-64 of a-z, 0-9, dot and hyphen.");
        }

        if (plan.Year is < FirstYear or > LastYear)
        {
            yield return new("year.range", "plan/year", $"Året ska vara mellan {FirstYear} och {LastYear}.", $"The year must be from {FirstYear} to {LastYear}.");
        }

        if (plan.Period is { } period && period.Through < period.From)
        {
            yield return new("period.order", "period/through", "Perioden slutar innan den börjar.", "the period ends before it begins.");
        }

        if (plan.Source.Sha256 is { } sha256 && (sha256.Length != 64 || !sha256.All(char.IsAsciiHexDigitLower)))
        {
            yield return new("source.sha256", "source/sha256",
                "Skriv 64 hexadecimala tecken med små bokstäver, eller null för en plan som inte är läst ur ett dokument.",
                "source.sha256 isn't a SHA-256 in lower-case hexadecimal, or null for a plan that was read from no document.");
        }

        foreach (var fault in Enumerable.Empty<FieldError>()
            .Concat(OfName("plan/title", plan.Title))
            .Concat(OfOptional("overallGoal", plan.OverallGoal))
            .Concat(OfOptional("overallGoalQuote", plan.OverallGoalQuote))
            .Concat(OfDay("adopted", plan.Adopted))
            .Concat(OfName("adoptedBy", plan.AdoptedBy))
            .Concat(OfOptional("adoptedQuote", plan.AdoptedQuote))
            .Concat(OfDay("period/from", plan.Period?.From))
            .Concat(OfDay("period/through", plan.Period?.Through))
            .Concat(OfName("source/document", plan.Source.Document))
            .Concat(OfOptional("diarienummer", plan.Source.Diarienummer, MaxName))
            .Concat(plan.Conditions.SelectMany((c, i) => OfText($"conditions/{i}/text", c.Text).Concat(OfOptional($"conditions/{i}/quote", c.Quote))))
            .Concat(plan.OrdinaryOperations.SelectMany((o, i) => OfText($"ordinaryOperations/{i}/name", o.Name).Concat(OfOptional($"ordinaryOperations/{i}/quote", o.Quote)))))
        {
            yield return fault;
        }
    }

    private static IEnumerable<FieldError> OfRounds(PlanKind kind, IReadOnlyList<Round> rounds)
    {
        foreach (var fault in OfIds("rounds", "round", rounds.Select(r => r.Id)).Concat(rounds.SelectMany((r, i) =>
            OfDay($"rounds/{i}/ends", r.Ends).Concat(OfOptional($"rounds/{i}/reading", r.Reading)))))
        {
            yield return fault;
        }

        foreach (var (i, (earlier, later)) in rounds.Zip(rounds.Skip(1)).Index())
        {
            if (later.Ends <= earlier.Ends)
            {
                yield return new("round.order", $"rounds/{i + 1}/ends", $"Omgången slutar inte efter {earlier.Id}.", $"round {later.Id} doesn't end after {earlier.Id}.");
            }

            // Answers carry forward by the order of the ids.
            if (string.CompareOrdinal(later.Id, earlier.Id) < 0)
            {
                yield return new("round.order", $"rounds/{i + 1}/id", $"Omgångens id kommer före {earlier.Id} i ordningen.", $"round {later.Id} sorts before {earlier.Id}.");
            }
        }

        if (rounds.Count == 0)
        {
            yield return new("rounds.count", "rounds", "En plan har minst en omgång.", "A plan has a round at least.");
        }

        // What a board follows month by month isn't over when the year is.
        var goesOn = kind == PlanKind.Uppfoljning;
        if (!rounds.Where(r => r.IsFinal).SequenceEqual(goesOn ? [] : rounds.TakeLast(1)))
        {
            yield return goesOn
                ? new("round.final", "rounds", "Ingen omgång avslutar en uppföljning.", "no round of a follow-up is final.")
                : new("round.final", "rounds", "Den sista omgången, och ingen annan, är den som avslutar planen.", "the last round, and no other, is final.");
        }
    }

    private static IEnumerable<FieldError> OfOrganisation(Plan plan) =>
    [
        .. OfIds("boards", "board", plan.Boards.Select(b => b.Id)),
        .. plan.Boards.SelectMany((b, i) => OfName($"boards/{i}/name", b.Name).Concat(OfName($"boards/{i}/abbreviation", b.Abbreviation)).Concat(OfOptional($"boards/{i}/quote", b.Quote))),
        .. OfIds("departments", "department", plan.Departments.Select(d => d.Id)),
        .. plan.Departments.SelectMany((d, i) => OfName($"departments/{i}/name", d.Name)),
        .. from d in plan.Departments.Index()
           where d.Item.Board is not null && plan.Boards.All(b => b.Id != d.Item.Board)
           select new FieldError("board.unknown", $"departments/{d.Index}/board",
               $"Planen har ingen nämnd {Excerpt.Of(d.Item.Board!)}.", $"unit {d.Item.Id} serves no board of this plan: {Excerpt.Of(d.Item.Board!)}."),
        .. OfIds("bodies", "body", plan.Bodies.Select(b => b.Id)),
        .. plan.Bodies.SelectMany((b, i) => OfName($"bodies/{i}/name", b.Name).Concat(OfOptional($"bodies/{i}/description", b.Description)).Concat(OfOptional($"bodies/{i}/quote", b.Quote))),
        .. from b in plan.Bodies.Index()
           from owing in b.Item.OwedBy.Index()
           where plan.FindDepartment(owing.Item) is null
           select new FieldError("department.unknown", $"bodies/{b.Index}/owedBy/{owing.Index}",
               $"Planen har ingen enhet {Excerpt.Of(owing.Item)}.", $"body {b.Item.Id} is owed by no unit of this plan: {Excerpt.Of(owing.Item)}."),
    ];

    private static IEnumerable<FieldError> OfThreads(Plan plan)
    {
        var known = plan.Threads.Select(t => t.Id).ToHashSet(StringComparer.Ordinal);
        var used = plan.Nodes.SelectMany(n => n.Threads).Concat(plan.OrdinaryOperations.SelectMany(o => o.Threads)).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. OfIds("threads", "thread", plan.Threads.Select(t => t.Id)),
            .. plan.Threads.SelectMany((t, i) => OfName($"threads/{i}/name", t.Name)),
            .. plan.OrdinaryOperations.SelectMany((o, i) => UnknownThreads($"ordinaryOperations/{i}", o.Name, o.Threads)),
            .. plan.Nodes.SelectMany((n, i) => UnknownThreads($"nodes/{i}", n.Id, n.Threads)),
            .. from thread in plan.Threads.Index()
               where !thread.Item.CoversPlan && !used.Contains(thread.Item.Id)
               select new FieldError("thread.unused", $"threads/{thread.Index}", "Ingen rad i planen hör till tråden.", $"thread {thread.Item.Id} is nowhere in the plan."),
        ];

        IEnumerable<FieldError> UnknownThreads(string place, string what, IReadOnlyList<string> threads) =>
            from thread in threads.Index()
            where !known.Contains(thread.Item)
            select new FieldError("thread.unknown", $"{place}/threads/{thread.Index}",
                $"Planen har ingen tråd {Excerpt.Of(thread.Item)}.", $"thread {Excerpt.Of(thread.Item)} isn't told of, but {Excerpt.Of(what)} belongs to it.");
    }

    private static IEnumerable<FieldError> OfReadings(Plan plan) => plan.Readings.SelectMany((reading, i) => OfText($"readings/{i}/text", reading.Text).Concat(
        reading.Node is { } node && plan.Find(node) is null
            ? [new("node.unknown", $"readings/{i}/node", $"Planen har ingen rad {Excerpt.Of(node)}.", $"A reading is of no node: {Excerpt.Of(node)}.")]
            : Array.Empty<FieldError>()));
}
