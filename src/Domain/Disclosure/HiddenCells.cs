using Hsvo.Domain.Figures;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;

namespace Hsvo.Domain.Disclosure;

/// <summary>
/// Finds the cells that aren't shown: those that count few people, and those from which such a count follows. An answer that was taken back is what it
/// was when it was given: what was shown of it can't be unshown, and what was hidden stays hidden.
/// </summary>
internal static class HiddenCells
{
    /// <summary>Every cell that isn't shown.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="cells">The newest report of each cell, all rounds.</param>
    /// <param name="others">Cells that aren't shown for a reason of another time.</param>
    /// <param name="threshold">The smallest count of people that is shown, but for zero.</param>
    public static HashSet<ReportKey> In(Plan plan, IReadOnlyList<Report> cells, IEnumerable<ReportKey> others, int threshold)
    {
        HashSet<ReportKey> hidden =
        [
            .. others, .. cells.Where(c => SmallNumbers.IsForgotten(plan, c) || IsSmall(plan, c, threshold)).Select(c => c.Key), .. TooCloseIn(plan, cells, threshold),
        ];
        var shown = cells.Where(c => !hidden.Contains(c.Key)).ToDictionary(c => c.Key);
        hidden.UnionWith(Shares(plan, cells).Where(s => !IsShareShown(s.Share, s.Counts, shown, threshold)).Select(s => s.Share.Key));
        return hidden;
    }

    /// <summary>
    /// The cells of cumulative counts that differ by few people from one that was shown before. What was shown stays shown, so it is the later one that
    /// is hidden, whichever round is the earlier.
    /// </summary>
    public static HashSet<ReportKey> TooCloseIn(Plan plan, IReadOnlyList<Report> cells, int threshold)
    {
        var hidden = new HashSet<ReportKey>();
        foreach (var series in cells.Where(c => SpecOf(plan, c) is { CountsPeople: true, Measurement.Kind: MeasurementKind.Cumulative })
            .GroupBy(c => (c.Key.Indicator, c.Key.Department)))
        {
            // What the document says itself everyone has read.
            List<Answer> shown = [.. plan.Figures.Where(f => f.Node == series.Key.Indicator && !f.IsApproximate).Select(f => new Answer { Value = AnswerValue.Of(f.Value) })];
            var isBesideHidden = false;
            foreach (var report in series.OrderBy(c => c.GivenAt).ThenBy(c => c.Key.Round, StringComparer.Ordinal))
            {
                // Beside one that is hidden, a number that isn't new is hidden too: else "hidden" would mean "more came", which bounds the other.
                if (report.IsHeldBack || shown.Any(s => Differences(s, report.Given).Any(d => IsFew(d, threshold) || (isBesideHidden && d == 0))))
                {
                    hidden.Add(report.Key);
                    isBesideHidden = true;
                }
                else if (IsSmall(plan, report, threshold))
                {
                    isBesideHidden = true;
                }
                else
                {
                    shown.Add(report.Given);
                }
            }
        }

        return hidden;
    }

    /// <summary>The shares that each count is the numerator of.</summary>
    public static ILookup<ReportKey, ReportKey> SharesByCount(Plan plan, IReadOnlyList<Report> cells) =>
        Shares(plan, cells).SelectMany(s => s.Counts, (s, count) => (count, share: s.Share.Key)).ToLookup(p => p.count, p => p.share);

    /// <summary>
    /// Whether a report counts few people by itself. A compound answer is hidden whole: its parts may count the same people, and its comment is of all of them.
    /// </summary>
    public static bool IsSmall(Plan plan, Report report, int threshold) =>
        IsSmall(plan, report, report.Given, threshold) || (report.Withdrawn?.Before is { } before && IsSmall(plan, report, before, threshold));

    // As the plan has the row now, and had it when the report was stored: what either hides isn't shown.
    private static IndicatorSpec? SpecOf(Plan plan, Report report) => (plan.Find(report.Key.Indicator)?.Indicator, report.Counted) switch
    {
        ({ } spec, { } counted) => spec with
        {
            CountsPeople = spec.CountsPeople || counted.IsPeople,
            Measurement = counted.IsCumulative ? new(MeasurementKind.Cumulative) : spec.Measurement,
        },
        var (spec, _) => spec,
    };

