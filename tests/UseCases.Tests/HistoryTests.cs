using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.TestKit;
using Hsvo.TestKit.Builders;
using Hsvo.UseCases.Stores;

namespace Hsvo.UseCases.Tests;

/// <summary>What became of an answer: its history, its masks, and what readers who keep a copy get.</summary>
public sealed class HistoryTests(AzuriteFixture azurite) : StorageTest(azurite)
{
    private static readonly Caller Reader = new("lena", new HashSet<Role> { Role.Reader }, null, IsExample: false);
    private static readonly Caller Auditor = new("arne", new HashSet<Role> { Role.Auditor }, null, IsExample: false);

    [Fact]
    public async Task Every_revision_is_told_with_author_time_door_reason_reviews_and_mask()
    {
        await ImportAsync(2);
        await SubmitAsync(App, Submission([Row(0, comment: "Ett")]) with { Door = Door.PowerBI });
        var first = Time.GetUtcNow();
        await AcceptAsync(1);
        Time.Advance(TimeSpan.FromDays(1));
        await SubmitAsync(App, Submission([Row(0, "nej", comment: "Två", reason: "Fel rad")], caller: Reporter("berit")));
        await SubmitAsync(App, Submission([Row(1)]));

        var history = await HistoryAsync(Reader);

        Assert.Equal(
            [(1, "anna", first, Door.PowerBI, null, 1), (2, "berit", Time.GetUtcNow(), Door.Api, "Fel rad", 0)],
            history.Revisions.Select(r => (r.Shown.Revision, r.Shown.Reporter, r.Shown.ReportedAt, r.Shown.Door, r.Shown.Reason, r.Reviews.Count)));
    }

    [Theory]
    [InlineData("okand-2021", "2021-05", "1.1.i1", LargePlan.Department, "plan.unknown")]
    [InlineData(LargePlan.Id, "1999-01", "1.1.i1", LargePlan.Department, "round.unknown")]
    [InlineData(LargePlan.Id, "2021-05", "9.9.i9", LargePlan.Department, "indicator.unknown")]
    [InlineData(LargePlan.Id, "2021-05", "1.1", LargePlan.Department, "indicator.unknown")]
    [InlineData(LargePlan.Id, "2021-05", "1.1.i1", "okand", "department.unknown")]
    [InlineData(LargePlan.Id, "2021-05", "1.1.i1", LargePlan.Department, "report.unknown")]
    public async Task What_is_not_there_is_named(string plan, string round, string indicator, string department, string code)
    {
        await ImportAsync(1);
        ReportKey key = new(round, indicator, department);

        Assert.Equal((FailureKind.NotFound, code), Of((await App.ReadHistory.HandleAsync(Reader, plan, key, default)).Failure!));
        Assert.Equal((FailureKind.NotFound, code), Of((await App.ReadReports.FindAsync(Reader, plan, key, default)).Failure!));
        Assert.Equal((FailureKind.NotFound, code), Of((await App.MaskComment.HandleAsync(Coordinator, plan, key, 1, "Namn", default)).Failure!));

        static (FailureKind, string) Of(Failure failure) => (failure.Kind, failure.Code);
    }

    [Fact]
    public async Task A_row_that_a_later_plan_has_no_longer_still_tells_what_was_answered()
    {
        await ImportAsync(2);
        await SubmitAsync(App, Submission([Row(1, "nej", comment: "Kvar")]));
        await App.Plans.TryImportAsync(LargePlan.Create(Area, 1, version: 2), default);
        Time.Advance(TimeSpan.FromSeconds(1));

        var own = (await App.ReadHistory.HandleAsync(Reporter(), LargePlan.Id, Cell(1), default)).Value!;
        var others = (await App.ReadHistory.HandleAsync(Reader, LargePlan.Id, Cell(1), default)).Value!;

        Assert.Equal("Kvar", Assert.Single(own.Revisions).Shown.Comment);
        Assert.Equal((null, true), (others.Revisions[0].Shown.Comment, others.Revisions[0].Shown.Answer.IsSuppressed));
    }

