using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Hsvo.Functions.Http;

namespace Hsvo.Functions.Tests.OpenData;

/// <summary>The catalogue as a harvester reads it: no token, every night.</summary>
[Collection(RunningApp.Collection)]
public sealed class CatalogueTests(RunningApp app)
{
    private const string Address = "/datasets/dcat";

    private static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static readonly XNamespace Dcat = "http://www.w3.org/ns/dcat#";
    private static readonly XNamespace Terms = "http://purl.org/dc/terms/";
    private static readonly XNamespace Foaf = "http://xmlns.com/foaf/0.1/";
    private static readonly XNamespace Vcard = "http://www.w3.org/2006/vcard/ns#";

    // What DCAT-AP-SE 3.0.1 demands (obligatorisk) and recommends of each class, from its own list; not from what writes ours.
    private static readonly Dictionary<XName, XName[]> Expected = new()
    {
        [Dcat + "Catalog"] =
        [
            Terms + "title", Terms + "description", Terms + "publisher", Dcat + "dataset", Terms + "license", Foaf + "homepage", Terms + "language", Terms + "modified",
            Dcat + "themeTaxonomy", Terms + "issued", Dcat + "service",
        ],
        [Foaf + "Agent"] = [Foaf + "name", Terms + "type"],
        [Vcard + "Organization"] = [Vcard + "fn", Vcard + "hasEmail"],
        [Dcat + "Dataset"] =
        [
            Terms + "title", Terms + "description", Terms + "publisher", Dcat + "contactPoint", Dcat + "distribution", Dcat + "keyword", Dcat + "theme", Terms + "accessRights",
            Terms + "temporal", Terms + "issued", Terms + "modified", Terms + "language", Terms + "identifier", Dcat + "landingPage",
        ],
        [Dcat + "DatasetSeries"] =
        [
            Terms + "title", Terms + "description", Terms + "publisher", Dcat + "contactPoint", Dcat + "keyword", Dcat + "theme", Terms + "issued", Terms + "temporal",
        ],
        [Dcat + "Distribution"] = [Dcat + "accessURL", Terms + "description", Terms + "format", Terms + "license", Terms + "title", Terms + "modified"],
        [Dcat + "DataService"] =
            [Dcat + "endpointURL", Terms + "title", Dcat + "endpointDescription", Terms + "publisher", Dcat + "contactPoint", Terms + "license", Terms + "accessRights", Dcat + "servesDataset"],
    };

    [Fact]
    public async Task Every_thing_has_what_the_profile_demands_and_recommends()
    {
        var catalogue = await ReadAsync();

        Assert.Equal(Expected.Keys.Select(k => $"{k}").Order(), catalogue.Elements().Select(e => $"{e.Name}").Distinct().Order());
        Assert.All(catalogue.Elements(), thing => Assert.Equal([], Expected[thing.Name].Where(p => thing.Element(p) is null).Select(p => $"{thing.Name.LocalName} without {p.LocalName}")));
    }

