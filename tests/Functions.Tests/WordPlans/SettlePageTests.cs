using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Hsvo.Domain.Plans;
using Hsvo.Functions.Http.Api;
using Hsvo.Functions.Tests.Frame;
using Hsvo.Functions.Tests.People;
using Hsvo.Plans;

namespace Hsvo.Functions.Tests.WordPlans;

/// <summary>The office settles every question of the two real plans at the page, and the plan that is stored is that of src/Plans, but for what stands here.</summary>
[Collection(PeopleApp.Collection)]
public sealed partial class SettlePageTests(PeopleApp app)
{
    private const string Address = "/samordning/plan";
    private const string Settle = "Avgör och läs utkastet igen";

    // Who sits in the bodies, and those that no row names: of no table, and never asked.
    private static readonly string[] OutOfReach = ["plan Bodies"];

    [Theory]
    [InlineData(TableLayout.MergedCells)]
    [InlineData(TableLayout.Rules)]
    public async Task The_plan_for_2021_is_settled_question_by_question_and_stored(TableLayout layout) =>
        Assert.Equal(OutOfReach, await DifferencesAsync(Documents.Of2021(layout, true), PlanLibrary.Hsvo2021, $"avgjord-2021-{layout}"));

    [Theory]
    [InlineData(TableLayout.EmptyCells)]
    [InlineData(TableLayout.Rules)]
    public async Task The_plan_for_2019_is_settled_question_by_question_and_stored(TableLayout layout) =>
        Assert.Empty(await DifferencesAsync(Documents.Of2019(layout), PlanLibrary.Nsu2019, $"avgjord-2019-{layout}"));

    [Fact]
    public async Task A_wrong_answer_is_told_at_its_question_and_all_that_was_said_is_kept()
    {
        const string parts = "indicator.compound:2.1.1.i1";
        var office = await app.Office().OpenAsync(Address);
        await office.UploadWordAsync("Läs dokumentet", "fil", Documents.Of2021(TableLayout.MergedCells, true), ("forra", "nsu-2019"));

        await office.PressAsync("Spara som version", ("id", "fel-2021"), (parts, "own"), ($"{parts}/text", "En del"), ("kind.unknown:2.1.1.i4", "continuing"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, $"#{parts}"), (office.Status, Assert.Single(office.Page.Links(".error-summary"))));
        Assert.StartsWith("31 av 32 kvar.", office.Page.Said("[role=status]"), StringComparison.Ordinal);
        Assert.Equal("En del", office.Page.QuerySelector($"[name='{parts}/text']")!.TextContent.Trim());
        Assert.EndsWith("Avgjord", office.Page.Said("[id='kind.unknown:2.1.1.i4'] h4"), StringComparison.Ordinal);
        using var nothing = await office.Client.GetAsync("/hsvo/v1/plans/fel-2021");
        Assert.Equal(HttpStatusCode.NotFound, nothing.StatusCode);
    }

    private async Task<IReadOnlyList<string>> DifferencesAsync(byte[] file, Plan plan, string id)
    {
        id = id.ToLowerInvariant();
        var office = await app.Office().OpenAsync(Address);
        await office.UploadWordAsync("Läs dokumentet", "fil", file, ("forra", "nsu-2019"), ("year", $"{plan.Year}"));
        (string, string?)[] head = [("id", id), ("titel", plan.Title)];
        var count = Panels(office).Count;
        Assert.StartsWith($"{count} av {count} kvar.", office.Page.Said("[role=status]"), StringComparison.Ordinal);

        // What is settled may raise a question more.
        for (var again = 0; again < 3 && Panels(office).Exists(p => p.QuerySelector(".completed") is null); again++)
        {
            await office.PressAsync(Settle, [.. head, .. Panels(office).Where(p => p.QuerySelector(".completed") is null).SelectMany(p => AnswerTo(p, plan))]);
            Assert.Equal((HttpStatusCode.OK, ""), (office.Status, string.Join(' ', office.Page.AllSaid(".error-summary li"))));
        }

        Assert.StartsWith($"0 av {Panels(office).Count} kvar.", office.Page.Said("[role=status]"), StringComparison.Ordinal);
        await office.PressAsync("Spara som version");
        Assert.Equal($"/plan/{id}", office.Address);
        using var answer = await office.Client.GetAsync($"/hsvo/v1/plans/{id}");
        using var stored = System.Text.Json.JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        var read = new PlanDocumentReader([]).Read(stored.RootElement)!.Value.Plan;

        // The checksum is that of the file that was read, which for src/Plans was a PDF.
        Assert.NotEqual(plan.Source.Sha256, read.Source.Sha256);
        return PlanDifferences.Between(read with { Id = plan.Id, Area = plan.Area, Source = read.Source with { Sha256 = plan.Source.Sha256 } }, plan);
    }