    [Fact]
    public async Task Who_may_not_see_small_numbers_gets_no_older_ones_either()
    {
        var plan = LargePlan.Create(Area, 1);
        var counting = plan.Nodes.Select(n => n.Indicator is null ? n : n with { Indicator = new() { Kind = IndicatorKind.Count, CountsPeople = true } });
        await App.Plans.TryImportAsync(plan with { Nodes = [.. counting] }, default);
        foreach (var count in new[] { 3, 12 })
        {
            await SubmitAsync(App, Submission([Row(0) with { Answer = new() { Value = SubmittedValue.Of(count), Comment = $"{count} personer" } }]));
        }

        Assert.All((await HistoryAsync(Reader)).Revisions, r => Assert.Equal((true, null), (r.Shown.Answer.IsSuppressed, r.Shown.Comment)));
        Assert.Equal([3, 12], (await HistoryAsync(Reporter())).Revisions.Select(r => r.Shown.Answer.Value!.Number));
        foreach (var caller in new[] { Coordinator, Reporter("david", LargePlan.OtherDepartment) })
        {
            Assert.All((await HistoryAsync(caller)).Revisions, r => Assert.True(r.Shown.Answer.IsSuppressed));
        }

        Assert.Equal(12, (await App.ReadReports.FindAsync(Reader, LargePlan.Id, Cell(0), default)).Value!.Answer.Value!.Number);
        Assert.Single((await ChangesAsync(Time.GetUtcNow())).Reports);
    }

    [Fact]
    public async Task A_masked_comment_is_hidden_everywhere_with_a_trace_and_the_auditor_alone_gets_the_original()
    {
        await ImportAsync(1);
        await SubmitAsync(App, Submission([Row(0, comment: "Anna på Storgatan")]));
        Time.Advance(TimeSpan.FromHours(1));

        await MaskAsync(1);

        var mask = new CommentMask("nvs", Time.GetUtcNow(), "Pekar ut någon");
        var cell = Assert.Single(await CellsAsync());
        Assert.Equal((null, mask, AnswerValue.Yes), (cell.Comment, cell.Mask, cell.Answer.Value));
        Assert.Null((await App.ReadReports.FindAsync(Reporter(), LargePlan.Id, Cell(0), default)).Value!.Comment);
        Assert.Null((await App.ReadStatus.HandleAsync(LargePlan.Id, "2021-05", default)).Value!.Status[LargePlan.Indicator(0)].Cells[0].Report!.Comment);
        foreach (var caller in new[] { Reader, Reporter(), Coordinator, Auditor })
        {
            var history = await HistoryAsync(caller);
            Assert.Equal((caller == Auditor, null, mask), (history.ShowsOriginals, history.Revisions[0].Shown.Comment, history.Revisions[0].Shown.Mask));
        }

        Assert.Equal("Anna på Storgatan", (await HistoryAsync(Auditor)).Revisions[0].Original.Comment);
    }

    [Fact]
    public async Task A_reason_is_masked_like_a_comment_even_where_it_is_all_that_was_written()
    {
        await ImportAsync(2);
        await SubmitAsync(App, Submission([NotApplicable("Anna på Storgatan är sjukskriven")]));

        await MaskAsync(1);

        Assert.Equal("(texten är dold)", Assert.Single(await CellsAsync()).Reason);
        Assert.Equal("(texten är dold)", (await App.ReadStatus.HandleAsync(LargePlan.Id, "2021-05", default)).Value!.Status[LargePlan.Indicator(0)].Cells[0].Report!.Reason);
        var revision = Assert.Single((await HistoryAsync(Auditor)).Revisions);
        Assert.Equal(("(texten är dold)", "Anna på Storgatan är sjukskriven"), (revision.Shown.Reason, revision.Original.Reason));
    }

    [Fact]
    public async Task A_question_is_masked_with_the_revision_it_was_asked_of_and_one_asked_later_is_read()
    {
        await ImportAsync(2);
        await SetMeetingAsync();
        await SubmitAsync(App, Submission([Row(0)]));
        await SendBackAsync("Gäller det Anna på Storgatan?");

        await MaskAsync(1);
        var hidden = await QuestionAsync();
        Time.Advance(TimeSpan.FromHours(1));
        await SendBackAsync("Skriv utan namn.");

        Assert.Equal(("(texten är dold)", "Skriv utan namn."), (hidden, await QuestionAsync()));
        var revision = Assert.Single((await HistoryAsync(Reader)).Revisions);
        Assert.Equal(["(texten är dold)", "Skriv utan namn."], revision.ShownReviews.Select(r => r.Question));
        Assert.Equal("Skriv utan namn.", revision.Shown.Review!.Question);

        async Task<string?> QuestionAsync() => (await App.ReadStatus.HandleAsync(LargePlan.Id, "2021-05", default)).Value!
            .Status[LargePlan.Indicator(0)].Cells[0].Report!.Review!.Question;
    }

