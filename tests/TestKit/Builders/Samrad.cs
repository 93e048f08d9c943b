using Hsvo.Domain.Meetings;
using Hsvo.Domain.Plans;

namespace Hsvo.TestKit.Builders;

/// <summary>Meetings of a plan.</summary>
public static class Samrad
{
    /// <summary>The meeting of a round, on a day.</summary>
    public static Meeting On(this Round round, DateOnly date) =>
        new() { Id = round.Id, Area = "uppsala", Plan = "hsvo-2021", Round = round.Id, Date = date };
}
