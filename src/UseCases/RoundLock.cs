using Hsvo.Domain.Meetings;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;

namespace Hsvo.UseCases;

/// <summary>
/// From the day the paper is sealed a round stands as the meeting got it, unless the coordinator lets a department change its own.
/// </summary>
public static class RoundLock
{
    /// <summary>Why a department can't change anything in a round on a day; null when it can.</summary>
    public static FieldError? FaultOf(PlanSnapshot snapshot, Round round, string department, DateOnly today)
    {
        if (snapshot.Dated(round).Timeline is not { Seals: { } seals, Meets: { } meets }
            || today < seals
            || snapshot.Permits.Any(p => p.Covers(round.Id, department, today)))
        {
            return null;
        }

        var permit = snapshot.Permits.Where(p => p.Round == round.Id && p.Department == department).MaxBy(p => p.Until);
        return new("round.sealed", "round",
            $"Omgången {SwedishDates.Round(round.Id)} är låst sedan den {SwedishDates.Long(seals)}, då underlaget till samrådet den {SwedishDates.Long(meets)} fastställdes. "
                + (permit is null ? "Den är låst tills samordnaren ger er ett undantag."
                    : $"Undantaget gällde till och med den {SwedishDates.Long(permit.Until)}; nu är den låst tills samordnaren ger er ett nytt."),
            $"The round {EnglishDates.Round(round.Id)} is locked since {EnglishDates.Long(seals)}, when the paper for the meeting of {EnglishDates.Long(meets)} was sealed. "
                + (permit is null ? "It stays locked until the coordinator gives you a permit."
                    : $"The permit held until {EnglishDates.Long(permit.Until)}; now it stays locked until the coordinator gives you another."));
    }
}