    [Fact]
    public async Task A_question_asked_after_a_mask_is_hidden_by_another_and_only_then()
    {
        await ImportAsync(2);
        await SetMeetingAsync();
        await SubmitAsync(App, Submission([Row(0, comment: "Anna på Storgatan")]));
        var first = await MaskAsync(1);
        Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(first.Mask, (await MaskAsync(1)).Mask);
        await SendBackAsync("Gäller det Anna på Storgatan?");
        Time.Advance(TimeSpan.FromHours(1));

        var second = await MaskAsync(1);

        Assert.Equal(Time.GetUtcNow(), second.Mask!.At);
        var revision = Assert.Single((await HistoryAsync(Reader)).Revisions);
        Assert.Equal(("(texten är dold)", null, second.Mask), (revision.Shown.Review!.Question, revision.Shown.Comment, revision.Shown.Mask));
        Assert.Equal("(texten är dold)", Assert.Single(await CellsAsync()).Review!.Question);
        Assert.Equal(["Gäller det Anna på Storgatan?"], (await HistoryAsync(Auditor)).Revisions[0].Reviews.Select(r => r.Question));
        Assert.Equal((true, true), (await HistoryAsync(Auditor)) is var a ? (a.ShowsOriginals, a.ShowsMaskReasons) : default);
        Assert.Equal((false, true), (await HistoryAsync(Coordinator)) is var c ? (c.ShowsOriginals, c.ShowsMaskReasons) : default);
        Assert.Equal((false, false), (await HistoryAsync(Reporter())) is var r ? (r.ShowsOriginals, r.ShowsMaskReasons) : default);
    }

    [Fact]
    public async Task What_was_masked_and_sent_back_is_not_published_by_the_same_reason_sent_again()
    {
        await ImportAsync(1);
        await SubmitAsync(App, Submission([NotApplicable("Anna på Storgatan")]));
        await SendBackAsync("Säkert?");
        await MaskAsync(1);

        var same = await SubmitAsync(App, Submission([NotApplicable("Anna på Storgatan")]));
        var other = await SubmitAsync(App, Submission([NotApplicable("Finns inte hos oss")]));

        Assert.Equal((RowResult.Unchanged, RowResult.Corrected), (same.Rows[0].Result, other.Rows[0].Result));
        Assert.Equal("Finns inte hos oss", Assert.Single(await CellsAsync()).Reason);
    }

    [Fact]
    public async Task An_older_revision_is_masked_without_touching_the_newest_and_a_mask_that_is_there_stays()
    {
        await ImportAsync(1);
        await SubmitAsync(App, Submission([Row(0, comment: "Ett")]));
        await SubmitAsync(App, Submission([Row(0, comment: "Två")]));

        var first = await MaskAsync(1);
        Time.Advance(TimeSpan.FromHours(1));
        var again = await MaskAsync(1);

        Assert.Equal(first.Mask, again.Mask);
        Assert.Equal("Två", Assert.Single(await CellsAsync()).Comment);
        Assert.Equal([null, "Två"], (await HistoryAsync(Reader)).Revisions.Select(r => r.Shown.Comment));
    }

    [Fact]
    public async Task The_same_comment_sent_again_does_not_bring_back_what_is_masked_and_another_is_a_new_revision()
    {
        await ImportAsync(1);
        await SubmitAsync(App, Submission([Row(0, comment: "Anna på Storgatan")]));
        await MaskAsync(1);

        var same = await SubmitAsync(App, Submission([Row(0, comment: "Anna på Storgatan")]));
        var other = await SubmitAsync(App, Submission([Row(0, comment: "En av oss")]));

        Assert.Equal((RowResult.Unchanged, RowResult.Corrected), (same.Rows[0].Result, other.Rows[0].Result));
        var cell = Assert.Single(await CellsAsync());
        Assert.Equal(("En av oss", null, 2), (cell.Comment, cell.Mask, cell.Revision));
    }

    [Theory]
    [InlineData(1, " ", "reason.required", "/reason")]
    [InlineData(1, "Gäller 811228-9874", "text.personnummer", "/reason")]
    [InlineData(2, "Namn", "revision.unknown", "/revision")]
    [InlineData(1, "Namn", "mask.nothing", "/revision")]
    public async Task A_mask_says_why_and_hides_something(int revision, string reason, string code, string pointer)
    {
        await ImportAsync(1);
        await SubmitAsync(App, Submission([Row(0)]));

        var failure = (await App.MaskComment.HandleAsync(Coordinator, LargePlan.Id, Cell(0), revision, reason, default)).Failure!;

        Assert.Equal((code, pointer), failure.Faults.Select(f => (f.Code, f.Pointer)).Single());
        Assert.Null(Assert.Single(await CellsAsync()).Mask);
    }

