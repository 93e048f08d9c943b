using System.Runtime.CompilerServices;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.UseCases.Stores;

namespace Hsvo.UseCases;

/// <summary>Which revisions are asked for, as far as their keys tell: the ids that each part may have, null where it may have any.</summary>
/// <param name="Plans">The plans.</param>
/// <param name="Rounds">The rounds.</param>
/// <param name="Indicators">The rows.</param>
/// <param name="Departments">The units.</param>
public sealed record RevisionFilter(
    IReadOnlySet<string>? Plans = null, IReadOnlySet<string>? Rounds = null, IReadOnlySet<string>? Indicators = null, IReadOnlySet<string>? Departments = null)
{
    /// <summary>Where to begin: after a revision of a plan; null for the first.</summary>
    public (string Plan, LogPosition Position)? After { get; init; }

    /// <summary>How many are wanted; null when nobody knows.</summary>
    public int? Wanted { get; init; }
}

/// <summary>A revision as everyone may see it, in its plan.</summary>
/// <param name="Plan">The plan as it is published.</param>
/// <param name="Report">The revision.</param>
public sealed record PublishedRevision(PlanSnapshot Plan, Report Report);

/// <summary>
/// Every answer ever given, as everyone may see it: each as its history shows it to a reader. Read from storage as it is asked for, in the order of keys, so
/// that memory doesn't grow with the log. What the filter's keys tell becomes ranges of keys.
/// </summary>
/// <param name="reports">The reports.</param>
public sealed class ReadRevisions(IReportStore reports)
{
    // Each range is a question to storage: beyond these the whole round costs less.
    private const int MaxRanges = 60;

    // What stands after an id in a key, so that ids sort as their keys do.
    private static readonly Comparer<string> KeyOrder = Comparer<string>.Create((x, y) => string.CompareOrdinal($"{x}_", $"{y}_"));

    /// <summary>The revisions by plan, round, indicator, department and number, in the order of the text that joins these by underscores.</summary>
    /// <param name="plans">The plans as they are published.</param>
    /// <param name="filter">Which revisions; more may come, since only what keys tell is looked at.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async IAsyncEnumerable<PublishedRevision> HandleAsync(
        IReadOnlyList<PlanSnapshot> plans, RevisionFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var snapshot in plans.Where(p => filter.Plans is null || filter.Plans.Contains(p.Plan.Id)).OrderBy(p => p.Plan.Id, KeyOrder))
        {
            if (filter.After is { } from && KeyOrder.Compare(snapshot.Plan.Id, from.Plan) < 0)
            {
                continue;
            }

            var after = filter.After is { } place && place.Plan == snapshot.Plan.Id ? place.Position : (LogPosition?)null;
            foreach (var range in RangesOf(snapshot.Plan, filter))
            {
                await foreach (var revision in reports.ReadLogAsync(snapshot.Plan.Key, range with { After = after, Wanted = filter.Wanted }, cancellationToken))
                {
                    yield return Publish(snapshot, revision);
                }
            }
        }
    }

    /// <summary>A revision as its history shows it to a reader.</summary>
    public static PublishedRevision Publish(PlanSnapshot plan, LoggedRevision revision) => new(plan, ReadHistory.Published(plan.Plan, revision).Shown);

    private static IReadOnlyList<LogRange> RangesOf(Plan plan, RevisionFilter filter)
    {
        // A round that has answers stays in its plan, so its rounds are all there are.
        string[]? rounds = filter.Rounds is { } named ? Ordered(named) : filter.Indicators is not null ? Ordered(plan.Rounds.Select(r => r.Id)) : null;
        if (rounds is null || rounds.Length > MaxRanges)
        {
            return [new()];
        }

        var indicators = filter.Indicators is { } rows && rounds.Length * rows.Count <= MaxRanges ? Ordered(rows) : null;
        if (indicators is null)
        {
            return [.. rounds.Select(r => new LogRange(r))];
        }

        string?[] departments = filter.Departments is { } units && rounds.Length * indicators.Length * units.Count <= MaxRanges ? Ordered(units) : new string?[] { null };
        return [.. rounds.SelectMany(r => indicators.SelectMany(i => departments.Select(d => new LogRange(r, i, d))))];
    }

    // What is no id is in no key.
    private static string[] Ordered(IEnumerable<string> ids) => [.. ids.Where(Identifier.IsValid).Distinct(StringComparer.Ordinal).Order(KeyOrder)];
}
