using System.Buffers.Text;
using System.IO.Compression;
using System.Net;
using System.Text;
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

    private static byte[] Smaller => new WordBuilder().Title("Verksamhetsplan 2031").Heading(1, "2 Samverkan").Heading(2, "2.1 Det finns en samverkan").Table(
    [
        [new("Prioriterat område"), new("Aktiviteter 2031"), new("Indikatorer"), new("Ansvar")],
        [new("Barn och unga"), new("Ta fram en annan plan."), new("Planen finns"), new("TL HSVO Uppsala")],
    ]).Build();

    [Fact]
    public async Task A_plan_in_Word_is_read_settled_and_stored()
    {
        var office = await app.Office().OpenAsync(Address);
        await office.UploadWordAsync(Read, "fil", Plan);

        Assert.Equal((HttpStatusCode.OK, "Utkast ur Word"), (office.Status, office.Page.Said("h1")));

        // A link to the same address leads to another page.
        Assert.DoesNotContain("English", office.Page.AllSaid("header a"));
        Assert.StartsWith("2.1.i2 Hur besvaras raden? Kvar", office.Page.Said("[id='kind.unknown:2.1.i2']"), StringComparison.Ordinal);
        await office.PressAsync("Läs igenom utkastet", ("id", "word-2031"), ("kind.unknown:2.1.i2", "continuing"));
        Assert.Contains("2.1.p2 Äldre", office.Page.AllSaid("main p").Select(p => p[..Math.Min(p.Length, 12)]));
        Assert.Contains("Citat: Ta fram en plan.", office.Page.Said("[id='rad-2.1.a1']"), StringComparison.Ordinal);

        // Whatever is said on the way goes along to the page that shows the whole, and back.
        await office.PressAsync("Tillbaka till frågorna");
        Assert.StartsWith("2.1.i2 Hur besvaras raden? Avgjord", office.Page.Said("[id='kind.unknown:2.1.i2']"), StringComparison.Ordinal);
        await office.PressAsync("Läs igenom utkastet", ("body.new:/kryss", "amn"));
        Assert.All(["token", "key", "person"], field => Assert.Single(office.Page.QuerySelectorAll($"main input[name={field}]")));
        await office.PressAsync(Store);

        Assert.Equal("/plan/word-2031", office.Address);
        var stored = await office.Client.JsonAsync("/hsvo/v1/plans/word-2031");
        Assert.Equal("continuing", stored["nodes"]!.AsArray().Single(n => n!.Text("id") == "2.1.i2")!.Text("answerKind"));
        Assert.Equal(["amn"], stored["bodies"]!.AsArray().Single(b => b!.Text("id") == "nya-radet")!["owedBy"]!.AsArray().Select(d => d!.GetValue<string>()));
        Assert.Contains(
            (await office.Client.JsonAsync("/hsvo/v1/plans/word-2031/loading-report"))["readings"]!.AsArray(),
            r => r!.Text("text").EndsWith("Avgjort: Fortlöpande: ja eller nej, pågår under året.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_plan_that_is_there_is_overwritten_only_by_who_knows_it()
    {
        var office = await app.Office().OpenAsync(Address);
        await office.UploadWordAsync(Read, "fil", Plan);

        await office.PressAsync(Store, ("id", "word-2033"), ("titel", "Min plan"));
        Assert.Equal("/plan/word-2033", office.Address);
        await office.OpenAsync(Address);
        await office.UploadWordAsync(Read, "fil", Smaller);

        for (var sent = 0; sent < 2; sent++)
        {
            await office.PressAsync(Store, ("id", "word-2033"), ("titel", "Min titel"));

            Assert.Equal((HttpStatusCode.UnprocessableEntity, "#ersatt"), (office.Status, Assert.Single(office.Page.Links(".error-summary"))));
            Assert.Contains("0 rader läggs till, 1 ändras, 3 tas bort, och 0 svar passar inte längre.", office.Page.Said("main form"), StringComparison.Ordinal);
            Assert.Contains("2.1.p2 Äldre", office.Page.AllSaid("main details li"));
        }

        Assert.Equal("Min titel", office.Page.QuerySelector("[name=titel]")!.GetAttribute("value"));
        Assert.Equal(1, await VersionAsync(office));
        await office.PressAsync(Store, ("ersatt", office.Page.GetElementById("ersatt")!.GetAttribute("value")));
        Assert.Equal(2, await VersionAsync(office));
    }

    [Fact]
    public async Task A_plan_that_was_read_again_shows_what_it_changes_at_once_and_a_tick_for_other_changes_stores_nothing()
    {
        var office = await app.Office().OpenAsync(Address);
        await office.UploadWordAsync(Read, "fil", Plan, ("year", "2034"));
        await office.PressAsync(Store);
        await office.OpenAsync(Address);
        await office.UploadWordAsync(Read, "fil", Smaller, ("year", "2034"));

        Assert.Equal(HttpStatusCode.OK, office.Status);
        var id = office.Page.GetElementById("id")!.GetAttribute("value");
        Assert.Contains("gör detta till version 2", office.Page.Said("main form"), StringComparison.OrdinalIgnoreCase);
        Assert.False(office.Page.GetElementById("ersatt")!.HasAttribute("checked"));
        await office.PressAsync(Store, ("ersatt", $"{id}/1/0/0/1/0"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, office.Status);
    }

    [Theory]
    [InlineData("draft")]
    [InlineData("report/0")]
    [InlineData("draft/plan")]
    [InlineData("draft/nodes/0")]
    [InlineData("draft/nodes/0/text")]
    public async Task A_draft_that_was_tampered_with_is_no_form(string part)
    {
        var office = await app.Office().OpenAsync(Address);
        await office.UploadWordAsync(Read, "fil", Plan);
        var field = office.Page.QuerySelector("[name=utkast]")!;

        foreach (var value in part == "draft/nodes/0/text" ? new[] { "null", "\"\\ud800\"", "7" } : ["null", "7"])
        {
            field.SetAttribute("value", Packed(Unpacked(field.GetAttribute("value")!), part, value));
            using var answer = await office.SendAsync(Store, [("id", "word-2035")]);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }
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

        await office.UploadWordAsync(Read, "fil", Encoding.UTF8.GetBytes(file), ("year", "2031"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, office.Status);
        Assert.Equal(expected, office.Page.Said(".error-summary li"));
        Assert.Equal("true", office.Page.GetElementById(field)!.GetAttribute("aria-invalid"));
        Assert.Equal("2031", office.Page.GetElementById("year")!.GetAttribute("value"));
    }

    private static async Task<int> VersionAsync(Browser office) => (await office.Client.JsonAsync("/hsvo/v1/plans/word-2033"))["plan"]!["version"]!.GetValue<int>();

    private static JsonNode Unpacked(string text)
    {
        using var packed = new BrotliStream(new MemoryStream(Base64Url.DecodeFromChars(text)), CompressionMode.Decompress);
        return JsonNode.Parse(packed)!;
    }

    // The draft with one part replaced, by what JSON itself can't hold too.
    private static string Packed(JsonNode draft, string part, string value)
    {
        const string Mark = "here it is";
        var (parent, steps) = (draft, part.Split('/'));
        foreach (var step in steps[..^1])
        {
            parent = int.TryParse(step, out var place) ? parent[place]! : parent[step]!;
        }

        if (parent is JsonArray rows)
        {
            rows[int.Parse(steps[^1], null)] = Mark;
        }
        else
        {
            parent[steps[^1]] = Mark;
        }

        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            brotli.Write(Encoding.UTF8.GetBytes(draft.ToJsonString().Replace($"\"{Mark}\"", value, StringComparison.Ordinal)));
        }

        return Base64Url.EncodeToString(packed.ToArray());
    }
}