    private static bool IsSmall(Plan plan, Report report, Answer answer, int threshold) => SpecOf(plan, report) switch
    {
        { CountsPeople: true, Kind: IndicatorKind.Count } => NumbersOf(answer).Any(n => IsFew(n.Value, threshold)),
        { Kind: IndicatorKind.Percentage } spec when spec.CountsPeople || NumeratorsOf(plan, report).Any() =>
            answer.Value?.Ratio is { } ratio && (IsFew(ratio.Numerator, threshold) || IsFew(ratio.Remainder, threshold)),
        _ => false,
    };

    private static bool IsFew(double number, int threshold) => Math.Abs(number) is > 0 and var n && n < threshold;

    // Each share of people with the counts that may be its numerator.
    private static IEnumerable<(Report Share, ReportKey[] Counts)> Shares(Plan plan, IReadOnlyList<Report> cells)
    {
        var counting = cells.ToLookup(c => (c.Key.Round, c.Key.Indicator), c => c.Key.Department);
        return from share in cells
               from numerator in NumeratorsOf(plan, share)
               select (share, Numerators(plan, share.Key, numerator, counting[(share.Key.Round, numerator)]));
    }

    // The row that counts the people a percentage is of, and the one that did when it was stored. A version of the plan may lack it: then nobody counts.
    private static IEnumerable<string> NumeratorsOf(Plan plan, Report share)
    {
        if (SpecOf(plan, share) is not { Kind: IndicatorKind.Percentage } spec)
        {
            yield break;
        }

        var now = spec.Fraction?.CountedBy is { } count && plan.Find(count)?.Indicator is null or { CountsPeople: true } ? spec.Fraction!.CountedBy : null;
        if (now is not null)
        {
            yield return now;
        }

        if (share.Counted?.CountedBy is { } then && then != now)
        {
            yield return then;
        }
    }

    // The same department's count; else that of whoever counts. And that of those who counted before who counts was settled otherwise: the share may be of it.
    private static ReportKey[] Numerators(Plan plan, ReportKey share, string numerator, IEnumerable<string> counted)
    {
        string[] owing = plan.Find(numerator) is { } row ? [.. plan.Owing(row).Select(d => d.Id)] : [];
        string[] counting = owing.Contains(share.Department, StringComparer.Ordinal) ? [share.Department] : owing;
        return [.. counting.Union(counted.Except(owing)).Select(d => new ReportKey(share.Round, numerator, d))];
    }

    // With the denominator, which people may know, a percentage is its numerator; with the numerator it is the denominator, and so the remainder.
    private static bool IsShareShown(Report share, ReportKey[] counts, Dictionary<ReportKey, Report> shown, int threshold) =>
        share.Given.NotApplicable || (counts.Length > 0 && counts.All(key =>
            shown.TryGetValue(key, out var count)
            && !(count.HasHiddenPast && share.GivenAt < count.GivenAt)
            && NumbersOf(share.Given).All(s => NumbersOf(count.Given).Any(n => n.Part == s.Part && LeastRemainder(n.Value, s.Value) is var r && (r <= 0 || r >= threshold)))));

    /// <summary>The least that the denominator can be above the numerator; 0 where the share is the whole, or nobody.</summary>
    private static double LeastRemainder(double count, double percent)
    {
        if (count == 0 || percent is 0 or >= 100)
        {
            return 0;
        }

        var most = Math.Min(100, percent + PersonsAboveTarget.RoundingOf(percent));
        return Math.Max(count * (100 - most) / most, double.Epsilon);
    }

    private static IEnumerable<double> Differences(Answer one, Answer other) =>
        NumbersOf(one).Join(NumbersOf(other), n => n.Part, n => n.Part, (a, b) => b.Value - a.Value);

    // The number of a row without parts goes by an empty name.
    private static IEnumerable<(string Part, double Value)> NumbersOf(Answer answer) => answer.Value is { } whole
        ? whole.Number is { } number ? [("", number)] : []
        : answer.Parts.Where(p => p.Value.Number is not null).Select(p => (p.Part, p.Value.Number!.Value));
}
