using System.Text.Json;
using Hsvo.Domain.Plans;
using Hsvo.Plans.Files;

namespace Hsvo.Plans.Tests;

/// <summary>Each plan's loading report names every place where the document left something to us.</summary>
public sealed class PlanReadings
{
    public static TheoryData<string> Plans => PlanQuotes.All;

    public static TheoryData<string> Yearly => PlanQuotes.Plans;

    [Theory]
    [MemberData(nameof(Plans))]
    public void Every_reading_in_the_file_is_in_the_report(string id)
    {
        var plan = PlanLibrary.Load(id);
        using var stream = PlanFiles.Open(id);
        using var written = JsonDocument.Parse(stream);

        Assert.Equal(Written(written.RootElement).Order(StringComparer.Ordinal), plan.Readings.Select(r => r.Text).Order(StringComparer.Ordinal));
        Assert.All(plan.Readings, r => Assert.EndsWith(".", r.Text, StringComparison.Ordinal));
        Assert.All(plan.Readings, r => Assert.True(r.Node is null || plan.Find(r.Node) is not null, r.Node));
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void Every_kind_that_is_a_judgement_has_its_reason(string id)
    {
        var plan = PlanLibrary.Load(id);

        var judged = plan.Indicators.Where(i => i.Indicator!.Kind is not (IndicatorKind.Deliverable or IndicatorKind.Reference));

        Assert.All(judged, i => Assert.Contains(plan.Readings, r => r.Node == i.Id && r.Kind == ReadingKind.Kind));
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void Every_compound_row_has_its_reason(string id)
    {
        var plan = PlanLibrary.Load(id);

        var compound = plan.Indicators.Where(i => i.Indicator!.Parts.Count > 0);

        Assert.All(compound, i => Assert.Contains(plan.Readings, r => r.Node == i.Id && r.Kind == ReadingKind.Kind && r.Text.Contains("delar", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void Every_reference_has_its_reason(string id)
    {
        var plan = PlanLibrary.Load(id);

        var references = plan.Indicators.Where(i => i.Indicator!.Kind == IndicatorKind.Reference).Select(i => i.Id);

        Assert.Equal(references, plan.Readings.Where(r => r.Kind == ReadingKind.Reference).Select(r => r.Node));
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void Every_responsible_cell_that_is_empty_or_names_two_bodies_has_its_reason(string id)
    {
        var plan = PlanLibrary.Load(id);

        var unclear = PlanFiles.Of(id).Rows().Where(r => r.Responsible.Quote is null || r.Responsible.Bodies.Count > 1);

        Assert.All(
            unclear.Select(r => r.PriorityArea?.Id ?? r.Indicators.Select(i => i.Id).FirstOrDefault(GoalOf(r))),
            node => Assert.Contains(plan.Readings, r => r.Node == node && r.Kind == ReadingKind.Responsible));
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void Every_body_that_owes_answers_or_none_has_its_reason(string id)
    {
        var plan = PlanLibrary.Load(id);

        var general = string.Join(' ', plan.Readings.Where(r => r.Node is null && r.Kind == ReadingKind.Responsible).Select(r => r.Text.ToUpperInvariant()));

        Assert.All(plan.Bodies.Where(b => b.OwedBy.Count > 0), b => Assert.Contains(b.Name.Replace("na (NVS)", "", StringComparison.Ordinal).ToUpperInvariant(), general, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void Every_split_cell_has_its_reason(string id)
    {
        var plan = PlanLibrary.Load(id);

        var split = PlanFiles.Of(id).Rows().Where(r => r.Activities.Count > 1 || r.Indicators.Count > 1);

        Assert.All(split, row => Assert.Contains(plan.Readings, r => r.Node == (row.PriorityAreaId ?? GoalOf(row)) && r.Kind == ReadingKind.Split));
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void Every_indicator_that_could_belong_elsewhere_has_its_reason(string id)
    {
        var plan = PlanLibrary.Load(id);

        var choices = PlanFiles.Of(id).Rows().Where(r => r.Activities.Count > 1 || (r.Activities.Count > 0 && r.Indicators.Count > 1)).SelectMany(r => r.Indicators);

        Assert.All(choices, i => Assert.Contains(plan.Readings, r => r.Node == i.Id && r.Kind == ReadingKind.Pairing));
        Assert.Contains(plan.Readings, r => r.Node is null && r.Kind == ReadingKind.Pairing);
    }

    [Theory]
    [MemberData(nameof(Yearly))]
    public void Every_text_that_list_and_heading_give_differently_has_its_reason(string id)
    {
        var plan = PlanLibrary.Load(id);
        var file = PlanFiles.Of(id);

        var differing = file.FocusAreas.SelectMany(a => a.Goals)
            .Where(g => g.Quote != $"{g.Number} {g.ListQuote}")
            .Select(g => g.Number)
            .Concat(file.FocusAreas.Where(a => !a.ListQuote!.EndsWith(a.Quote[(a.Number.Length + 1)..], StringComparison.Ordinal)).Select(a => a.Number));

        Assert.All(differing, node => Assert.Contains(plan.Readings, r => r.Node == node && r.Kind == ReadingKind.Wording));
    }

    [Theory]
    [MemberData(nameof(Yearly))]
    public void Rounds_and_assumed_names_are_readings_of_the_plan_as_a_whole(string id)
    {
        var plan = PlanLibrary.Load(id);

        Assert.Equal(3, plan.Readings.Count(r => r.Node is null && r.Kind == ReadingKind.Round));
        Assert.Contains(plan.Readings, r => r.Node is null && r.Kind == ReadingKind.Organisation);
        Assert.Contains(plan.Readings, r => r.Node is null && r.Kind == ReadingKind.Responsible);
    }

    // The cells of a row are named after their goal.
    private static string GoalOf(TableRow row) => row.Cells.First().Id is var id ? id[..id.LastIndexOf('.')] : "";

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
