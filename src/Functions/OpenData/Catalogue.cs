using Hsvo.Domain.Meetings;
using Hsvo.Domain.Plans;
using Hsvo.Functions.Http.Api.OpenApi;

namespace Hsvo.Functions.OpenData;

/// <summary>
/// The catalogue by DCAT-AP-SE 3.0.1: one dataset for each plan, as files that everyone may be let read and as services that are for those who sign in. The
/// yearly plans are a series. All of it is the published edition. The same plans are the same bytes.
/// </summary>
/// <param name="settings">Who publishes.</param>
/// <param name="address">What addresses begin with, without a slash at their end.</param>
internal sealed class Catalogue(OpenDataSettings settings, string address)
{
    private const string Authority = "http://publications.europa.eu/resource/authority/";

    private static readonly (string Swedish, string English)[] Keywords =
        [("hälsa", "health"), ("stöd", "support"), ("vård och omsorg", "health and social care"), ("uppföljning", "follow-up"), ("samverkan", "cooperation")];

    private readonly string _publisher = settings.PublisherAddress?.AbsoluteUri ?? $"{address}/datasets/dcat#publisher";

    private string Contact => $"{address}/datasets/dcat#contact";

    private string Series => $"{address}/datasets/dcat#verksamhetsplaner";

    private string OData => $"{address}/odata";

    private string Api => $"{address}/{ContractOperation.Root}";

    // What is open to those with an account alone is none of the public's.
    private string Access => AccessRight(settings.IsOpen ? "PUBLIC" : "RESTRICTED");

    /// <summary>Writes it.</summary>
    public byte[] Write(IReadOnlyList<OpenDataset> datasets)
    {
        // By the profile's recommendation 15: each year's is whole by itself, and all have the same columns. One is no series.
        OpenDataset[] yearly = [.. datasets.Where(d => d.Plan.Kind == PlanKind.Verksamhetsplan)];
        var series = yearly.Length > 1 ? yearly : [];
        using var rdf = new RdfXml();
        rdf.Thing("dcat:Catalog", $"{address}/datasets/dcat", () => WriteCatalog(rdf, datasets));
        rdf.Thing("foaf:Agent", _publisher, () =>
        {
            rdf.Text("foaf:name", settings.PublisherName);
            rdf.Link("dcterms:type", settings.PublisherType.AbsoluteUri);
        });
        rdf.Thing("vcard:Organization", Contact, () =>
        {
            rdf.Text("vcard:fn", settings.Contact.ContactName);
            rdf.Link("vcard:hasEmail", $"mailto:{settings.Contact.ContactEmail}");
        });
        foreach (var dataset in datasets)
        {
            var isInSeries = series.Contains(dataset);
            rdf.Thing("dcat:Dataset", DatasetOf(dataset.Plan), () => WriteDataset(rdf, dataset, isInSeries));
            WriteFile(rdf, dataset, "json", "application/json", "Läget rad för rad, som JSON.", "The status row by row, as JSON.");
            WriteFile(rdf, dataset, "csv", "text/csv", "Läget rad för rad, som CSV.", "The status row by row, as CSV.");
            if (!isInSeries)
            {
                rdf.Thing("dcat:Distribution", $"{DatasetOf(dataset.Plan)}#odata", () => WriteODataDistribution(rdf, dataset));
            }
        }

        if (series.Length > 0)
        {
            rdf.Thing("dcat:DatasetSeries", Series, () => WriteSeries(rdf, series));
        }

        // A series has its service as a whole, and its datasets have none of their own (recommendation 20).
        WriteServices(rdf, [.. series.Take(1).Select(_ => Series), .. datasets.Except(series).Select(d => DatasetOf(d.Plan))]);
        return rdf.ToBytes();
    }

    /// <summary>Where a plan's file is.</summary>
    public string FileOf(Plan plan, string extension) => $"{DatasetOf(plan)}/lage.{extension}";

