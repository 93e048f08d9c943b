using Hsvo.LocalHost.Example;
using Microsoft.Azure.Functions.Worker.LocalHosting;

namespace Hsvo.LocalHost.Tests.Example;

public sealed class ExampleStartTaskTests : IAsyncLifetime, IDisposable
{
    private const string Reports = "/hsvo/v1/reports";
    private const string Meeting = "/hsvo/v1/meetings/2021-05";
    private const string PaperLink = "hsvo/v1/meetings/2021-05/summary (token)";

    private static readonly int Departments = ExampleRound.May2021().Departments.Count;

    private readonly DevelopmentFolder _folder = new();
    private readonly StringWriter _output = new();
    private RecordingApi _api = null!;

    public async Task InitializeAsync() => _api = await RecordingApi.StartAsync();

    public Task DisposeAsync() => _api.DisposeAsync().AsTask();

    public void Dispose()
    {
        _folder.Dispose();
        _output.Dispose();
    }

    [Fact]
    public async Task The_meeting_comes_after_every_answer_and_before_the_paper()
    {
        await RunAsync();

        Assert.Equal([.. Enumerable.Repeat(Reports, Departments), Meeting, "/admin/functions/CompileMeetingPapers"], _api.Writes);
    }

    [Fact]
    public async Task A_run_that_broke_off_midway_is_filled_by_the_next_and_then_left_alone()
    {
        _api.PostsUntilFailure = 3;
        await Assert.ThrowsAsync<InvalidOperationException>(() => RunAsync());
        _api.PostsUntilFailure = int.MaxValue;
        _api.Writes.Clear();

        await RunAsync();
        await RunAsync();

        Assert.Equal(Departments, _api.Writes.Count(w => w == Reports));
        Assert.Equal(1, _api.Writes.Count(w => w == Meeting));
    }

    [Fact]
    public async Task The_meeting_is_twenty_days_after_the_day_it_is_in_Stockholm()
    {
        await RunAsync();

        // Half past ten in the evening UTC on 1 June is half past midnight on 2 June.
        Assert.Equal(new DateOnly(2021, 6, 22), _api.MeetingDate);
    }

    [Fact]
    public async Task The_papers_link_is_printed_once_the_paper_can_be_read()
    {
        _api.PaperPause = 3;

        await RunAsync();

        Assert.Contains(PaperLink, _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paper_that_never_comes_has_no_link_and_keeps_nobody_waiting()
    {
        _api.PaperPause = int.MaxValue;

        await RunAsync();

        Assert.DoesNotContain(PaperLink, _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("Ctrl-C avslutar.", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Storage_may_come_later_than_the_app()
    {
        _api.StorageAway = 3;

        await RunAsync();

        Assert.Equal(new DateOnly(2021, 6, 22), _api.MeetingDate);
    }

    [Fact]
    public async Task Storage_that_never_comes_ends_the_run_with_one_line()
    {
        _api.StorageAway = int.MaxValue;

        var end = await Assert.ThrowsAsync<LocalRunException>(() => RunAsync());

        Assert.Equal("The plan hsvo-2021 isn't there: storage hasn't answered for 60 seconds. See the setting Storage.", end.Message);
    }

    [Theory]
    [InlineData(null, "-- token --role reader")]
    [InlineData("/data/my run", "-- token --role reader --data \"/data/my run\"")]
    public async Task The_command_for_a_token_names_the_runs_data_folder(string? named, string command)
    {
        await RunAsync(named);

        Assert.Contains(command + Environment.NewLine, _output.ToString(), StringComparison.Ordinal);
    }

    private Task RunAsync(string? namedFolder = null) =>
        new ExampleStartTask(new DevelopmentTokens(DevelopmentKey.Open(_folder.Path), TimeProvider.System), new HurriedTime(), namedFolder, postsExample: true)
            .RunAsync(_api.Address, null!, _output, CancellationToken.None);

    /// <summary>An evening on which no pause takes any time, and every look at the clock moves it by ten seconds.</summary>
    private sealed class HurriedTime : TimeProvider
    {
        private long _looks;

        public override long TimestampFrequency => 1;

        public override DateTimeOffset GetUtcNow() => new(2021, 6, 1, 22, 30, 0, TimeSpan.Zero);

        public override long GetTimestamp() => 10 * _looks++;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
