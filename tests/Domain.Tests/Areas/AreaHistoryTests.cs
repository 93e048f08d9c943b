using Hsvo.Domain.Areas;
using Hsvo.Domain.Meetings;
using Hsvo.Domain.Plans;
using Hsvo.TestKit.Builders;
using static Hsvo.TestKit.Builders.PlanBuilder;

namespace Hsvo.Domain.Tests.Areas;

public sealed class AreaHistoryTests
{
    private static readonly Plan Plan = APlan().Build();
    private static readonly DateTimeOffset Noon = new(2021, 3, 1, 11, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Nothing_was_known_before_the_first_decision()
    {
        var before = Everything.AsOf(Noon.AddTicks(-1));

        Assert.Equal(0, before.Configuration.Version);
        Assert.Empty(before.Meetings);
        Assert.Empty(before.Permits);
        Assert.Empty(before.Declarations);
    }

    [Theory]
    [InlineData(0, 1, "2021-05-20", 0, "")]
    [InlineData(1, 1, "2021-06-03", 1, "ubn")]
    [InlineData(2, 2, "", 1, "")]
    [InlineData(3, 2, "2021-06-10", 1, "ubn")]
    public void Each_day_knew_what_was_decided_by_then(int day, int version, string meeting, int permits, string declared)
    {
        var known = Everything.AsOf(Noon.AddDays(day));

        Assert.Equal(version, known.Configuration.Version);
        Assert.Equal(meeting, string.Join(' ', known.Meetings.Select(m => $"{m.Date:yyyy-MM-dd}")));
        Assert.Equal(permits, known.Permits.Count);
        Assert.Equal(declared, string.Join(' ', known.Declarations.Select(d => d.Department)));
    }

    [Fact]
    public void What_comes_next_goes_on_counting_after_a_removal_and_a_withdrawal()
    {
        Assert.Equal((5, 1), (Everything.NextChangeOf("2021-05"), Everything.NextChangeOf("2021-10")));
        Assert.Equal((4, 1), (Everything.NextDeclarationOf("hsvo-2021", "2021-05", "ubn"), Everything.NextDeclarationOf("hsvo-2021", "2021-10", "ubn")));
    }

    [Fact]
    public void A_round_has_the_declarations_of_its_plan_and_itself_alone()
    {
        var may = Plan.Rounds[0];
        AreaRecord record = new() { Declarations = [Said(1, 0), Said(1, 0) with { Round = "2021-10" }, Said(1, 0) with { Plan = "hsvo-2020" }] };

        Assert.Equal(record.Declarations[0], Assert.Single(record.DatedRoundOf(Plan, may).Declarations));
    }

    [Fact]
    public void A_monthly_round_has_its_days_without_a_meeting_and_is_locked_by_the_one_that_follows_it_up()
    {
        var monthly = Plan with { Cadence = PlanCadence.Monthly };
        var round = monthly.Rounds[0];
        var meeting = round.On(new(2021, 6, 24));

        var alone = new AreaRecord().DatedRoundOf(monthly, round);
        var followedUp = new AreaRecord { Meetings = [meeting] }.DatedRoundOf(monthly, round);

        Assert.Null(alone.Meeting);
        Assert.Equal(new(new(2021, 6, 1), new(2021, 6, 15), null, null) { IsAssumed = true }, alone.Timeline);
        Assert.Equal(alone.Timeline! with { Seals = new(2021, 6, 17), Meets = new(2021, 6, 24) }, followedUp.Timeline);
    }

    private static AreaHistory Everything => new()
    {
        Configurations = [new() { Version = 1, SetAt = Noon }, new() { Version = 2, SetAt = Noon.AddDays(2) }],
        Meetings =
        [
            Change(1, 0, new(2021, 5, 20)), Change(2, 1, new(2021, 6, 3)), Change(3, 2, new(2021, 6, 3)) with { IsRemoved = true }, Change(4, 3, new(2021, 6, 10)),
        ],
        Permits =
        [
            new()
            {
                Area = "uppsala", Plan = "hsvo-2021", Round = "2021-05", Department = "ubn", Until = new(2021, 6, 1), Reason = "Fel siffra.", GrantedBy = "nvs",
                GrantedAt = Noon.AddDays(1),
            },
        ],
        Declarations = [Said(1, 1), Said(2, 2) with { IsWithdrawn = true }, Said(3, 3)],
    };

    private static MeetingChange Change(int number, int day, DateOnly date) => new(number, Plan.Rounds[0].On(date), IsRemoved: false, "nvs", Noon.AddDays(day));

    private static Declaration Said(int number, int day) => new()
    {
        Area = "uppsala",
        Plan = "hsvo-2021",
        Round = "2021-05",
        Department = "ubn",
        Number = number,
        By = "anna",
        At = Noon.AddDays(day),
    };
}