    private static List<IElement> Panels(Browser office) => [.. office.Page.QuerySelectorAll("form section.panel")];

    // What somebody who knows the plan says to a question, by what the question is about.
    private static IEnumerable<(string, string?)> AnswerTo(IElement panel, Plan plan)
    {
        var key = panel.Id!;
        var (code, node) = (key.Split(':')[0], plan.Find(key.Split(':')[1]));
        switch (code)
        {
            case "cell.maybeSeveral" when node!.Text != panel.QuerySelector("textarea")!.TextContent.Trim():
                return [(key, "own"), ($"{key}/text", node.Text)];
            case "row.place" or "pairing.inOrder" or "pairing.unclear" or "pairing.betweenRules" or "pairing.noActivity" or "row.continues":
                return [Named(panel, node!.ParentId!)];
            case "kind.unknown":
                return [(key, Hsvo.Functions.Mapping.EnumNames.ToName(node!.Indicator!.Kind))];
            case "kind.number":
                return [(key, node!.Indicator!.CountsPeople ? "people" : "none")];
            case "indicator.compound":
                return node!.Indicator!.Parts is { Count: > 0 } parts ? [(key, "own"), ($"{key}/text", string.Join('\n', parts.Select(p => $"{p.Id}: {p.Text}")))] : [(key, "read")];
            case "body.new":
                return plan.Bodies.FirstOrDefault(b => panel.QuerySelector("blockquote")!.TextContent.StartsWith(b.Name[..2], StringComparison.Ordinal)) is { } body
                    ? [(key, "new"), .. body.OwedBy.Select(d => ($"{key}/kryss", (string?)d))]
                    : [(key, "ledningsgrupp")];
            case "responsible.read" or "responsible.unread" or "responsible.empty":
                return [(key, "own"), .. Responsible(plan, node!).Select(b => ($"{key}/kryss", (string?)b))];
            case "adoption.none":
                return [(key, "own"), ($"{key}/text", $"{plan.Adopted:yyyy-MM-dd} {plan.AdoptedBy}\n{plan.AdoptedQuote}")];
            case "source.file":
                return [(key, "own"), ($"{key}/text", $"{plan.Source.Document}\n{plan.Source.Diarienummer}")];
            case "rounds.assumed":
                return [(key, "own"), ($"{key}/text", string.Join('\n', plan.Rounds.Select(r => $"{r.Ends:yyyy-MM-dd} {r.Reading}")))];
            case "thread.open":
                var thread = Thread().Match(panel.TextContent).Groups[1].Value;
                var place = plan.OrdinaryOperations.Index().FirstOrDefault(o => o.Item.Threads.Contains(thread));
                return [Named(panel, plan.Nodes.FirstOrDefault(n => n.Threads.Contains(thread))?.Id ?? (place.Item is null ? "none" : $"drift-{place.Index + 1}"))];
            default:
                // As it was read.
                return [(key, panel.QuerySelector("[value]:not([value=''])")!.GetAttribute("value"))];
        }
    }

    // Chosen where it is offered, else written.
    private static (string, string?) Named(IElement panel, string value) => (panel.QuerySelector($"[value='{value}']") is null ? $"{panel.Id}/text" : panel.Id!, value);

    private static IReadOnlyList<string> Responsible(Plan plan, PlanNode node) =>
        node.Responsible.Count > 0 ? node.Responsible : plan.ChildrenOf(node.Id).SelectMany(n => n.Responsible).Distinct().ToList();

    [GeneratedRegex(@"Tråden .+? \(([a-z-]+)\) i ")]
    private static partial Regex Thread();
}
