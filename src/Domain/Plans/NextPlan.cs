using System.Globalization;
using Hsvo.Domain.Figures;

namespace Hsvo.Domain.Plans;

/// <summary>
/// A draft of a later year's plan, begun from what goes on: the rows that belong to threads, with all above and below them, under the same ids. Days
/// move by whole years; what only the old document says (its quotes' source, figures, readings, when it was adopted) is left behind.
/// </summary>
public static class NextPlan
{
    /// <summary>The draft.</summary>
    /// <param name="plan">The plan that goes on.</param>
    /// <param name="year">A later year.</param>
    public static Plan DraftFrom(Plan plan, int year)
    {
        var years = year - plan.Year;
        var kept = plan.Nodes.Where(n => IsKept(plan, n)).Select(n => n.Id).ToHashSet(StringComparer.Ordinal);

        // A reference whose row stays behind has nothing to show.
        kept.RemoveWhere(id => plan.Node(id).Indicator?.RefersTo is { } named && !kept.Contains(named));
        PlanNode[] nodes = [.. plan.Nodes.Where(n => kept.Contains(n.Id)).Select(n => Moved(n, kept, years))];
        OrdinaryOperation[] operations = [.. plan.OrdinaryOperations.Where(o => CoversPlan(plan) || o.Threads.Count > 0)];
        var title = Renamed(plan.Title, plan.Year, year);
        return plan with
        {
            Id = IdOf(plan, year),
            Version = 0,
            Imported = null,
            Title = title,
            Year = year,
            Period = plan.Period is { } period ? new(Moved(period.From, years), Moved(period.Through, years)) : null,
            Adopted = null,
            AdoptedQuote = null,
            Source = new(title, Diarienummer: null, Sha256: null),
            Conditions = CoversPlan(plan) ? plan.Conditions : [],
            Rounds = [.. plan.Rounds.Select(r => r with { Id = Renamed(r.Id, years), Ends = Moved(r.Ends, years), Reading = null })],
            OrdinaryOperations = operations,
            Nodes = nodes,
            Figures = [],
            DerivedFigures = [.. plan.DerivedFigures.Where(f => IsComputable(f, kept))],
            Threads = [.. plan.Threads.Where(t => t.CoversPlan || nodes.Any(n => n.Threads.Contains(t.Id)) || operations.Any(o => o.Threads.Contains(t.Id)))],
            Readings = [],
        };
    }

    /// <summary>The draft's id: the plan's with the year changed, or added where it has none.</summary>
    public static string IdOf(Plan plan, int year) => Renamed(plan.Id, plan.Year, year) is var renamed && renamed != plan.Id
        ? renamed
        : string.Create(CultureInfo.InvariantCulture, $"{plan.Id[..Math.Min(plan.Id.Length, Identifier.MaxLength - 5)]}-{year}");

    private static bool CoversPlan(Plan plan) => plan.Threads.Any(t => t.CoversPlan);

    private static bool IsKept(Plan plan, PlanNode node) => CoversPlan(plan) || HasThreadAbove(plan, node) || HasThreadBelow(plan, node);

    private static bool HasThreadAbove(Plan plan, PlanNode node) =>
        node.Threads.Count > 0 || (node.ParentId is { } parent && HasThreadAbove(plan, plan.Node(parent)));

    private static bool HasThreadBelow(Plan plan, PlanNode node) => plan.ChildrenOf(node.Id).Any(c => c.Threads.Count > 0 || HasThreadBelow(plan, c));

    private static bool IsComputable(DerivedFigureSpec figure, HashSet<string> kept) =>
        kept.Contains(figure.Node) && kept.Contains(figure.Count) && kept.Contains(figure.Share);

    private static PlanNode Moved(PlanNode node, HashSet<string> kept, int years) => node with
    {
        SeeAlso = [.. node.SeeAlso.Where(kept.Contains)],
        State = null,
        Indicator = node.Indicator is { } spec
            ? spec with
            {
                Due = Moved(spec.Due, years),
                Starts = Moved(spec.Starts, years),
                Target = spec.Target is { } target ? target with { By = Moved(target.By, years) } : null,
                Fraction = spec.Fraction is { CountedBy: { } counting } fraction && !kept.Contains(counting) ? fraction with { CountedBy = null } : spec.Fraction,
            }
            : null,
    };

    private static DateOnly? Moved(DateOnly? date, int years) => date is { } day ? Moved(day, years) : null;

    // The last day of a February stays the last.
    private static DateOnly Moved(DateOnly date, int years) => date.AddDays(1).Day == 1 ? date.AddDays(1).AddYears(years).AddDays(-1) : date.AddYears(years);

    private static string Renamed(string text, int from, int to) =>
        text.Replace(from.ToString(CultureInfo.InvariantCulture), to.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    // "2021-05": the round's own year, which in January is the plan's next.
    private static string Renamed(string round, int years) =>
        round.Length >= 4 && int.TryParse(round.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            ? (year + years).ToString("d4", CultureInfo.InvariantCulture) + round[4..]
            : round;
}
