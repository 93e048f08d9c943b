using System.Text.Json;
using Azure.Data.Tables;
using Hsvo.Domain.Areas;
using Hsvo.Domain.Audit;
using Hsvo.Domain.Proposals;
using Hsvo.Domain.Reports;
using Hsvo.Domain.Statuses;
using Hsvo.Domain.Summaries;
using Hsvo.TestKit;
using Hsvo.TestKit.Builders;
using Hsvo.UseCases.Notices;
using Hsvo.UseCases.Papers;
using Hsvo.UseCases.Stores;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace Hsvo.UseCases.Tests;

/// <summary>Who did what: each kind of write tells, in order, and never what was written.</summary>
public sealed class AuditTests(AzuriteFixture azurite) : StorageTest(azurite)
{
    private const string Secret = "Hemlighet";

    private static readonly Caller Anna = Reporter() with { Origin = new(Door.PowerBI, "PostGoalValue", "r-anna") };

    private static readonly Caller Office = Coordinator with { Origin = new(Door.Api, "SomethingOfTheOffice", "r-nvs") };

    [Fact]
    public async Task Every_kind_of_write_tells_who_when_by_which_door_and_in_which_request()
    {
        var app = await WriteEverythingAsync();

        var entries = await ReadAsync(app);

        AuditAction[] expected = [.. Enum.GetValues<AuditAction>().Where(a => a is not (AuditAction.Refused or AuditAction.RefusedMore or AuditAction.RefusalsRemoved))];
        Assert.Equal(expected, entries.Select(e => e.Action).Distinct().Order());
        Assert.All(entries.Where(e => e.Door != Door.App), e => Assert.Equal(
            e.By == "anna" ? ("anna", Door.PowerBI, "PostGoalValue", "r-anna") : ("nvs", (Door?)Door.Api, "SomethingOfTheOffice", "r-nvs"), (e.By, e.Door, e.Operation, e.RequestId)));
        Assert.Equal(
            [AuditAction.PlanImported, AuditAction.PaperCompiled, AuditAction.PaperSealed, AuditAction.NoticeSent, AuditAction.NoticeGivenUp],
            entries.Where(e => e.Door == Door.App).Select(e => e.Action).Distinct().Order());
        Assert.All(entries, e => Assert.InRange(e.At, FakeTime.At(2021, 5, 3).GetUtcNow(), Time.GetUtcNow()));
        Assert.Equal(entries.Count, entries.Select(e => e.Id).Distinct().Count());
    }

