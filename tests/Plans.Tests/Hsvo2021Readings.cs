using System.Text.Json;
using Hsvo.Domain.Plans;

namespace Hsvo.Plans.Tests;

/// <summary>The loading report names every place where the document left something to us.</summary>
public sealed class Hsvo2021Readings
{
    private static readonly Plan Plan = PlanLibrary.Hsvo2021;

    [Fact]
    public void Every_reading_in_the_file_is_in_the_report()
    {
        using var stream = PlanFiles.Open();
        using var written = JsonDocument.Parse(stream);

        Assert.Equal(Written(written.RootElement).Order(StringComparer.Ordinal), Plan.Readings.Select(r => r.Text).Order(StringComparer.Ordinal));
        Assert.All(Plan.Readings, r => Assert.EndsWith(".", r.Text, StringComparison.Ordinal));
        Assert.All(Plan.Readings, r => Assert.True(r.Node is null || Plan.Find(r.Node) is not null, r.Node));
    }

    [Fact]
    public void Every_kind_that_is_a_judgement_has_its_reason()
    {
        var judged = Plan.Indicators.Where(i => i.Indicator!.Kind is not (IndicatorKind.Deliverable or IndicatorKind.Reference)).Select(i => i.Id);
        string[] deliverablesThatCouldBeElse = ["2.2.1.i2", "2.3.1.i4"];

        Assert.All(judged.Concat(deliverablesThatCouldBeElse), id => Assert.Contains(Plan.Readings, r => r.Node == id && r.Kind == ReadingKind.Kind));
    }

    [Fact]
    public void Every_compound_row_has_its_reason()
    {
        var compound = Plan.Indicators.Where(i => i.Indicator!.Parts.Count > 0).ToList();

        Assert.All(compound, i => Assert.Contains(Plan.Readings, r => r.Node == i.Id && r.Kind == ReadingKind.Kind && r.Text.Contains("delar", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_reference_has_its_reason()
    {
        var references = Plan.Indicators.Where(i => i.Indicator!.Kind == IndicatorKind.Reference).Select(i => i.Id);

        Assert.Equal(references, Plan.Readings.Where(r => r.Kind == ReadingKind.Reference).Select(r => r.Node));
    }

    [Fact]
    public void Every_responsible_cell_that_is_empty_or_names_two_bodies_has_its_reason()
    {
        var unclear = PlanFiles.Hsvo2021().Rows().Where(r => r.Responsible.Quote is null || r.Responsible.Bodies.Count > 1).ToList();

        Assert.Equal(9, unclear.Count(r => r.Responsible.Quote is null));
        Assert.Equal(
            unclear.Select(r => r.PriorityArea?.Id ?? r.Indicators[0].Id),
            Plan.Readings.Where(r => r.Node is not null && r.Kind == ReadingKind.Responsible).Select(r => r.Node));
    }

    [Fact]
    public void Every_split_cell_has_its_reason()
    {
        var split = PlanFiles.Hsvo2021().Rows().Where(r => r.Activities.Count > 1 || r.Indicators.Count > 1).ToList();

        Assert.Equal(8, split.Count);
        Assert.All(split, row => Assert.Contains(Plan.Readings, r => r.Node == row.PriorityAreaId && r.Kind == ReadingKind.Split));
    }

    [Fact]
    public void Every_indicator_that_could_belong_elsewhere_has_its_reason()
    {
        var choices = PlanFiles.Hsvo2021().Rows().Where(r => r.Activities.Count > 1 || r.Indicators.Count > 1).SelectMany(r => r.Indicators).ToList();

        Assert.All(choices, i => Assert.Contains(Plan.Readings, r => r.Node == i.Id && r.Kind == ReadingKind.Pairing));
        Assert.Contains(Plan.Readings, r => r.Node is null && r.Kind == ReadingKind.Pairing);
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

    [Fact]
    public void Rounds_and_assumed_names_are_readings_of_the_plan_as_a_whole()
    {
        Assert.Equal(3, Plan.Readings.Count(r => r.Node is null && r.Kind == ReadingKind.Round));
        Assert.Contains(Plan.Readings, r => r.Node is null && r.Kind == ReadingKind.Organisation);
        Assert.Contains(Plan.Readings, r => r.Node is null && r.Kind == ReadingKind.Responsible);
    }

    // Whatever is called a reading, wherever it stands; a round's is told with the round's id.
    private static IEnumerable<string> Written(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Written),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => property.Name switch
        {
            "reading" when property.Value.ValueKind == JsonValueKind.Null => [],
            "reading" => [(element.TryGetProperty("ends", out _) ? element.GetProperty("id").GetString() + ": " : "") + property.Value.GetString()],
            "readings" => property.Value.EnumerateArray().Select(r => r.GetProperty("text").GetString()!),
            _ => Written(property.Value),
        }),
        _ => [],
    };
}