    [Fact]
    public async Task Every_address_is_absolute_and_every_thing_that_is_referred_to_is_there()
    {
        var catalogue = await ReadAsync();
        var things = catalogue.Elements().Select(e => e.Attribute(Rdf + "about")!.Value).ToHashSet();

        var addresses = catalogue.DescendantsAndSelf().Attributes().Where(a => a.Name == Rdf + "about" || a.Name == Rdf + "resource").Select(a => a.Value).ToList();
        Assert.All(addresses, a => Assert.True(Uri.TryCreate(a, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "mailto", a));
        Assert.Equal(things.Count, catalogue.Elements().Count());
        XName[] within = [Terms + "publisher", Dcat + "contactPoint", Dcat + "dataset", Dcat + "service", Dcat + "distribution", Dcat + "accessService", Dcat + "servesDataset", Dcat + "inSeries"];
        Assert.All(catalogue.Descendants().Where(e => within.Contains(e.Name)), e => Assert.Contains(e.Attribute(Rdf + "resource")!.Value, things));
    }

    [Fact]
    public async Task Titles_and_descriptions_are_in_Swedish_and_English()
    {
        var catalogue = await ReadAsync();

        foreach (var thing in catalogue.Elements().Where(e => e.Name == Dcat + "Catalog" || e.Name == Dcat + "Dataset" || e.Name == Dcat + "DatasetSeries" || e.Name == Dcat + "DataService"))
        {
            Assert.All(new[] { Terms + "title", Terms + "description" }, p => Assert.Equal(["sv", "en"], thing.Elements(p).Select(e => e.Attribute(XNamespace.Xml + "lang")!.Value)));
        }
    }

    [Fact]
    public async Task There_is_a_dataset_for_each_plan_with_files_that_anyone_can_fetch()
    {
        var catalogue = await ReadAsync();
        var plans = (await app.Reader.JsonAsync("/hsvo/v1/plans"))["plans"]!.AsArray();

        Assert.Equal(plans.Count, catalogue.Elements(Dcat + "Dataset").Count());
        Assert.EndsWith("/access-right/PUBLIC", catalogue.Elements(Dcat + "Dataset").First().Element(Terms + "accessRights")!.Attribute(Rdf + "resource")!.Value, StringComparison.Ordinal);
        foreach (var file in catalogue.Elements(Dcat + "Distribution").Where(d => d.Element(Dcat + "downloadURL") is not null))
        {
            using var answer = await app.Nobody.GetAsync(new Uri(file.Element(Dcat + "downloadURL")!.Attribute(Rdf + "resource")!.Value).PathAndQuery);
            Assert.Equal((HttpStatusCode.OK, file.Element(Terms + "format")!.Value), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        }
    }

    [Fact]
    public async Task Both_files_say_the_same_row_by_row()
    {
        var json = JsonNode.Parse(await app.Nobody.GetStringAsync($"/datasets/{Known.Plan}/lage.json"))!.AsArray();
        var csv = await app.Nobody.GetStringAsync($"/datasets/{Known.Plan}/lage.csv");

        var lines = Records(csv);
        Assert.Equal(json[0]!.AsObject().Select(p => p.Key), lines[0]);
        Assert.Equal(json.Count, lines.Count - 1);
        var (key, text) = (lines[0].IndexOf("statusKey"), lines[0].IndexOf("text"));
        Assert.Equal(json.Select(r => (r!.Text("statusKey"), r!.Text("text"))), lines.Skip(1).Select(l => (l[key], l[text])));
    }

    [Fact]
    public async Task A_harvester_that_has_it_is_told_so()
    {
        using var first = await app.Nobody.GetAsync(Address);
        using var request = new HttpRequestMessage(HttpMethod.Get, Address) { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        using var again = await app.Nobody.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Fact]
    public async Task A_contact_that_nobody_has_set_is_no_real_one() =>
        Assert.EndsWith(".example", (await ReadAsync()).Descendants(Vcard + "hasEmail").Single().Attribute(Rdf + "resource")!.Value, StringComparison.Ordinal);

    [Theory]
    [InlineData("GetCatalogue")]
    [InlineData("GetDatasetJson")]
    [InlineData("GetDatasetCsv")]
    public void Open_data_are_open_by_their_own_setting_and_by_no_other(string function)
    {
        Assert.False(new AccessPolicy(openStatusPage: true, openCalendar: true).IsOpen(function));
        Assert.True(new AccessPolicy(openStatusPage: false, openData: true).IsOpen(function));
        Assert.False(new AccessPolicy(openStatusPage: false, openData: true).IsOpen("StatusPage"));
    }

    private async Task<XElement> ReadAsync()
    {
        using var answer = await app.Nobody.GetAsync(Address);
        Assert.Equal("application/rdf+xml", answer.Content.Headers.ContentType!.MediaType);
        return XDocument.Parse(Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync())).Root!;
    }

    // RFC 4180, apart from what writes it.
    private static List<List<string>> Records(string csv)
    {
        var records = new List<List<string>> { new() };
        var field = new StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < csv.Length; i++)
        {
            if (isQuoted)
            {
                isQuoted = csv[i] != '"' || (i + 1 < csv.Length && csv[i + 1] == '"' && i++ > 0);
                if (isQuoted)
                {
                    field.Append(csv[i]);
                }
            }
            else if (csv[i] == '"')
            {
                isQuoted = true;
            }
            else if (csv[i] is ',' or '\n')
            {
                records[^1].Add(field.ToString().TrimEnd('\r'));
                field.Clear();
                if (csv[i] == '\n')
                {
                    records.Add([]);
                }
            }
            else
            {
                field.Append(csv[i]);
            }
        }

        records.RemoveAt(records.Count - 1);
        return records;
    }
}
