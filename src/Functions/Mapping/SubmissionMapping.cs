using Hsvo.Contracts.Api;
using Hsvo.UseCases;
using Hsvo.UseCases.Stores;

namespace Hsvo.Functions.Mapping;

/// <summary>What happened to a submission, in our own API's shape.</summary>
internal static class SubmissionMapping
{
    public static SubmissionDocument ToDocument(SubmissionReceipt receipt) => new()
    {
        Plan = receipt.Plan.Id,
        DryRun = receipt.DryRun,
        Draft = receipt.Rows.Any(r => r.Result == RowResult.Drafted),
        Created = receipt.Rows.Count(r => r.Result == RowResult.Created),
        Corrected = receipt.Rows.Count(r => r.Result == RowResult.Corrected),
        Unchanged = receipt.Rows.Count(r => r.Result == RowResult.Unchanged),
        Drafted = receipt.Rows.Count(r => r.Result == RowResult.Drafted),
        Withdrawn = receipt.Rows.Count(r => r.Result == RowResult.Withdrawn),
        Rows =
        [
            .. receipt.Rows.Select((r, i) =>
                new SubmittedRowDocument(i, r.Key.Indicator, r.Key.Department, r.Key.Round, r.Result.ToName(), r.Revision)),
        ],
    };
}