    private void WriteCatalog(RdfXml rdf, IReadOnlyList<OpenDataset> datasets)
    {
        rdf.Texts("dcterms:title", "Uppföljning av HSVO", "Follow-up of HSVO");
        rdf.Texts("dcterms:description",
            "Hur det går för de gemensamma planerna för hälsa, stöd, vård och omsorg: läge per mål och indikator, omgång för omgång. Små antal personer visas inte.",
            "How the joint plans for health, support and care are doing: status by goal and indicator, round by round. Small numbers of people are left out.");
        rdf.Link("dcterms:publisher", _publisher);
        rdf.Link("dcterms:license", settings.License.AbsoluteUri);
        rdf.Link("dcterms:language", $"{Authority}language/SWE");
        rdf.Link("dcat:themeTaxonomy", $"{Authority}data-theme");
        rdf.Link("foaf:homepage", $"{address}/");
        WriteDays(rdf, datasets.Min(d => d.Issued), datasets.Max(d => d.Modified));
        foreach (var dataset in datasets)
        {
            rdf.Link("dcat:dataset", DatasetOf(dataset.Plan));
        }

        rdf.Link("dcat:service", OData);
        rdf.Link("dcat:service", Api);
    }

    private void WriteDataset(RdfXml rdf, OpenDataset dataset, bool isInSeries)
    {
        var plan = dataset.Plan;
        rdf.Texts("dcterms:title", $"Uppföljning: {plan.Title}", $"Follow-up: {plan.Title}");
        rdf.Texts("dcterms:description",
            $"Läge, svarsläge och värden för varje mål, aktivitet och indikator i {plan.Title}, omgång för omgång. Antal som räknar få personer är borttagna, och ingen fri text finns med.",
            $"Status, reporting and values of each goal, activity and indicator of {plan.Title}, round by round. Numbers that count few people are left out, and there is no free text.");
        rdf.Text("dcterms:identifier", DatasetOf(plan));
        WriteSubject(rdf);
        rdf.Link("dcterms:accessRights", Access);
        rdf.Link("dcterms:language", $"{Authority}language/SWE");
        rdf.Link("dcterms:accrualPeriodicity", $"{Authority}frequency/IRREG");
        rdf.Link("dcat:landingPage", isInSeries ? $"{address}/" : $"{address}/plan/{plan.Id}");
        if (isInSeries)
        {
            rdf.Link("dcat:inSeries", Series);
        }

        WritePeriod(rdf, plan.FirstDay, plan.LastDay);
        WriteDays(rdf, dataset.Issued, dataset.Modified);
        rdf.Link("dcat:distribution", FileOf(plan, "json"));
        rdf.Link("dcat:distribution", FileOf(plan, "csv"));
        if (!isInSeries)
        {
            rdf.Link("dcat:distribution", $"{DatasetOf(plan)}#odata");
        }
    }

    private void WriteSeries(RdfXml rdf, OpenDataset[] series)
    {
        rdf.Texts("dcterms:title", "Uppföljning av verksamhetsplaner", "Follow-up of yearly plans");
        rdf.Texts("dcterms:description",
            "Läge, svarsläge och värden för de gemensamma verksamhetsplanerna, en datamängd för varje plan. Alla har samma kolumner, så filerna kan läggas efter varandra.",
            "Status, reporting and values of the joint yearly plans, a dataset for each plan. All have the same columns, so that the files can be put one after another.");
        WriteSubject(rdf);
        rdf.Link("dcterms:accrualPeriodicity", $"{Authority}frequency/ANNUAL");
        rdf.Link("dcat:landingPage", $"{address}/");
        WritePeriod(rdf, series.Min(d => d.Plan.FirstDay), series.Max(d => d.Plan.LastDay));
        WriteDays(rdf, series.Min(d => d.Issued), series.Max(d => d.Modified));
    }

