using Hsvo.Domain.Meetings;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.Domain.Statuses;

namespace Hsvo.TestKit.Builders;

/// <summary>Meetings of a plan.</summary>
public static class Samrad
{
    /// <summary>The meeting of a round, on a day.</summary>
    public static Meeting On(this Round round, DateOnly date) =>
        new() { Id = round.Id, Area = "uppsala", Date = date, Agenda = [new("hsvo-2021", round.Id)] };

    extension(PlanStatus)
    {
        /// <summary>The status of a round that has a meeting, or has none yet.</summary>
        public static PlanStatus Compute(Plan plan, Round round, Meeting? meeting, IEnumerable<Report> cells, DateOnly today) =>
            PlanStatus.Compute(plan, new(round, meeting, meeting?.Timeline), cells, today);
    }
}
