using Hsvo.Domain.Plans;

namespace Hsvo.Plans.Tests;

/// <summary>What was read into the plan for 2019, beside what every plan's report must name.</summary>
public sealed class Nsu2019Readings
{
    private static readonly Plan Plan = PlanLibrary.Nsu2019;

    [Theory]
    [InlineData("3.2.i1")]
    [InlineData("4.3.i4")]
    [InlineData("5.1.i1")]
    [InlineData("5.2.i7")]
    [InlineData("5.2.i10")]
    public void A_deliverable_that_could_be_something_else_has_its_reason(string indicator)
    {
        Assert.Equal(IndicatorKind.Deliverable, Plan.Node(indicator).Indicator!.Kind);
        Assert.Contains(Plan.Readings, r => r.Node == indicator && r.Kind == ReadingKind.Kind);
    }

    [Theory]
    [InlineData("3")]
    [InlineData("4.3")]
    [InlineData("5.1")]
    public void A_text_that_the_list_gives_otherwise_is_named(string node)
    {
        Assert.Contains(Plan.Readings, r => r.Node == node && r.Kind == ReadingKind.Wording && r.Text.StartsWith("Listan ", StringComparison.Ordinal));
    }

    [Fact]
    public void The_goal_without_a_table_is_named()
    {
        Assert.Contains(Plan.Readings, r => r.Node == "5.3" && r.Text.Contains("tabell", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("3.1.p1", "Samverkansstruktuern")]
    [InlineData("3.1.a1", "Samverkansstukturerna")]
    [InlineData("3.1.i1", "Framtaga")]
    [InlineData("3.2.a1", "Närvårsarbete")]
    [InlineData("3.3.p1", "Detta området")]
    [InlineData("3.4.a1", "Uppföjning")]
    [InlineData("5.1", "individen behov")]
    [InlineData("5.1.a3", "Kuskapsläget")]
    [InlineData("5.2.a12", "för driva")]
    [InlineData("5.2.i13", "Psykiati")]
    public void A_slip_in_the_document_is_kept_and_named(string node, string slip)
    {
        Assert.Contains(slip, Plan.Node(node).Quote, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(slip, Plan.Node(node).Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(Plan.Readings, r => r.Node == node && r.Kind == ReadingKind.Wording && r.Text.Contains(slip, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(ReadingKind.Wording, "diarienummer")]
    [InlineData(ReadingKind.Wording, "ordinarie drift")]
    [InlineData(ReadingKind.Kind, "38 svar")]
    [InlineData(ReadingKind.Split, "avstavade")]
    public void What_was_read_into_the_whole_is_named(ReadingKind kind, string word)
    {
        Assert.Contains(Plan.Readings, r => r.Node is null && r.Kind == kind && r.Text.Contains(word, StringComparison.Ordinal));
    }
}
