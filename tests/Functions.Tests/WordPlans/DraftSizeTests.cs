using System.Net;
using AngleSharp.Dom;
using Hsvo.Functions.Tests.People;

namespace Hsvo.Functions.Tests.WordPlans;

/// <summary>The pages of a draft stay well under 100 KB for the real plans, all questions open and all answered: a later year's may be larger.</summary>
[Collection(PeopleApp.Collection)]
public sealed class DraftSizeTests(PeopleApp app)
{
    private const int Most = 90_000;

    [Theory]
    [InlineData(2021, TableLayout.MergedCells, "sv")]
    [InlineData(2021, TableLayout.Rules, "sv")]
    [InlineData(2021, TableLayout.Rules, "en")]
    [InlineData(2019, TableLayout.EmptyCells, "sv")]
    [InlineData(2019, TableLayout.EmptyCells, "en")]
    [InlineData(2019, TableLayout.Rules, "en")]
    public async Task A_draft_has_room_to_grow(int year, TableLayout layout, string language)
    {
        var isSwedish = language == "sv";
        var office = await app.Office().OpenAsync($"/samordning/plan{(isSwedish ? "" : "?lang=en")}");
        await office.UploadWordAsync(
            isSwedish ? "Läs dokumentet" : "Read the document", "fil", year == 2021 ? Documents.Of2021(layout, true) : Documents.Of2019(layout), ("forra", "nsu-2019"), ("year", $"{year}"));
        Assert.InRange(office.Size, 50_000, Most);

        await office.PressAsync(isSwedish ? "Avgör och läs utkastet igen" : "Settle and read the draft again", [.. office.Page.QuerySelectorAll("form section.panel").Select(AnswerTo)]);

        Assert.Equal(HttpStatusCode.OK, office.Status);
        Assert.InRange(office.Size, 50_000, Most);
        await office.PressAsync(isSwedish ? "Läs igenom utkastet" : "Read the draft through");
        Assert.InRange(office.Size, 50_000, Most);
        Assert.Equal(year == 2021 ? 12 : 10, office.Page.QuerySelectorAll("main h4").Length);
    }

    // What asks for more where something can, else the first that is offered.
    private static (string, string?) AnswerTo(IElement panel)
    {
        var offered = panel.QuerySelectorAll("[value]").Where(o => (o.GetAttribute("name") ?? o.ParentElement!.GetAttribute("name")) == panel.Id).Select(o => o.GetAttribute("value")).Where(v => v is not "").ToList();
        return (panel.Id!, offered.Contains("change") ? "change" : offered[0]);
    }
}
