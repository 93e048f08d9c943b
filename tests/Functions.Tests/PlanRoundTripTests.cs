using System.Text.Json;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.Functions.Http;
using Hsvo.Functions.Http.Api;
using Hsvo.Functions.Mapping;
using Hsvo.Plans;

namespace Hsvo.Functions.Tests;

/// <summary>What a plan's document says is read back as the plan that said it.</summary>
public sealed class PlanRoundTripTests
{
    public static TheoryData<string> Plans => [.. PlanLibrary.All.Select(p => p.Id)];

    [Theory]
    [MemberData(nameof(Plans))]
    public void A_plan_that_is_written_and_read_says_the_same(string id)
    {
        var plan = PlanLibrary.Load(id);

        var (read, basedOn, faults) = Read(Text(plan with { Version = 7 }));

        Assert.Empty(faults);
        Assert.Equal(7, basedOn);
        Assert.Equal(JsonSerializer.Serialize(plan), JsonSerializer.Serialize(read! with { Area = plan.Area }));
        Assert.True(PlanChanges.Between(plan, read! with { Area = plan.Area }, []).IsNone);
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void A_real_plan_is_at_most_a_third_of_what_an_import_takes(string id) =>
        Assert.InRange(JsonSerializer.SerializeToUtf8Bytes(PlanMapping.ToDocument(PlanLibrary.Load(id), PlanLibrary.All), Json.Api).Length, 1, PlanDocumentReader.MaxBytes / 3);

    [Theory]
    [MemberData(nameof(Plans))]
    public void The_draft_of_the_next_year_is_written_and_read(string id)
    {
        var draft = NextPlan.DraftFrom(PlanLibrary.Load(id), PlanLibrary.Load(id).Year + 1);

        var (read, basedOn, faults) = Read(Text(draft));

        Assert.Empty(faults);
        Assert.Null(basedOn);
        Assert.Equal(JsonSerializer.Serialize(draft), JsonSerializer.Serialize(read! with { Area = draft.Area, Version = 0 }));
    }

    [Fact]
    public void What_the_answer_derives_may_be_left_out_and_so_may_empty_lists()
    {
        var plan = PlanLibrary.Hsvo2021 with { Figures = [], Threads = [], OrdinaryOperations = [], Nodes = [.. PlanLibrary.Hsvo2021.Nodes.Select(n => n with { Threads = [] })] };
        var document = System.Text.Json.Nodes.JsonNode.Parse(Text(plan))!;
        document["plan"]!.AsObject().Remove("version");
        foreach (var list in new[] { "figures", "derivedFigures", "threads", "ordinaryOperations", "conditions" })
        {
            document.AsObject().Remove(list);
        }

        foreach (var node in document["nodes"]!.AsArray())
        {
            foreach (var field in new[] { "level", "threadLinks", "links", "threads" })
            {
                node!.AsObject().Remove(field);
            }
        }

        var (read, basedOn, faults) = Read(document.ToJsonString());

        Assert.Empty(faults);
        Assert.Null(basedOn);
        Assert.Equal(plan.Nodes.Count, read!.Nodes.Count);
    }

    private static string Text(Plan plan) => JsonSerializer.Serialize(PlanMapping.ToDocument(plan, PlanLibrary.All), Json.Api);

    private static (Plan? Plan, int? BasedOn, List<FieldError> Faults) Read(string text)
    {
        using var document = JsonDocument.Parse(text);
        var faults = new List<FieldError>();
        var read = new PlanDocumentReader(faults).Read(document.RootElement);
        return (read?.Plan, read?.BasedOn, faults);
    }
}
