using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.Domain.Statuses;

namespace Hsvo.Domain.Tests.Statuses;

/// <summary>A later version of a plan may ask another thing in the same row: the old answer stays, and says nothing of how it goes.</summary>
public sealed class OutdatedAnswerTests
{
    private static readonly Answer Yes = new() { Value = AnswerValue.Yes };
    private static readonly Answer Number = new() { Value = AnswerValue.Of(7), Assessment = Status.Behind };
    private static readonly Answer Parts = new() { Parts = [new("a", AnswerValue.Yes), new("b", AnswerValue.Yes)] };

    public static TheoryData<IndicatorSpec, Answer> Misfits => new()
    {
        { new() { Kind = IndicatorKind.Deliverable }, Number },
        { new() { Kind = IndicatorKind.Count }, Yes },
        { new() { Kind = IndicatorKind.Qualitative }, Yes },
        { new() { Kind = IndicatorKind.Milestone, Due = new(2021, 6, 30) }, Yes },
        { new() { Kind = IndicatorKind.Deliverable }, Parts },
        { new() { Kind = IndicatorKind.Deliverable, Parts = [new("a", "a"), new("b", "b")] }, Yes },
        { new() { Kind = IndicatorKind.Deliverable, Parts = [new("a", "a"), new("c", "c")] }, Parts },
        { new() { Kind = IndicatorKind.Reference, RefersTo = "x" }, Yes },
    };

    [Theory]
    [MemberData(nameof(Misfits))]
    public void An_answer_that_no_longer_fits_its_row_gives_no_status(IndicatorSpec spec, Answer answer)
    {
        var rule = StatusRule.For(spec, answer, isFinalRound: true, new(2021, 5, 3));

        Assert.Equal(("answer.outdated", null), (rule.Code, rule.StatusOf(answer)));
    }

    [Fact]
    public void One_that_fits_is_judged() => Assert.Equal(
        Status.Completed,
        StatusRule.For(new() { Kind = IndicatorKind.Deliverable, Parts = [new("a", "a"), new("b", "b")] }, Parts, isFinalRound: false, new(2021, 5, 3)).StatusOf(Parts));
}
