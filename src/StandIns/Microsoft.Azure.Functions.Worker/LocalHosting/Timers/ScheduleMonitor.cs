using Azure;
using Azure.Storage.Blobs.Models;

namespace Microsoft.Azure.Functions.Worker.LocalHosting;

/// <summary>When a timer last ran and runs next, kept in the host's storage.</summary>
internal sealed class ScheduleMonitor(HostStorage storage)
{
    public async Task<ScheduleStatus?> GetAsync(TimerFunction function, CancellationToken cancellationToken)
    {
        try
        {
            var content = await storage.StatusOf(function).DownloadContentAsync(cancellationToken);
            return content.Value.Content.ToObjectFromJson<ScheduleStatus>() is { } status
                ? new ScheduleStatus { Last = Utc(status.Last), Next = Utc(status.Next), LastUpdated = Utc(status.LastUpdated) }
                : null;
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            return null;
        }
    }

    public Task SaveAsync(TimerFunction function, ScheduleStatus status, CancellationToken cancellationToken) =>
        storage.UploadAsync(storage.StatusOf(function), BinaryData.FromObjectAsJson(status), new BlobUploadOptions(), cancellationToken);

    /// <summary>
    /// The status to start from. Where what is stored doesn't fit the schedule, the schedule was changed meanwhile: then nothing is caught up.
    /// </summary>
    public async Task<ScheduleStatus> ResumeAsync(TimerFunction function, CronSchedule schedule, DateTime now, CancellationToken cancellationToken)
    {
        var stored = await GetAsync(function, cancellationToken);
        var reference = stored switch
        {
            null => now,
            _ when stored.Last != default => stored.Last,
            _ when stored.LastUpdated != default => stored.LastUpdated,
            _ => now,
        };
        var expected = schedule.NextAfter(reference);
        if (stored?.Next == expected)
        {
            return stored;
        }

        var status = now > expected
            ? new ScheduleStatus { Next = schedule.NextAfter(now), LastUpdated = now }
            : new ScheduleStatus { Next = expected, LastUpdated = reference };
        await SaveAsync(function, status, cancellationToken);
        return status;
    }

    private static DateTime Utc(DateTime time) => time.Kind == DateTimeKind.Unspecified ? DateTime.SpecifyKind(time, DateTimeKind.Utc) : time.ToUniversalTime();
}
