using Hsvo.TestKit;
using Hsvo.TestKit.Builders;

namespace Hsvo.UseCases.Tests;

/// <summary>What things cost in calls to storage, counted where they leave the client: by the size of what is asked, never by history or by other plans.</summary>
public sealed class CostTests(AzuriteFixture azurite) : StorageTest(azurite)
{
    private const int Indicators = 120;

    [Theory]
    [InlineData(1, 1)]
    [InlineData(49, 1)]
    [InlineData(50, 2)]
    [InlineData(100, 3)]
    public async Task A_submission_is_a_transaction_for_each_forty_nine_rows_and_nothing_else_however_long_the_history(int rows, int transactions)
    {
        await ImportAsync(Indicators);
        await SetMeetingAsync();
        var (app, calls) = StartWatched();
        await ReadAsync(app);
        calls.Take();

        foreach (var comment in new[] { "första", "andra", "tredje", "fjärde" })
        {
            await SubmitAsync(app, Submission([.. Enumerable.Range(0, rows).Select(i => Row(i, comment: comment))]));

            Assert.Equal(Enumerable.Repeat(new StorageCall(StorageCallKind.Transaction, "$batch"), transactions), calls.Take());
        }
    }

    [Fact]
    public async Task A_submission_with_an_idempotency_key_asks_once_more_for_what_was_answered_before()
    {
        await ImportAsync(Indicators);
        var (app, calls) = StartWatched();
        await ReadAsync(app);
        calls.Take();

        await SubmitAsync(app, Submission([Row(0)], key: "k"));

        Assert.Equal([StorageCallKind.Query, StorageCallKind.Transaction], calls.Take().Select(c => c.Kind));
    }

    [Fact]
    public async Task What_this_instance_stored_is_read_without_asking_storage()
    {
        await ImportAsync(Indicators);
        var (app, calls) = StartWatched();
        await ReadAsync(app);
        await SubmitAsync(app, Submission([Row(0)]));
        calls.Take();

        var read = await ReadAsync(app);

        Assert.Equal(1, read.Status.Nodes.First().Coverage.Answered);
        Assert.Empty(calls.Take());
    }

