using Hsvo.Domain.Statuses;

namespace Hsvo.Domain.Tests.Statuses;

public sealed class RollUpTests
{
    /// <summary>
    /// Rows by their status; "-" is answered without a status, "?" unanswered, "count" an answered number without target, "count?" one that isn't,
    /// and "onTrack?" a row some departments have answered.
    /// </summary>
    [Theory]
    [InlineData("", "-", RollUpRule.NoStatus)]
    [InlineData("?", "-", RollUpRule.NoStatus)]
    [InlineData("- -", "-", RollUpRule.NoStatus)]
    [InlineData("count", "-", RollUpRule.NoStatus)]
    [InlineData("count?", "-", RollUpRule.NoStatus)]
    [InlineData("completed", "completed", RollUpRule.AllCompleted)]
    [InlineData("completed completed", "completed", RollUpRule.AllCompleted)]
    [InlineData("completed count", "completed", RollUpRule.AllCompleted)]
    [InlineData("completed count?", "onTrack", RollUpRule.UnderWay)]
    [InlineData("completed ?", "onTrack", RollUpRule.UnderWay)]
    [InlineData("completed -", "onTrack", RollUpRule.UnderWay)]
    [InlineData("completed? completed", "onTrack", RollUpRule.UnderWay)]
    [InlineData("onTrack", "onTrack", RollUpRule.UnderWay)]
    [InlineData("onTrack ?", "onTrack", RollUpRule.UnderWay)]
    [InlineData("completed onTrack", "onTrack", RollUpRule.UnderWay)]
    [InlineData("completed notStarted", "onTrack", RollUpRule.UnderWay)]
    [InlineData("onTrack notStarted", "onTrack", RollUpRule.UnderWay)]
    [InlineData("completed onTrack notStarted", "onTrack", RollUpRule.UnderWay)]
    [InlineData("notStarted", "notStarted", RollUpRule.AllNotStarted)]
    [InlineData("notStarted notStarted", "notStarted", RollUpRule.AllNotStarted)]
    [InlineData("notStarted ? -", "notStarted", RollUpRule.AllNotStarted)]
    [InlineData("notStarted atRisk", "atRisk", RollUpRule.Worst)]
    [InlineData("completed atRisk", "atRisk", RollUpRule.Worst)]
    [InlineData("atRisk ?", "atRisk", RollUpRule.Worst)]
    [InlineData("atRisk behind", "behind", RollUpRule.Worst)]
    [InlineData("behind overdue atRisk", "overdue", RollUpRule.Worst)]
    [InlineData("completed completed completed completed overdue", "overdue", RollUpRule.Worst)]
    public void A_parent_is_as_bad_as_its_worst_row_and_as_good_as_all_of_them(string rows, string status, RollUpRule rule)
    {
        var rolled = RollUp.Of(rows.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Row));

        Assert.Equal((status, rule), (rolled.Status?.Name() ?? "-", rolled.Rule));
    }

    [Fact]
    public void A_number_without_target_is_neither_good_nor_bad_however_it_was_assessed()
    {
        RollUpRow completed = new(Status.Completed, IsAnswered: true, RollsUp: true);
        RollUpRow assessedNumber = new(Status.Behind, IsAnswered: true, RollsUp: false);

        Assert.Equal(Status.Completed, RollUp.Of([completed, assessedNumber]).Status);
        Assert.Null(RollUp.Of([assessedNumber]).Status);
    }

    /// <summary>Departments' answers on one row; "-" is an answer without a status.</summary>
    [Theory]
    [InlineData("", true, "-")]
    [InlineData("", false, "-")]
    [InlineData("- -", true, "-")]
    [InlineData("completed", true, "completed")]
    [InlineData("completed completed", true, "completed")]
    [InlineData("completed", false, "onTrack")]
    [InlineData("completed -", true, "onTrack")]
    [InlineData("completed onTrack", true, "onTrack")]
    [InlineData("completed notStarted", true, "notStarted")]
    [InlineData("notStarted", false, "notStarted")]
    [InlineData("onTrack atRisk", true, "atRisk")]
    [InlineData("completed overdue -", false, "overdue")]
    public void On_a_row_of_several_departments_the_worse_counts(string answers, bool isAnswered, string status)
    {
        Status?[] statuses = [.. answers.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(StatusFacts.FromName)];

        Assert.Equal(status, RollUp.OfDepartments(statuses, isAnswered)?.Name() ?? "-");
    }

    private static RollUpRow Row(string text) => new(
        StatusFacts.FromName(text.TrimEnd('?')), IsAnswered: !text.EndsWith('?'), RollsUp: !text.StartsWith("count", StringComparison.Ordinal));
}