    [Fact]
    public async Task No_entry_tells_what_was_written()
    {
        var app = await WriteEverythingAsync();

        Assert.DoesNotContain(Secret, JsonSerializer.Serialize(await ReadAsync(app)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_submission_tells_its_rows_with_what_became_of_each()
    {
        await ImportAsync(60);
        foreach (var rows in new SubmittedRow[][] { [Row(0), Row(1)], [Row(0), Row(1, "nej"), Row(2)], [Withdrawn(2)] })
        {
            await SubmitAsync(App, Submission(rows, caller: Anna));
            Time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal<IEnumerable<AuditItem>>(
            [
                [Item(0, 1, AuditResult.Created), Item(1, 1, AuditResult.Created)],
                [Item(1, 2, AuditResult.Corrected), Item(2, 1, AuditResult.Created)],
                [Item(2, 2, AuditResult.Withdrawn)],
            ],
            (await StoredReportsAsync()).Select(e => e.Items));
    }

    [Fact]
    public async Task The_log_row_itself_keeps_the_request_and_one_from_before_that_is_read_all_the_same()
    {
        await ImportAsync(2);
        await SubmitAsync(App, Submission([Row(0)], caller: Anna));
        var table = new TableClient(Storage, "reports");
        TableEntity row = await table.GetEntityAsync<TableEntity>($"{Area}_{LargePlan.Id}", $"log_2021-05_{LargePlan.Indicator(0)}_{LargePlan.Department}_000001");

        Assert.Equal(("powerBI", "PostGoalValue", "r-anna"), (row.GetString("Door"), row.GetString("Operation"), row.GetString("RequestId")));
        Assert.Equal(Anna.Origin, Assert.Single(await LogAsync()).Origin);

        foreach (var column in new[] { "Door", "Operation", "RequestId" })
        {
            row.Remove(column);
        }

        await table.UpsertEntityAsync(row, TableUpdateMode.Replace);
        Assert.Null(Assert.Single(await LogAsync()).Origin);
        Assert.Equal("anna", Assert.Single(await LogAsync()).Reporter);
    }

    [Fact]
    public async Task What_an_area_decided_before_requests_were_kept_tells_who_and_when()
    {
        await ImportAsync(1);
        await SetMeetingAsync();

        var entry = Assert.Single(await ReadAsync(App), e => e.Action == AuditAction.MeetingSet);

        Assert.Equal(("nvs", "2021-05", null, null), (entry.By, entry.Subject, entry.Door, entry.RequestId));
    }

    [Fact]
    public async Task What_ends_without_storing_anything_leaves_no_entry()
    {
        await ImportAsync(2);
        await SubmitAsync(App, Submission([Row(0)], caller: Anna));
        await SubmitAsync(App, Submission([Row(0)], key: "k", caller: Anna));
        await SubmitAsync(App, Submission([Row(1)], dryRun: true, caller: Anna));
        await FailToSubmitAsync(App, Submission([Row(1, "kanske")], caller: Anna));

        Assert.Single(await StoredReportsAsync());
    }

    // 100 rows beside a receipt: 48, 48 and 4.
    [Fact]
    public async Task Each_part_of_a_long_submission_has_its_entry_and_no_row_is_told_twice()
    {
        await ImportAsync(100);
        await SubmitAsync(App, Submission([.. Enumerable.Range(0, 100).Select(i => Row(i))], key: "k", caller: Anna));
        await SubmitAsync(App, Submission([.. Enumerable.Range(0, 100).Select(i => Row(i))], key: "k", caller: Anna));

        var entries = await StoredReportsAsync();

        Assert.Equal([4, 48, 48], entries.Select(e => e.Items.Count).Order());
        Assert.Equal(100, entries.SelectMany(e => e.Items).Distinct().Count());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public async Task Read_page_by_page_every_entry_comes_once_and_in_order_though_some_are_of_the_same_instant(int size)
    {
        await ImportAsync(10);
        await SetMeetingAsync();
        foreach (var i in Enumerable.Range(0, 10))
        {
            await SubmitAsync(App, Submission([Row(i)], caller: Anna));
            await App.PersonalScorecards.CreateAsync(Anna, i % 2 == 0 ? "amn" : "shs", new("Eget", null, null), default);
            Time.Advance(TimeSpan.FromMinutes(i % 3));
        }

        var whole = await ReadAsync(App);
        var paged = new List<AuditEntry>();
        AuditPosition? after = null;
        while (await App.ReadAudit.ReadAsync(new(Always with { After = after }), default).Take(size).ToListAsync() is { Count: > 0 } page)
        {
            paged.AddRange(page);
            after = new(page[^1].At, page[^1].Id);
        }

        Assert.Equal(21, whole.Count);
        Assert.Equal(whole.Select(e => e.Id), paged.Select(e => e.Id));
        Assert.Equal(whole.OrderBy(e => new AuditPosition(e.At, e.Id)).Select(e => e.Id), whole.Select(e => e.Id));
    }

    [Fact]
    public async Task A_period_holds_its_first_instant_and_not_its_last()
    {
        await ImportAsync(3);
        var began = Time.GetUtcNow();
        foreach (var i in Enumerable.Range(0, 3))
        {
            await SubmitAsync(App, Submission([Row(i)], caller: Anna));
            await App.SetMeeting.HandleAsync(Office, $"m{i}", AMeeting(new(2021, 5, 20 + i), $"2021-{(i == 0 ? "05" : "10")}"), default);
            Time.Advance(TimeSpan.FromHours(1));
        }

        var entries = await ReadAsync(App, new(began.AddHours(1), began.AddHours(2)));

        Assert.NotEmpty(entries);
        Assert.All(entries, e => Assert.Equal(began.AddHours(1), e.At));
    }

    [Fact]
    public async Task Who_and_door_are_asked_for_and_other_areas_are_never_read()
    {
        await ImportAsync(2);
        await SubmitAsync(App, Submission([Row(0)], caller: Anna));
        await App.PersonalScorecards.CreateAsync(Office, "amn", new("Eget", null, null), default);
        using var elsewhere = new Instance(Storage, $"{Area}-x", Time);
        await elsewhere.PersonalScorecards.CreateAsync(Office, "amn", new("Annat", null, null), default);

        Assert.Equal([AuditAction.ReportsStored], (await App.ReadAudit.ReadAsync(new(Always) { By = "anna" }, default).ToListAsync()).Select(e => e.Action));
        Assert.Equal([AuditAction.ScorecardMade], (await App.ReadAudit.ReadAsync(new(Always) { Door = Door.Api }, default).ToListAsync()).Select(e => e.Action));
        Assert.Single(await ReadAsync(elsewhere));
    }

    [Fact]
    public async Task A_day_is_read_by_its_keys_however_long_the_history()
    {
        await ImportAsync(60);
        await SetMeetingAsync();
        foreach (var comment in new[] { "första", "andra", "tredje" })
        {
            await SubmitAsync(App, Submission([.. Enumerable.Range(0, 60).Select(i => Row(i, comment: comment))], caller: Anna));
            Time.Advance(TimeSpan.FromDays(1));
        }

        await SubmitAsync(App, Submission([Row(0, comment: "fjärde")], caller: Anna));
        var pipeline = new Pipeline();
        var app = Start(s => pipeline.Under(s, Storage));

        var today = await ReadAsync(app, new(Time.GetUtcNow(), Time.GetUtcNow().AddDays(1)));

        Assert.Single(today);
        var asked = Assert.Single(pipeline.Requests, r => r.Contains("/reports()", StringComparison.Ordinal));
        Assert.Contains($"audit_{Time.GetUtcNow().UtcTicks:d19}", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("log_", asked, StringComparison.Ordinal);
    }

    private static AuditPeriod Always { get; } = new(DateTimeOffset.UnixEpoch, FakeTime.At(2030, 1, 1).GetUtcNow());

    private static AuditItem Item(int indicator, int revision, AuditResult result) => new("2021-05", LargePlan.Indicator(indicator), LargePlan.Department, revision, result);

    private static SubmittedRow Withdrawn(int indicator) => Row(indicator) with { Answer = new() { IsWithdrawal = true } };

    private static Task<List<AuditEntry>> ReadAsync(Instance app, AuditPeriod? period = null) => app.ReadAudit.ReadAsync(new(period ?? Always), default).ToListAsync().AsTask();

    private async Task<List<AuditEntry>> StoredReportsAsync() => [.. (await ReadAsync(App)).Where(e => e.Action == AuditAction.ReportsStored)];

    private async Task<Instance> WriteEverythingAsync()
    {
        var app = Start(s => s.AddSingleton(Writer()).AddSingleton(Sender()).AddSingleton(new NoticeOptions
        {
            Receivers = [new("there", LargePlan.Department, NoticeShape.Json), new("gone", LargePlan.Department, NoticeShape.Json)],
        }));
        Assert.True(await app.Plans.TryImportAsync(LargePlan.Create(Area, 5) with { Imported = new(Time.GetUtcNow(), By: null, IsExample: false) }, default));
        Assert.Null((await app.SetConfiguration.HandleAsync(Office, new AreaSettings { WarningDays = 61 }, [0], default)).Failure);
        Assert.Null((await app.SetMeeting.HandleAsync(Office, "2021-05", AMeeting(new(2021, 5, 20)), default)).Failure);
        Assert.Null((await app.SetMeeting.HandleAsync(Office, "2021-10", AMeeting(new(2021, 10, 20), "2021-10"), default)).Failure);
        Assert.Null((await app.RemoveMeeting.HandleAsync(Office, "2021-10", default)).Failure);
        await SubmitAsync(app, Submission([Row(0, comment: Secret), Row(1)], caller: Anna));
        await SubmitAsync(app, Submission([Row(2, comment: Secret)], caller: Anna) with { IsDraft = true });
        Assert.Null((await app.ReadDrafts.RemoveAsync(Anna, LargePlan.Id, Cell(2), default)).Failure);
        Assert.Null((await app.ReviewReports.HandleAsync(Office, LargePlan.Id, "2021-05", [new(LargePlan.Indicator(0), LargePlan.Department, 1, ReviewDecision.SendBack, Secret)], default)).Failure);
        Assert.Null((await app.MaskComment.HandleAsync(Office, LargePlan.Id, Cell(0), 1, Secret, default)).Failure);
        Assert.Null((await app.DeclareNothingMore.HandleAsync(Anna, LargePlan.Id, "2021-05", LargePlan.Department, default)).Failure);
        Assert.Null((await app.DeclareNothingMore.WithdrawAsync(Anna, LargePlan.Id, "2021-05", LargePlan.Department, default)).Failure);
        Assert.Null((await app.PermitLateChange.HandleAsync(Office, LargePlan.Id, "2021-05", new(LargePlan.Department, new(2021, 5, 20), Secret), default)).Failure);
        WrittenRules rules = new([new([new(RuleField.Value, RuleOperator.Equal) { Number = 1 }], Status.OnTrack)], Status.Overdue);
        Assert.Null((await app.SetStatusRules.HandleAsync(Office, LargePlan.Id, LargePlan.Indicator(0), rules, null, default)).Failure);
        Assert.Null((await app.SetStatusRules.HandleAsync(Office, LargePlan.Id, LargePlan.Indicator(0), null, null, default)).Failure);
        var proposal = (await app.MakeProposal.HandleAsync(Anna, new(2022, ProposalKind.Group, Secret, null), null, default)).Value!.Proposal;
        Assert.Null((await app.WithdrawProposal.HandleAsync(Anna, proposal.Id, default)).Failure);
        var scorecard = (await app.PersonalScorecards.CreateAsync(Anna, LargePlan.Department, new(Secret, null, null), default)).Value!;
        Assert.Null((await app.PersonalScorecards.ChangeAsync(Anna, LargePlan.Department, scorecard.Id, null, (s, _) => s with { Name = Secret + 2 }, default)).Failure);
        Assert.Null((await app.PersonalScorecards.ChangeAsync(Anna, LargePlan.Department, scorecard.Id, null, null, default)).Failure);
        Assert.Null((await app.RebuildCells.HandleAsync(Office, LargePlan.Id, default)).Failure);
        await app.CompileMeetingPapers.HandleAsync(default);
        Time.GoTo(new(2021, 5, 14));
        await app.CompileMeetingPapers.HandleAsync(default);
        await app.SendNotices.HandleAsync(default);
        Assert.True((await app.TestReceiver.HandleAsync(Office, "there", default)).Value!.Outcome.IsTaken);
        await app.ReadArchive.KeepAsync(Office, (await app.ReadArchive.OpenAsync(Office, LargePlan.Id, default)).Value!, default);
        return app;
    }

    private static INoticeSender Sender()
    {
        var sender = new Mock<INoticeSender>();
        sender.Setup(s => s.SendAsync(It.IsAny<NoticeReceiver>(), It.IsAny<NoticeMessage>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((NoticeReceiver receiver, NoticeMessage _, CancellationToken _) => new(receiver.Name == "there", "") { IsGone = receiver.Name == "gone" });
        return sender.Object;
    }

    private static IPaperWriter Writer()
    {
        var writer = new Mock<IPaperWriter>();
        writer.Setup(w => w.FileName).Returns("sammanstallning.txt");
        writer.Setup(w => w.ContentType).Returns("text/plain");
        writer.Setup(w => w.WriteAsync(It.IsAny<MeetingSummary>(), It.IsAny<CancellationToken>())).ReturnsAsync(new byte[] { 1 });
        return writer.Object;
    }
}
