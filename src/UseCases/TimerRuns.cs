using Hsvo.UseCases.Stores;

namespace Hsvo.UseCases;

/// <summary>Work that is run by the clock.</summary>
/// <param name="Id">Its id.</param>
/// <param name="LongestPause">How long it may be since the last run, before something is wrong.</param>
public sealed record ScheduledWork(string Id, TimeSpan LongestPause)
{
    /// <summary>Compiling the meetings' papers, every hour.</summary>
    public static ScheduledWork MeetingPapers { get; } = new("meeting-papers", TimeSpan.FromHours(2.5));

    /// <summary>Forgetting leftovers, every night.</summary>
    public static ScheduledWork Leftovers { get; } = new("leftovers", TimeSpan.FromHours(26));

    /// <summary>All of it.</summary>
    public static IReadOnlyList<ScheduledWork> All { get; } = [MeetingPapers, Leftovers];
}

/// <summary>Whether what is run by the clock is run: a timer that nobody misses is a paper that isn't there before the samråd.</summary>
/// <param name="area">The area served.</param>
/// <param name="runs">The runs.</param>
/// <param name="time">The clock.</param>
public sealed class TimerRuns(AreaOptions area, IRunStore runs, TimeProvider time)
{
    private readonly SharedRead<IReadOnlyDictionary<string, DateTimeOffset>> _last = new(time, async _ => await runs.ReadAsync(area.Area, CancellationToken.None));

    /// <summary>Keeps that a piece of work was done just now.</summary>
    public Task KeepAsync(ScheduledWork work, CancellationToken cancellationToken) => runs.KeepAsync(area.Area, work.Id, time.GetUtcNow(), cancellationToken);

    /// <summary>Says that all of it is awaited from now on, where none of it was before.</summary>
    public async Task AwaitAllAsync(CancellationToken cancellationToken)
    {
        foreach (var work in ScheduledWork.All)
        {
            await runs.AwaitAsync(area.Area, work.Id, time.GetUtcNow(), cancellationToken);
        }
    }

    /// <summary>What ought to have been run since it last was; storage is asked at most once a second.</summary>
    public async Task<IReadOnlyList<ScheduledWork>> ListLateAsync(CancellationToken cancellationToken)
    {
        var last = await _last.GetAsync(cancellationToken);
        return [.. ScheduledWork.All.Where(w => last!.TryGetValue(w.Id, out var at) && time.GetUtcNow() - at > w.LongestPause)];
    }
}