    [Fact]
    public async Task An_unchanged_feed_costs_point_reads_once_a_second_and_nothing_between()
    {
        await ImportAsync(Indicators);
        await SetMeetingAsync();
        await SubmitAsync(App, Submission([.. Enumerable.Range(0, 100).Select(i => Row(i))]));
        var (app, calls) = StartWatched();
        await ReadAsync(app);
        calls.Take();

        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => ReadAsync(app)));
        Assert.Empty(calls.Take());

        Time.Advance(TimeSpan.FromSeconds(1));
        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => ReadAsync(app)));
        var asked = calls.Take();
        Assert.All(asked, c => Assert.Equal(StorageCallKind.PointRead, c.Kind));
        Assert.Equal(["meetings", "reports"], asked.Select(c => c.Table).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Of_many_unchanged_plans_each_costs_one_point_read_a_second_and_the_area_one_for_all()
    {
        string[] ids = ["a-2021", "b-2021", "c-2021", "d-2021", "e-2021"];
        foreach (var id in ids)
        {
            Assert.True(await App.Plans.TryImportAsync(LargePlan.Create(Area, 2) with { Id = id }, default));
        }

        var (app, calls) = StartWatched();
        foreach (var second in Enumerable.Range(0, 3))
        {
            calls.Take();
            await Task.WhenAll(ids.Select(id => app.ReadStatus.HandleAsync(id, null, default)));
            var asked = calls.Take();
            if (second > 0)
            {
                Assert.Equal(["meetings", .. Enumerable.Repeat("reports", ids.Length)], asked.Select(c => c.Table).Order(StringComparer.Ordinal));
                Assert.All(asked, c => Assert.Equal(StorageCallKind.PointRead, c.Kind));
            }

            Time.Advance(TimeSpan.FromSeconds(1));
        }
    }

    [Fact]
    public async Task What_the_area_decides_costs_one_query_for_all_its_plans()
    {
        string[] ids = ["a-2021", "b-2021", "c-2021"];
        foreach (var id in ids)
        {
            Assert.True(await App.Plans.TryImportAsync(LargePlan.Create(Area, 2) with { Id = id }, default));
        }

        var (app, calls) = StartWatched();
        await Task.WhenAll(ids.Select(id => app.ReadStatus.HandleAsync(id, null, default)));
        await App.SetMeeting.HandleAsync(
            Coordinator, "2021-05", new(new(2021, 5, 20), Domain.Meetings.MeetingKind.Ordinary, [.. ids.Select(id => new Domain.Meetings.AgendaItem(id, "2021-05"))]), default);
        Time.Advance(TimeSpan.FromSeconds(1));
        calls.Take();

        var read = await Task.WhenAll(ids.Select(id => app.ReadStatus.HandleAsync(id, "2021-05", default)));

        Assert.All(read, r => Assert.NotNull(r.Value!.Status.Meeting));
        Assert.Equal([new(StorageCallKind.Query, "meetings")], calls.Take().Where(c => c.Kind != StorageCallKind.PointRead));
    }

    [Fact]
    public async Task A_changed_feed_costs_one_query_of_its_partition_however_long_the_history()
    {
        await ImportAsync(Indicators);
        var (app, calls) = StartWatched();
        foreach (var comment in new[] { "första", "andra", "tredje" })
        {
            await ReadAsync(app);
            await SubmitAsync(App, Submission([.. Enumerable.Range(0, 100).Select(i => Row(i, comment: comment))]));
            Time.Advance(TimeSpan.FromSeconds(1));
            calls.Take();

            await ReadAsync(app);

            Assert.Equal([new(StorageCallKind.Query, "reports")], calls.Take().Where(c => c.Kind != StorageCallKind.PointRead));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_submission_costs_the_same_with_five_other_plans_in_the_area(bool isCold)
    {
        await ImportAsync(Indicators);
        await SetMeetingAsync();
        var alone = await CostOfSubmissionAsync(isCold, "ensam");
        await ImportOthersAsync(5);

        var amongOthers = await CostOfSubmissionAsync(isCold, "bland andra");

        Assert.Equal(alone, amongOthers);
        Assert.Single(amongOthers, c => c.Kind == StorageCallKind.Transaction);
    }

    // October's paper looks through the area for the plan to adopt, and compares itself with May's: neither reads a plan again.
    [Fact]
    public async Task A_cold_instance_compiles_a_paper_by_one_query_of_reports_for_each_plan()
    {
        await ImportAsync(Indicators);
        string[] ids = [LargePlan.Id, .. await ImportOthersAsync(4)];
        foreach (var (round, date) in new (string, DateOnly)[] { ("2021-05", new(2021, 5, 20)), ("2021-10", new(2021, 10, 21)) })
        {
            Assert.Null((await App.SetMeeting.HandleAsync(
                Coordinator, round, new(date, Domain.Meetings.MeetingKind.Ordinary, [.. ids.Select(id => new Domain.Meetings.AgendaItem(id, round))]), default)).Failure);
        }

        await SubmitAsync(App, Submission([.. Enumerable.Range(0, 100).Select(i => Row(i))]));
        Time.GoTo(new(2021, 5, 13));
        Assert.Single(await App.CompileMeetingPapers.HandleAsync(default));
        Time.GoTo(new(2021, 10, 1));
        var pipeline = new Pipeline();
        var app = Start(s => pipeline.Under(s, Storage));

        var october = Assert.Single(await app.CompileMeetingPapers.HandleAsync(default));

        Assert.Equal(ids, october.Plans.Select(p => p.Plan));
        string[] queries = [.. pipeline.Requests.Where(r => r.StartsWith("tables GET", StringComparison.Ordinal) && r.Contains("/reports()", StringComparison.Ordinal))];
        Assert.Equal(ids.Length, queries.Length);
        Assert.All(ids, id => Assert.Single(queries, q => q.Contains($"{Area}_{id}", StringComparison.Ordinal)));
    }

    private async Task<string[]> ImportOthersAsync(int number)
    {
        string[] ids = [.. Enumerable.Range(1, number).Select(i => $"annan{i}-2021")];
        foreach (var id in ids)
        {
            Assert.True(await App.Plans.TryImportAsync(LargePlan.Create(Area, 2) with { Id = id }, default));
        }

        return ids;
    }

    private async Task<IReadOnlyList<StorageCall>> CostOfSubmissionAsync(bool isCold, string comment)
    {
        var (app, calls) = StartWatched();
        if (!isCold)
        {
            await ReadAsync(app);
            calls.Take();
        }

        await SubmitAsync(app, Submission([Row(0, comment: comment)]));
        return [.. calls.Take().OrderBy(c => c.Kind).ThenBy(c => c.Table, StringComparer.Ordinal)];
    }

    private static async Task<StatusFeed> ReadAsync(Instance app) => (await app.ReadStatus.HandleAsync(LargePlan.Id, "2021-05", default)).Value!;

    private (Instance App, StorageCalls Calls) StartWatched()
    {
        var calls = new StorageCalls();
        return (Start(calls.Watch(Storage)), calls);
    }
}
