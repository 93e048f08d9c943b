using Hsvo.Domain.Audit;
using Hsvo.Domain.Meetings;
using Hsvo.Domain.Reports;
using Hsvo.TestKit;
using Hsvo.TestKit.Builders;
using Hsvo.UseCases.Archive;

namespace Hsvo.UseCases.Tests;

/// <summary>An archive is of one instant, however long it takes to be read.</summary>
public sealed class ReadArchiveTests(AzuriteFixture azurite) : StorageTest(azurite)
{
    [Fact]
    public async Task What_is_stored_while_it_is_read_is_no_part_of_it()
    {
        await ImportAsync(4);
        await SetMeetingAsync();
        await SubmitAsync(App, Submission([Row(0), Row(1), Row(2)]));
        Time.Advance(TimeSpan.FromMinutes(1));
        await ReviewAsync(0, 1, ReviewDecision.Accept);
        Time.Advance(TimeSpan.FromMinutes(1));
        var undisturbed = await ReadAsync(await OpenAsync(), () => Task.CompletedTask);

        var disturbed = await ReadAsync(await OpenAsync(), async () =>
        {
            Time.Advance(TimeSpan.FromMinutes(1));
            await SubmitAsync(App, Submission([Row(1, "nej", reason: "Exempel"), Row(3)]));
            await ReviewAsync(2, 1, ReviewDecision.SendBack);
            await ReviewAsync(0, 1, ReviewDecision.SendBack);
            Assert.Null((await App.PermitLateChange.HandleAsync(Coordinator, LargePlan.Id, "2021-05", new(LargePlan.Department, new(2021, 5, 20), "Exempel"), default)).Failure);
        });

        Assert.Equal(undisturbed, disturbed);
        Assert.Equal((3, 1), (disturbed.Log.Split('|').Length, disturbed.Audit.Split('|').Count(e => e.StartsWith($"{AuditAction.ReportsReviewed}", StringComparison.Ordinal))));
        Assert.NotEqual(undisturbed, await ReadAsync(await OpenAsync(), () => Task.CompletedTask));
    }

    [Fact]
    public async Task An_answer_that_was_on_its_way_is_in_all_parts_of_it_or_in_none()
    {
        await ImportAsync(4);
        await SubmitAsync(App, Submission([Row(0)]));
        var another = Start();
        var archive = await OpenAsync();

        // At the very instant, by another instance, after this one had read what stands.
        await SubmitAsync(another, Submission([Row(1)]));
        var read = await ReadAsync(archive, () => Task.CompletedTask);

        Assert.Single(archive.Snapshot.Cells);
        Assert.DoesNotContain('|', read.Log);
        Assert.Single(read.Audit.Split('|'), e => e.StartsWith($"{AuditAction.ReportsStored}", StringComparison.Ordinal));
    }

    private async Task<PlanArchive> OpenAsync() => (await App.ReadArchive.OpenAsync(Coordinator, LargePlan.Id, default)).Value!;

    private async Task ReviewAsync(int indicator, int revision, ReviewDecision decision) => Assert.Null((await App.ReviewReports.HandleAsync(
        Coordinator, LargePlan.Id, "2021-05", [new(LargePlan.Indicator(indicator), LargePlan.Department, revision, decision, decision == ReviewDecision.SendBack ? "Exempel?" : null)], default)).Failure);

    // What its files are made of, in the order that they are written.
    private async Task<(string Decisions, string Log, string Status, string Audit)> ReadAsync(PlanArchive archive, Func<Task> meanwhile)
    {
        var decisions = $"{archive.Decisions.Permits.Count}";
        await meanwhile();
        var log = await App.ReadArchive.ReadLogAsync(archive, default).Select(r => $"{r.Report.Key} {r.Report.Revision} {r.Report.Answer.Value} {r.Reviews.Count}").ToListAsync();
        var round = archive.Snapshot.Plan.FindRound("2021-05")!;
        var status = archive.Snapshot.Cells.OrderBy(c => $"{c.Key}").Select(c => $"{c.Key} {c.Revision} {c.Review?.Decision} {archive.Snapshot.StatusIn(round, StockholmTime.DateOf(archive.At)).Plan.Version}");
        var audit = await App.ReadArchive.ReadAuditAsync(archive, default).Select(e => $"{e.Action} {e.Id}").ToListAsync();
        return (decisions, string.Join('|', log), string.Join('|', status), string.Join('|', audit));
    }
}
