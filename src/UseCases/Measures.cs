using System.Diagnostics.Metrics;
using Hsvo.Domain.Reports;
using Hsvo.Domain.Summaries;
using Hsvo.UseCases.Stores;

namespace Hsvo.UseCases;

/// <summary>What is counted and timed of the use cases: never by whom, of what or with what values.</summary>
internal static class Measures
{
    private static readonly Meter Meter = new("Hsvo.UseCases");

    private static readonly Counter<long> Reports = Meter.CreateCounter<long>("hsvo.reports.accepted", "{report}", "Answers that were stored.");

    private static readonly Counter<long> Papers = Meter.CreateCounter<long>("hsvo.papers.compiled", "{paper}", "Papers that were made ahead of meetings, preliminary and sealed.");

    private static readonly Histogram<double> Plans = Meter.CreateHistogram<double>(
        "hsvo.plan.read.duration", "s", "How long it takes to read a plan that has changed, with its answers, from storage.",
        advice: new() { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5] });

    private static readonly Counter<long> Refusals = Meter.CreateCounter<long>(
        "hsvo.requests.refused", "{request}", "Requests that were refused, by error code and whether somebody was signed in.");

    /// <summary>A request was refused.</summary>
    public static void RequestRefused(string code, bool isSignedIn) => Refusals.Add(1, new("hsvo.error.code", code), new("hsvo.signed_in", isSignedIn));

    /// <summary>A part of a submission was stored.</summary>
    public static void Accepted(IReadOnlyList<NewRevision> revisions)
    {
        if (!Reports.Enabled)
        {
            return;
        }

        foreach (var same in revisions.GroupBy(r => (r.Report.Door, Result: ResultOf(r.Report))))
        {
            Reports.Add(same.Count(), new("hsvo.door", same.Key.Door == Door.Api ? "api" : "powerbi"), new("hsvo.result", same.Key.Result));
        }
    }

    /// <summary>A paper was made.</summary>
    public static void PaperCompiled(PaperEdition edition) => Papers.Add(1, new KeyValuePair<string, object?>("hsvo.edition", edition == PaperEdition.Sealed ? "sealed" : "preliminary"));

    /// <summary>A plan that had changed was read.</summary>
    public static void PlanRead(TimeSpan took) => Plans.Record(took.TotalSeconds);

    private static string ResultOf(Report report) => report.IsWithdrawn ? "withdrawn" : report.Revision > 1 ? "corrected" : "created";
}
