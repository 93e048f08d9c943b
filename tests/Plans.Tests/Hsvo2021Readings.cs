using Hsvo.Domain.Plans;

namespace Hsvo.Plans.Tests;

/// <summary>What was read into the plan for 2021, beside what every plan's report must name.</summary>
public sealed class Hsvo2021Readings
{
    private static readonly Plan Plan = PlanLibrary.Hsvo2021;

    [Theory]
    [InlineData("2.2.1.i2")]
    [InlineData("2.3.1.i4")]
    public void A_deliverable_that_could_be_something_else_has_its_reason(string indicator)
    {
        Assert.Contains(Plan.Readings, r => r.Node == indicator && r.Kind == ReadingKind.Kind);
    }

    [Fact]
    public void Nine_responsible_cells_are_empty_and_no_clear_one_has_a_reading()
    {
        var unclear = PlanFiles.Of("hsvo-2021").Rows().Where(r => r.Responsible.Quote is null || r.Responsible.Bodies.Count > 1).ToList();

        Assert.Equal(9, unclear.Count(r => r.Responsible.Quote is null));
        Assert.Equal(
            unclear.Select(r => r.PriorityArea?.Id ?? r.Indicators[0].Id),
            Plan.Readings.Where(r => r.Node is not null && r.Kind == ReadingKind.Responsible).Select(r => r.Node));
    }

    [Fact]
    public void Eight_rows_have_split_cells()
    {
        Assert.Equal(8, PlanFiles.Of("hsvo-2021").Rows().Count(r => r.Activities.Count > 1 || r.Indicators.Count > 1));
    }

    [Theory]
    [InlineData("2.2.1.p2")]
    [InlineData("2.2.3.a2")]
    [InlineData("2.3.1.p2")]
    public void Every_rule_beside_text_has_its_reading(string node)
    {
        Assert.Contains(Plan.Readings, r => r.Node == node && r.Kind == ReadingKind.Split && r.Text.Contains("-----", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2.2.2.i3", "genomfört")]
    [InlineData("2.3.1.i4", "uppstartat")]
    [InlineData("2.3.5.i2", "genomförts")]
    [InlineData("2.3.5", "punkt")]
    public void A_slip_in_the_document_is_kept_and_named(string node, string word)
    {
        Assert.Contains(Plan.Readings, r => r.Node == node && r.Kind == ReadingKind.Wording && r.Text.Contains(word, StringComparison.Ordinal));
    }
}
