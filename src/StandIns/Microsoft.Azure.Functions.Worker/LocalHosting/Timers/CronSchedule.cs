using Microsoft.Extensions.Configuration;
using NCrontab;

namespace Microsoft.Azure.Functions.Worker.LocalHosting;

/// <summary>A timer's NCRONTAB expression, of five fields or six, in UTC.</summary>
internal sealed class CronSchedule
{
    private readonly CrontabSchedule _schedule;

    private CronSchedule(CrontabSchedule schedule, bool isBelowOneMinute)
    {
        _schedule = schedule;
        IsBelowOneMinute = isBelowOneMinute;
    }

    /// <summary>Whether it runs more than once a minute; of such a schedule the host keeps no status.</summary>
    public bool IsBelowOneMinute { get; }

    /// <exception cref="FormatException">It is no expression, or names a setting that isn't there.</exception>
    public static CronSchedule Parse(string schedule, IConfiguration configuration)
    {
        string expression = Resolve(schedule, configuration);
        string[] fields = expression.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        bool withSeconds = fields.Length != 5;
        var cron = CrontabSchedule.TryParse(expression, new CrontabSchedule.ParseOptions { IncludingSeconds = withSeconds })
            ?? throw new FormatException($"The schedule expression '{expression}' was not recognized as a valid cron expression.");
        return new CronSchedule(cron, withSeconds && fields[1..].All(field => field == "*") && RunsTwiceAMinute(cron));
    }

    public DateTime NextAfter(DateTime utc) => DateTime.SpecifyKind(_schedule.GetNextOccurrence(utc), DateTimeKind.Utc);

    private static bool RunsTwiceAMinute(CrontabSchedule cron) =>
        cron.GetNextOccurrences(DateTime.UnixEpoch, DateTime.UnixEpoch.AddMinutes(1)).Skip(1).Any();

    private static string Resolve(string schedule, IConfiguration configuration)
    {
        if (schedule is not ['%', .. var name, '%'])
        {
            return schedule;
        }

        return configuration[name.Replace("__", ":", StringComparison.Ordinal)] is { Length: > 0 } value
            ? value
            : throw new FormatException($"'{schedule}' does not resolve to a value.");
    }
}
