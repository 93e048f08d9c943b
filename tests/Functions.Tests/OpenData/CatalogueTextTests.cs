using System.Xml.Linq;
using Hsvo.Domain.Plans;
using Hsvo.Functions.OpenData;
using Hsvo.TestKit.Builders;
using Microsoft.Extensions.Configuration;

namespace Hsvo.Functions.Tests.OpenData;

/// <summary>What the settings make of the catalogue, and what a plan's text can't.</summary>
public sealed class CatalogueTextTests
{
    private static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static readonly XNamespace Dcat = "http://www.w3.org/ns/dcat#";
    private static readonly XNamespace Terms = "http://purl.org/dc/terms/";

    [Fact]
    public void What_an_authority_says_of_itself_stands_there()
    {
        var catalogue = Write(
            ("OpenData:IsOpen", "true"), ("OpenData:Publisher:Name", "Exempel kommun"), ("OpenData:Publisher:Address", "http://dataportal.se/organisation/SE0000000000"),
            ("OpenData:License", "http://creativecommons.org/licenses/by/4.0/"), ("Contact:Email", "oppnadata@exempel.example"));

        Assert.Equal("Exempel kommun", catalogue.Descendants(XName.Get("name", "http://xmlns.com/foaf/0.1/")).Single().Value);
        Assert.All(catalogue.Descendants(Terms + "publisher"), p => Assert.Equal("http://dataportal.se/organisation/SE0000000000", p.Attribute(Rdf + "resource")!.Value));
        Assert.All(catalogue.Descendants(Terms + "license"), l => Assert.Equal("http://creativecommons.org/licenses/by/4.0/", l.Attribute(Rdf + "resource")!.Value));
    }

    [Fact]
    public void What_is_closed_says_so() =>
        Assert.All(Write().Descendants(Terms + "accessRights"), r => Assert.EndsWith("/RESTRICTED", r.Attribute(Rdf + "resource")!.Value, StringComparison.Ordinal));

    [Fact]
    public void A_title_is_text_whatever_it_holds()
    {
        var catalogue = Write("</dcterms:title><x/>&amp; \u0001 å");

        Assert.Contains("Uppföljning: </dcterms:title><x/>&amp;  å", catalogue.Descendants(Terms + "title").Select(t => t.Value));
    }

    [Fact]
    public void Yearly_plans_are_a_series_that_says_the_same_as_each_of_them_and_has_the_services()
    {
        var (first, second) = (LargePlan.Create("uppsala", 1) with { Id = "nsu-2019", Year = 2019 }, LargePlan.Create("uppsala", 1));
        var catalogue = Write([first, second, LargePlan.Create("uppsala", 1) with { Id = "insats", Kind = PlanKind.Insats }]);

        var series = catalogue.Element(Dcat + "DatasetSeries")!;
        var about = series.Attribute(Rdf + "about")!.Value;
        var members = catalogue.Elements(Dcat + "Dataset").Where(d => Resources(d, Dcat + "inSeries").Contains(about)).ToList();
        Assert.Equal([$"https://hsvo.example/datasets/{first.Id}", $"https://hsvo.example/datasets/{second.Id}"], members.Select(m => m.Attribute(Rdf + "about")!.Value));
        Assert.All(members, m => Assert.All(new[] { Terms + "publisher", Dcat + "theme", Dcat + "landingPage" }, p => Assert.Equal(Resources(series, p), Resources(m, p))));
        Assert.All(members, m => Assert.Equal(series.Elements(Dcat + "keyword").Select(k => k.Value), m.Elements(Dcat + "keyword").Select(k => k.Value)));
        Assert.Equal(["2019-01-01", "2021-12-31"], series.Descendants().Where(d => d.Name == Dcat + "startDate" || d.Name == Dcat + "endDate").Select(d => d.Value));
        Assert.All(catalogue.Elements(Dcat + "DataService"), s => Assert.Equal([about, "https://hsvo.example/datasets/insats"], Resources(s, Dcat + "servesDataset")));
        Assert.Equal(["https://hsvo.example/datasets/insats#odata"], catalogue.Elements(Dcat + "Distribution").Select(d => d.Attribute(Rdf + "about")!.Value).Where(a => a.EndsWith("#odata", StringComparison.Ordinal)));
    }

    [Fact]
    public void One_yearly_plan_is_no_series()
    {
        var catalogue = Write([LargePlan.Create("uppsala", 1), LargePlan.Create("uppsala", 1) with { Id = "insats", Kind = PlanKind.Insats }]);

        Assert.Empty(catalogue.Elements(Dcat + "DatasetSeries"));
        Assert.Empty(catalogue.Descendants(Dcat + "inSeries"));
    }

    private static IEnumerable<string> Resources(XElement thing, XName property) => thing.Elements(property).Select(p => p.Attribute(Rdf + "resource")!.Value);

    [Theory]
    [InlineData("OpenData:License", "CC0")]
    [InlineData("OpenData:Publisher:Address", "//dataportal.se")]
    public void An_address_that_is_none_keeps_the_app_from_starting(string setting, string value) =>
        Assert.Throws<InvalidOperationException>(() => OpenDataSettings.Read(new ConfigurationBuilder().AddInMemoryCollection([new(setting, value)]).Build()));

    private static XElement Write(params (string Name, string Value)[] settings) => Write("Plan", settings);

    private static XElement Write(string title, params (string Name, string Value)[] settings) => Write([LargePlan.Create("uppsala", 1) with { Title = title }], settings);

    private static XElement Write(Plan[] plans, params (string Name, string Value)[] settings)
    {
        var read = OpenDataSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name, (string?)s.Value))).Build());
        var at = new DateTimeOffset(2021, 5, 3, 8, 0, 0, TimeSpan.Zero);
        using var bytes = new MemoryStream(new Catalogue(read, "https://hsvo.example").Write([.. plans.Select(p => new OpenDataset(p, at, at))]));
        return XDocument.Load(bytes).Root!;
    }
}
