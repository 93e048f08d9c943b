using Hsvo.Domain.Reports;
using Hsvo.UseCases.Stores;

namespace Hsvo.Storage.Tests;

/// <summary>Reports to store.</summary>
internal static class Reports
{
    public static readonly DateTimeOffset Now = new(2021, 5, 3, 8, 30, 0, TimeSpan.Zero);

    public static ReportKey Key(int number, string round = "2021-05", string department = "osn") => new(round, $"2.1.1.i{number}", department);

    public static Report Report(ReportKey key, int revision = 1) => new()
    {
        Key = key,
        Revision = revision,
        Answer = new() { Value = AnswerValue.Yes },
        Comment = $"Svar {revision}",
        Reporter = "anna",
        Submission = "s1",
        ReportedAt = Now.AddMinutes(revision),
        FirstReportedAt = Now,
        Door = Door.Api,
    };

    public static StoredCell Reviewed(Report report, string version, ReviewDecision decision = ReviewDecision.Accept, string? question = null, int minute = 0) =>
        new(report with { Review = new() { Decision = decision, Question = question, By = "nvs", At = Now.AddHours(1).AddMinutes(minute) } }, version);

    public static Draft Draft(ReportKey key, string comment = "Påbörjat") => new()
    {
        Key = key,
        Answer = new() { Value = SubmittedValue.Of("ja"), Comment = comment, Reason = "Nya siffror" },
        BasedOn = 0,
        Author = "anna",
        SavedAt = Now,
    };

    /// <summary>A part with the first revisions of some cells.</summary>
    public static SubmissionPart First(IEnumerable<ReportKey> keys, SentPart? receipt = null) =>
        new([.. keys.Select(k => new NewRevision(Report(k), null))], receipt);

    public static SentPart Receipt(string key, int part, int rows) =>
        new(key, part, "body", [.. Enumerable.Repeat(new SentRow(RowResult.Created, 1), rows)], Now);
}