    // What a series and its datasets are to say alike (recommendation 21), with the landing page.
    private void WriteSubject(RdfXml rdf)
    {
        rdf.Link("dcterms:publisher", _publisher);
        rdf.Link("dcat:contactPoint", Contact);
        rdf.Link("dcat:theme", $"{Authority}data-theme/HEAL");
        rdf.Link("dcat:theme", $"{Authority}data-theme/SOCI");
        foreach (var (swedish, english) in Keywords)
        {
            rdf.Texts("dcat:keyword", swedish, english);
        }
    }

    private void WriteFile(RdfXml rdf, OpenDataset dataset, string extension, string mediaType, string swedish, string english) =>
        rdf.Thing("dcat:Distribution", FileOf(dataset.Plan, extension), () =>
        {
            rdf.Text("dcterms:title", extension.ToUpperInvariant());
            rdf.Texts("dcterms:description", swedish, english);
            rdf.Text("dcterms:format", mediaType);
            rdf.Link("dcat:accessURL", FileOf(dataset.Plan, extension));
            rdf.Link("dcat:downloadURL", FileOf(dataset.Plan, extension));
            rdf.Link("dcterms:license", settings.License.AbsoluteUri);
            WriteDays(rdf, dataset.Issued, dataset.Modified);
        });

    private void WriteODataDistribution(RdfXml rdf, OpenDataset dataset)
    {
        rdf.Text("dcterms:title", "OData");
        rdf.Texts("dcterms:description",
            $"Planen och dess svar som OData, för Power BI och Excel; filtrera på planId eq '{dataset.Plan.Id}'. För den som har ett konto.",
            $"The plan and its answers as OData, for Power BI and Excel; filter on planId eq '{dataset.Plan.Id}'. For those with an account.");
        rdf.Text("dcterms:format", "application/json");
        rdf.Link("dcat:accessURL", OData);
        rdf.Link("dcat:accessService", OData);
        rdf.Link("dcterms:license", settings.License.AbsoluteUri);
        WriteDays(rdf, dataset.Issued, dataset.Modified);
    }

    private void WriteServices(RdfXml rdf, IReadOnlyList<string> served)
    {
        (string Address, string Description, string Name)[] services = [(OData, $"{OData}/$metadata", "OData"), (Api, $"{Api}/openapi.json", "API")];
        foreach (var service in services)
        {
            rdf.Thing("dcat:DataService", service.Address, () =>
            {
                rdf.Texts("dcterms:title", $"HSVO uppföljning, {service.Name}", $"HSVO follow-up, {service.Name}");
                rdf.Texts("dcterms:description", "För den som har ett konto hos huvudmännen.", "For those who have an account with the principals.");
                rdf.Link("dcat:endpointURL", service.Address);
                rdf.Link("dcat:endpointDescription", service.Description);
                rdf.Link("dcterms:publisher", _publisher);
                rdf.Link("dcat:contactPoint", Contact);
                rdf.Link("dcterms:license", settings.License.AbsoluteUri);
                rdf.Link("dcterms:accessRights", AccessRight("RESTRICTED"));
                rdf.Link("foaf:page", $"{Api}/documentation");
                foreach (var dataset in served)
                {
                    rdf.Link("dcat:servesDataset", dataset);
                }
            });
        }
    }

    private static void WritePeriod(RdfXml rdf, DateOnly from, DateOnly through) => rdf.Within("dcterms:temporal", "dcterms:PeriodOfTime", () =>
    {
        rdf.Date("dcat:startDate", from);
        rdf.Date("dcat:endDate", through);
    });

    private static void WriteDays(RdfXml rdf, DateTimeOffset? issued, DateTimeOffset? modified)
    {
        if (issued is { } first)
        {
            rdf.Date("dcterms:issued", StockholmTime.DateOf(first));
        }

        if (modified is { } last)
        {
            rdf.Date("dcterms:modified", StockholmTime.DateOf(last));
        }
    }

    private static string AccessRight(string right) => $"{Authority}access-right/{right}";

    private string DatasetOf(Plan plan) => $"{address}/datasets/{plan.Id}";
}