    [Fact]
    public async Task Masking_and_correcting_at_once_never_shows_the_masked_text_nor_loses_the_new_one()
    {
        await ImportAsync(1);
        var other = Start();
        for (var i = 1; i <= 19; i += 2)
        {
            await SubmitAsync(App, Submission([Row(0, comment: $"Hemligt {i}")]));

            await Task.WhenAll(
                SubmitAsync(App, Submission([Row(0, comment: $"Nytt {i}")])),
                other.MaskComment.HandleAsync(Coordinator, LargePlan.Id, Cell(0), i, "Pekar ut någon", default));

            Assert.Equal($"Nytt {i}", Assert.Single(await CellsAsync()).Comment);
        }

        Assert.All((await HistoryAsync(Reader)).Revisions, r => Assert.Equal(r.Original.Revision % 2 == 1, r.Shown.Comment is null));
    }

    [Fact]
    public async Task A_reader_who_keeps_a_copy_gets_what_was_answered_reviewed_or_masked_since()
    {
        await ImportAsync(4);
        await SubmitAsync(App, Submission([Row(0, comment: "a"), Row(1, comment: "b"), Row(2)]));
        var all = await ChangesAsync(null);
        Time.Advance(TimeSpan.FromHours(1));
        var since = Time.GetUtcNow();
        var none = await ChangesAsync(since);

        await AcceptAsync(1);
        await MaskAsync(1, indicator: 1);
        await SubmitAsync(App, Submission([Row(3)]));
        var some = await ChangesAsync(since);

        Assert.Equal((3, 0), (all.Reports.Count, none.Reports.Count));
        Assert.Equal([0, 1, 3], some.Reports.Select(r => int.Parse(r.Key.Indicator.AsSpan("1.1.i".Length), null) - 1));
        Assert.Equal("query.changedSince", Assert.Single((await App.ReadReports.ListAsync(LargePlan.Id, Time.GetUtcNow().AddTicks(1), default)).Failure!.Faults).Code);
    }

    [Fact]
    public async Task Whoever_always_sends_next_misses_nothing_even_of_a_submission_that_takes_minutes()
    {
        await ImportAsync(3);
        var copy = new Dictionary<ReportKey, int>();
        DateTimeOffset? next = null;

        // Stored four minutes after it began, with the time at which it began; the copy is brought up to date meanwhile.
        var slow = Start(WithAppend(async (_, store) =>
        {
            Time.Advance(TimeSpan.FromMinutes(4));
            await SubmitAsync(App, Submission([Row(1)]));
            Time.Advance(TimeSpan.FromSeconds(2));
            await SyncAsync();
            return await store();
        }));
        await SyncAsync();
        await SubmitAsync(slow, Submission([Row(0)]));
        Time.Advance(TimeSpan.FromSeconds(1));
        await SyncAsync();

        Assert.Equal((await CellsAsync()).ToDictionary(c => c.Key, c => c.Revision), copy);

        async Task SyncAsync()
        {
            var changes = await ChangesAsync(next);
            next = changes.Next;
            foreach (var report in changes.Reports)
            {
                copy[report.Key] = report.Revision;
            }
        }
    }

    [Fact]
    public async Task Asking_again_and_again_costs_storage_no_more_than_the_feed()
    {
        await ImportAsync(1);
        await SubmitAsync(App, Submission([Row(0)]));
        var first = await ChangesAsync(null);

        Assert.Same(first.Snapshot, (await ChangesAsync(Time.GetUtcNow())).Snapshot);
        Assert.Same(first.Snapshot, (await App.ReadStatus.HandleAsync(LargePlan.Id, null, default)).Value!.Snapshot);
    }

    private static SubmittedRow NotApplicable(string reason) => Row(0) with { Answer = new() { NotApplicable = true, Reason = reason } };

    private async Task SendBackAsync(string question) => Assert.Null((await App.ReviewReports.HandleAsync(
        Coordinator, LargePlan.Id, "2021-05", [new(LargePlan.Indicator(0), LargePlan.Department, 1, ReviewDecision.SendBack, question)], default)).Failure);

    private async Task<ReportHistory> HistoryAsync(Caller caller) => (await App.ReadHistory.HandleAsync(caller, LargePlan.Id, Cell(0), default)).Value!;

    private async Task<ReportChanges> ChangesAsync(DateTimeOffset? since) => (await App.ReadReports.ListAsync(LargePlan.Id, since, default)).Value!;

    private async Task<LoggedRevision> MaskAsync(int revision, int indicator = 0) =>
        (await App.MaskComment.HandleAsync(Coordinator, LargePlan.Id, Cell(indicator), revision, " Pekar ut någon ", default)).Value!;

    private async Task AcceptAsync(int revision) => Assert.Null((await App.ReviewReports.HandleAsync(
        Coordinator, LargePlan.Id, "2021-05", [new(LargePlan.Indicator(0), LargePlan.Department, revision, ReviewDecision.Accept, null)], default)).Failure);
}
