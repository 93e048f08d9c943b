using Hsvo.Domain.Plans;

namespace Hsvo.Plans.Files;

/// <summary>What must hold of a plan's data file before a plan is made of it.</summary>
internal static class PlanFileRules
{
    /// <summary>Every fault, each in one line that names the place.</summary>
    public static IEnumerable<string> Faults(PlanFile file) =>
    [
        .. HeaderFaults(file),
        .. IdFaults("round", file.Rounds.Select(r => r.Id)),
        .. RoundFaults(file.Kind, file.Rounds),
        .. IdFaults("board", file.Boards.Select(b => b.Id)),
        .. IdFaults("body", file.Bodies.Select(b => b.Id)),
        .. IdFaults("department", file.Departments.Select(d => d.Id)),
        .. OrganisationFaults(file),
        .. IdFaults("node", NodeIds(file)),
        .. file.FocusAreas.SelectMany(a => a.Goals.Where(g => !g.Number.StartsWith(a.Number + ".", StringComparison.Ordinal)).Select(g => $"goal {g.Number} stands under {a.Number}")),
        .. file.FocusAreas.SelectMany(a => a.Goals.SelectMany(g => TableRules.Faults(a, g))),
        .. ReferenceFaults(file),
        .. IdFaults("figure", file.Figures.Select(f => f.Figure.Id).Concat(file.DerivedFigures.Select(d => d.Id))),
        .. FigureRules.Faults(file, NodeIds(file).ToHashSet(StringComparer.Ordinal)),
        .. IdFaults("thread", file.Threads.Select(t => t.Id)),
        .. ThreadRules.Faults(file),
    ];

    private static IEnumerable<GoalEntry> Goals(PlanFile file) => file.FocusAreas.SelectMany(a => a.Goals);

    private static IEnumerable<TableRow> Rows(PlanFile file) => Goals(file).SelectMany(g => g.Rows);

    private static IEnumerable<string> NodeIds(PlanFile file) =>
        file.FocusAreas.Select(a => a.Number).Concat(Goals(file).Select(g => g.Number)).Concat(Rows(file).SelectMany(r => r.Cells).Select(c => c.Id));

    private static IEnumerable<string> HeaderFaults(PlanFile file)
    {
        foreach (var id in new[] { file.Area, file.Id }.Where(id => !Identifier.IsValid(id)))
        {
            yield return $"'{id}' is no id";
        }

        foreach (var area in file.FocusAreas.Where(a => a.Kind is not (NodeKind.FocusArea or NodeKind.GoalGroup)))
        {
            yield return $"{area.Number} is neither a focus area nor a group of goals";
        }

        if (file.Period is { } period && period.Through < period.From)
        {
            yield return "the period ends before it begins";
        }

        if (file.Source.Sha256.Length != 64 || !file.Source.Sha256.All(char.IsAsciiHexDigitLower))
        {
            yield return "source.sha256 isn't a SHA-256 in lower-case hexadecimal";
        }
    }

    private static IEnumerable<string> IdFaults(string what, IEnumerable<string> ids)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in ids)
        {
            if (!Identifier.IsValid(id))
            {
                yield return $"{what} '{id}' is no id";
            }

            if (!seen.Add(id))
            {
                yield return $"{what} {id} stands twice";
            }
        }
    }

    private static IEnumerable<string> RoundFaults(PlanKind kind, IReadOnlyList<Round> rounds)
    {
        foreach (var (earlier, later) in rounds.Zip(rounds.Skip(1)))
        {
            if (later.Ends <= earlier.Ends)
            {
                yield return $"round {later.Id} doesn't end after {earlier.Id}";
            }
        }

        // What a board follows month by month isn't over when the year is.
        var final = kind == PlanKind.Uppfoljning ? Array.Empty<Round>() : rounds.TakeLast(1);
        if (!rounds.Where(r => r.IsFinal).SequenceEqual(final))
        {
            yield return kind == PlanKind.Uppfoljning ? "no round of a follow-up is final" : "the last round, and no other, is final";
        }
    }

    private static IEnumerable<string> OrganisationFaults(PlanFile file)
    {
        var boards = file.Boards.Select(b => b.Id).ToHashSet(StringComparer.Ordinal);
        var departments = file.Departments.Select(d => d.Id).ToHashSet(StringComparer.Ordinal);

        foreach (var department in file.Departments.Where(d => d.Board is not null && !boards.Contains(d.Board)))
        {
            yield return $"department {department.Id} serves no board of this plan: {department.Board}";
        }

        foreach (var body in file.Bodies)
        {
            foreach (var owing in body.OwedBy.Where(d => !departments.Contains(d)))
            {
                yield return $"body {body.Id} is owed by no department of this plan: {owing}";
            }
        }
    }

    private static IEnumerable<string> ReferenceFaults(PlanFile file)
    {
        var nodes = NodeIds(file).ToHashSet(StringComparer.Ordinal);
        var answerable = Rows(file).SelectMany(r => r.Indicators).Where(i => i.Answer.Kind != IndicatorKind.Reference).Select(i => i.Id).ToHashSet(StringComparer.Ordinal);
        var owed = file.Bodies.Where(b => b.OwedBy.Count > 0).Select(b => b.Id).ToHashSet(StringComparer.Ordinal);
        var bodies = file.Bodies.Select(b => b.Id).ToHashSet(StringComparer.Ordinal);

        foreach (var row in Rows(file))
        {
            foreach (var cell in row.Cells)
            {
                foreach (var other in cell.SeeAlso.Where(o => !nodes.Contains(o)))
                {
                    yield return $"{cell.Id} points at no node: {other}";
                }
            }

            foreach (var indicator in row.Indicators.Where(i => i.Answer.RefersTo is { } named && !answerable.Contains(named)))
            {
                yield return $"{indicator.Id} refers to no row that is answered: {indicator.Answer.RefersTo}";
            }

            foreach (var body in row.Responsible.Bodies.Where(b => !bodies.Contains(b)))
            {
                yield return $"a row of {row.PriorityAreaId ?? row.Cells.First().Id} names no body of this plan: {body}";
            }

            if (!row.Responsible.Bodies.Any(owed.Contains))
            {
                yield return $"nobody answers a row of {row.PriorityAreaId ?? row.Cells.First().Id}";
            }
        }
    }
}
