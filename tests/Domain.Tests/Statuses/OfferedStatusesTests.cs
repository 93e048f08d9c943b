using Hsvo.Domain.Plans;
using Hsvo.Domain.Statuses;
using Hsvo.TestKit.Builders;

namespace Hsvo.Domain.Tests.Statuses;

/// <summary>What a form offers to choose from before the answer is known: what some answer would allow, and nothing that none does.</summary>
public sealed class OfferedStatusesTests
{
    private static readonly DateOnly Today = new(2021, 5, 8);

    private static readonly Status[] Assessable = [Status.NotStarted, Status.OnTrack, Status.AtRisk, Status.Behind];

    public static TheoryData<IndicatorSpec, bool, Status[]> Rows => new()
    {
        { Specs.Deliverable, false, Assessable },
        { Specs.Deliverable, true, [] },
        { Specs.Deliverable.InParts("a", "b"), false, Assessable },
        { Specs.Continuing, false, [Status.AtRisk, Status.Behind] },
        { Specs.Continuing.StartingOn(new(2021, 9, 1)), false, Assessable },
        { Specs.Milestone(new(2021, 10, 1)), false, Assessable },
        { Specs.Milestone(new(2021, 5, 1)), false, [] },
        { Specs.Qualitative, false, [.. Assessable, Status.Completed] },
        { Specs.Count, false, Assessable },
        { Specs.Count.AtLeast(5), false, Assessable },
        { Specs.Percentage.AtMost(5), false, Assessable },
        { Specs.Percentage.AtMost(5), true, [] },
        { Specs.Reference("x"), false, [] },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_form_offers_what_some_answer_allows(IndicatorSpec spec, bool isFinalRound, Status[] expected) =>
        Assert.Equal(expected, StatusRule.Offered(spec, isFinalRound, Today));
}
