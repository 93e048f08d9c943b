using System.Net;
using System.Text.Json.Nodes;
using Hsvo.Functions.Tests.Frame;
using Hsvo.Functions.Tests.People;
using Hsvo.TestKit.Builders;

namespace Hsvo.Functions.Tests.WordPlans;

/// <summary>The office takes a plan in from Word at a page, without script.</summary>
[Collection(PeopleApp.Collection)]
public sealed class ImportPageTests(PeopleApp app)
{
    private const string Address = "/samordning/plan";
    private const string Read = "Läs dokumentet";
    private const string Store = "Spara som version";

    private static byte[] Plan => new WordBuilder().Title("Verksamhetsplan 2031").Heading(1, "2 Samverkan").Heading(2, "2.1 Det finns en samverkan").Table(
    [
        [new("Prioriterat område"), new("Aktiviteter 2031"), new("Indikatorer"), new("Ansvar")],
        [new("Barn och unga"), new("Ta fram en plan."), new("Planen finns"), new("TL HSVO Uppsala")],
        [new("Äldre"), new("Följa upp"), new("Upplevd trygghet"), new("Nya rådet")],
    ]).Build();

    [Fact]
    public async Task A_plan_in_Word_is_read_settled_and_stored()
    {
        var office = await app.Office().OpenAsync(Address);
        await office.UploadWordAsync(Read, "fil", Plan);

        Assert.Equal((HttpStatusCode.OK, "Utkast ur Word"), (office.Status, office.Page.Said("h1")));
        Assert.Contains("2.1.p2 Äldre", office.Page.AllSaid("main p").Select(p => p[..Math.Min(p.Length, 12)]));
        Assert.Contains("Citat: Ta fram en plan.", office.Page.Said("[id='rad-2.1.a1']"), StringComparison.Ordinal);
        Assert.Contains(office.Page.AllSaid("main li"), l => l.StartsWith("2.1.i2: Raden säger inte hur den ska besvaras.", StringComparison.Ordinal));

        await office.PressAsync(Store, ("id", "word-2031"), ("svar-2.1.i2", "continuing"), ("for-nya-radet-amn", "on"));

        Assert.Equal("/plan/word-2031", office.Address);
        var stored = await office.Client.JsonAsync("/hsvo/v1/plans/word-2031");
        Assert.Equal("continuing", stored["nodes"]!.AsArray().Single(n => n!.Text("id") == "2.1.i2")!.Text("answerKind"));
        Assert.Equal(["amn"], stored["bodies"]!.AsArray().Single(b => b!.Text("id") == "nya-radet")!["owedBy"]!.AsArray().Select(d => d!.GetValue<string>()));
        Assert.Contains((await office.Client.JsonAsync("/hsvo/v1/plans/word-2031/loading-report"))["readings"]!.AsArray(), r => r!.Text("kind") == "kind");
    }

    [Fact]
    public async Task A_plan_that_is_there_is_overwritten_only_by_who_knows_it()
    {
        var office = await app.Office().OpenAsync(Address);
        await office.UploadWordAsync(Read, "fil", Plan);

        await office.PressAsync(Store, ("id", "nsu-2019"), ("titel", "Min titel"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, office.Status);
        Assert.Equal(["#id"], office.Page.Links(".error-summary"));
        Assert.Equal("Min titel", office.Page.GetElementById("titel")!.GetAttribute("value"));
        Assert.Equal(1, (await office.Client.JsonAsync("/hsvo/v1/plans/nsu-2019"))["plan"]!["version"]!.GetValue<int>());
    }

    [Fact]
    public async Task The_draft_is_given_as_the_file_that_the_import_takes()
    {
        var office = await app.Office().OpenAsync($"{Address}?lang=en");
        await office.UploadWordAsync("Read the document", "fil", Plan);
        using var file = await office.SendAsync("Download the draft (JSON)", [("id", "word-2032")]);

        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        var draft = JsonNode.Parse(await file.Content.ReadAsStringAsync())!;
        using var dry = await office.Client.PostAsync("/hsvo/v1/plans?dryRun=true", Requests.JsonContent(draft.ToJsonString()));
        Assert.Equal(("word-2032", "created"), (draft["plan"]!.Text("id"), (await dry.JsonAsync(HttpStatusCode.OK)).Text("result")));
    }

    [Theory]
    [InlineData("", "Välj ett Word-dokument.", "fil")]
    [InlineData("hej", "Filen är inget Word-dokument (.docx). Spara planen som .docx och skicka den.", "fil")]
    [InlineData("PK hej", "Filen är skadad och kan inte läsas. Öppna den i Word, spara den på nytt och skicka den.", "fil")]
    public async Task A_wrong_file_says_what_it_is_and_what_was_typed_is_kept(string file, string expected, string field)
    {
        var office = await app.Office().OpenAsync(Address);

        await office.UploadWordAsync(Read, "fil", System.Text.Encoding.UTF8.GetBytes(file), ("year", "2031"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, office.Status);
        Assert.Equal(expected, office.Page.Said(".error-summary li"));
        Assert.Equal("true", office.Page.GetElementById(field)!.GetAttribute("aria-invalid"));
        Assert.Equal("2031", office.Page.GetElementById("year")!.GetAttribute("value"));
    }
}
