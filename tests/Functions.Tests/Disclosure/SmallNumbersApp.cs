using System.Net;
using System.Net.Http.Json;
using System.Reflection;
using System.Text.RegularExpressions;
using Hsvo.Functions.Http;
using Hsvo.Functions.Mapping;
using Hsvo.Functions.Mapping.OData;
using Hsvo.Functions.Tests.OpenApi;
using Hsvo.Plans;
using Hsvo.TestKit;

namespace Hsvo.Functions.Tests.Disclosure;

/// <summary>An app in which small numbers were stored, corrected, asked about and put in a paper.</summary>
public sealed partial class SmallNumbersApp : IAsyncLifetime
{
    public const string Plan = "ekonomiskt-bistand-2023";
    public const string Round = "2023-05";
    public const string Cases = "enhet-6.3.i1";
    public const string Word = "Hemlighet";

    private const string Meeting = "2023-06";
    public const string Share = "ekonomiskt-bistand.1.i1";
    private const string Recipients = "ekonomiskt-bistand.1.i2";
    private const string Staff = "2.2.3.i3";

    // No sum and no difference of these is one of them.
    public static readonly (string Department, long A, long B)[] Trained = [("amn", 1_000_003, 2_000_081), ("shs", 4_000_159, 8_000_609)];

    private string _asOf = "";
    private string _refresh = "";
    private string[] _versions = [];
    private LocalApp? _app;

    public HttpClient Client(string? role = null, string? department = null) => _app!.Client(role, department, new AsPublished());

    public static string Group(string? department) => $"{PowerBIIds.Group("uppsala", department)}";

    public static string Scorecard(string? department) => $"{PowerBIIds.Scorecard(new("uppsala", Plan), PowerBIIds.Group("uppsala", department))}";

    private static string Dataset(string? department) => $"{PowerBIIds.Dataset(Guid.Parse(Scorecard(department)))}";

    /// <summary>Every address of a function at which what was stored could be told.</summary>
    internal IEnumerable<string> AddressesOf(MethodInfo function)
    {
        var route = $"/{FunctionMethods.TriggerOf(function)!.Route}".Replace("{ignored:maxlength(0)?}", "", StringComparison.Ordinal);
        var names = function.GetCustomAttribute<QueryAttribute>()?.Names ?? [];
        var isScorecard = route.EndsWith("scorecards({scorecardId})", StringComparison.Ordinal) || route.EndsWith("/scorecards", StringComparison.Ordinal)
            || route.Contains("ByReportId", StringComparison.Ordinal);
        var expand = isScorecard ? "goals($expand=goalValues($expand=notes),aggregations)"
            : route.Contains("/goalValues", StringComparison.Ordinal) ? "notes"
            : "goalValues($expand=notes),aggregations";
        string[] queries = [.. Queries(names, expand)];
        string[] others = route switch
        {
            "/plan/{plan}" => [$"/plan/{Known.Plan}"],
            "/mal/{goalKey}" => [$"/mal/{Known.Plan}_2.2.3"],
            "/indikator/{indicatorKey}" => [$"/indikator/{Known.Plan}_{Staff}"],
            _ => [],
        };
        return others.Concat(Values(route).SelectMany(values => queries.Select(q => Name().Replace(route, n => values[n.Groups["name"].Value]) + q))).Distinct();
    }

    public async Task InitializeAsync()
    {
        _app = await LocalApp.StartAsync();
        using var reader = Client("reader");
        using var office = Client("coordinator");
        using var amn = Client("reporter", "amn");
        using var shs = Client("reporter", "shs");
        await reader.UntilAnswerHoldsAsync("/hsvo/v1/plans", Plan);
        await SettleAsync(office);
        foreach (var (client, (department, a, b)) in new[] { amn, shs }.Zip(Trained))
        {
            var parts = new Dictionary<string, long> { ["halsoframjande-arbetsplats"] = a, ["mota-patient-brukare"] = b };
            await PostAsync(client, Known.Plan, new { indicator = Staff, department, round = "2021-05", parts });
        }

        await PostAsync(amn, Plan,
            new { indicator = Cases, department = "amn", round = Round, value = 83, comment = $"{Word}: 83" },
            new { indicator = Recipients, department = "amn", round = Round, value = 79, comment = $"{Word}: 79" },
            new { indicator = Share, department = "amn", round = Round, value = 0.7, numerator = 79, denominator = 11_286, comment = $"{Word}: 0,7" });
        _asOf = $"{TimeProvider.System.GetUtcNow():yyyy-MM-dd'T'HH:mm:ss.fff'Z'}";
        await PostAsync(amn, Plan, new { indicator = Cases, department = "amn", round = Round, value = 87, comment = $"{Word}: 87", reason = $"{Word}: inte 83" });
        using var review = await office.PostAsJsonAsync($"/hsvo/v1/plans/{Plan}/rounds/{Round}/reviews", new
        {
            reviews = new[] { new { indicator = Cases, department = "amn", revision = 2, decision = "sendBack", question = $"{Word}: är det 87?" } },
        });
        await review.JsonAsync(HttpStatusCode.OK);
        await PostAsync(amn, Plan, new { indicator = Cases, department = "amn", round = Round, value = 87, comment = $"{Word}: 87", reason = $"{Word}: ja, 87" });
        await CompileAsync(office, reader);
        using var refresh = await office.PostAsync($"/v1.0/myorg/groups/{Group(null)}/datasets/{Dataset(null)}/refreshes", null);
        Assert.Equal(HttpStatusCode.Accepted, refresh.StatusCode);
        _refresh = refresh.Headers.Location!.Segments[^1];
    }

    public async Task DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }
    }

    private IEnumerable<string> Queries(IReadOnlyList<string> names, string expand)
    {
        var plain = names.Contains("plan") ? $"?plan={Plan}" : "";
        if (names.Contains("plan"))
        {
            yield return plain;
            yield return $"?plan={Known.Plan}";
        }
        else
        {
            yield return "";
        }

        var next = plain.Length == 0 ? "?" : $"{plain}&";
        if (names.Contains("round"))
        {
            foreach (var round in new[] { "2023-04", Round, "2023-06" })
            {
                yield return $"{next}round={round}";
            }

            if (plain.Length > 0)
            {
                yield return $"?plan={Known.Plan}&round=2021-05";
            }
        }

        if (names.Contains("asOf"))
        {
            yield return $"{next}asOf={_asOf}" + (names.Contains("round") ? $"&round={Round}" : "");
        }

        if (names.Contains("changedSince"))
        {
            yield return $"{next}changedSince={_asOf}";
        }

        if (names.Contains("limit"))
        {
            yield return "?limit=1000";
        }

        if (names.Contains("format"))
        {
            yield return $"{next}format=csv";
            if (plain.Length == 0)
            {
                yield return $"{next}format=xlsx";
            }
        }

        if (names.Contains("department"))
        {
            yield return "";
            yield return "?department=amn";
        }

        if (names.Contains("$expand"))
        {
            yield return $"?$expand={expand}";
            yield return $"?$expand={expand}&asOf={_asOf}";
        }
    }

    private static string Year => $"{TimeProvider.System.GetUtcNow():yyyy}";

    // Each place that the route's parameters can name.
    private IEnumerable<Dictionary<string, string>> Values(string route)
    {
        var one = new Dictionary<string, string> { ["plan"] = Plan, ["round"] = Round, ["indicator"] = Cases, ["department"] = "amn", ["meetingId"] = Meeting, ["datasetId"] = Dataset("amn"), ["refreshId"] = _refresh, ["auditYear"] = Year };
        if (route.Contains("{auditYear}/{file}", StringComparison.Ordinal))
        {
            return new[] { "sparat.json", "sparat.csv", "nekat.json", "nekat.csv", "sha256.txt" }.Select(f => new Dictionary<string, string>(one) { ["file"] = $"logg-{Year}-{f}" });
        }

        if (route == "/samrad/{meetingId}/{file}")
        {
            return _versions.Select(v => new Dictionary<string, string>(one) { ["file"] = v.Split('/')[1] });
        }

        if (route.Contains("{indicatorKey}", StringComparison.Ordinal) || route.Contains("{goalKey}", StringComparison.Ordinal))
        {
            var plan = PlanLibrary.Load(Plan);
            return new[] { Cases, Recipients, Share }.Select(i => new Dictionary<string, string>(one)
            {
                ["indicatorKey"] = $"{Plan}_{i}",
                ["goalKey"] = $"{Plan}_{plan.GoalOf(plan.Node(i)).Id}",
            });
        }

        if (route.Contains("{version}", StringComparison.Ordinal))
        {
            return _versions.Select(v => v.Split('/')).Select(v => new Dictionary<string, string>(one) { ["version"] = v[0], ["file"] = v[1] });
        }

        if (route.Contains("{*path}", StringComparison.Ordinal))
        {
            string[] paths =
            [
                $"Plans('{Plan}')/rounds", $"Indicators('{Plan}_{Cases}')/currentReports", $"Indicators('{Plan}_{Share}')/currentReports", "Departments('amn')/currentReports",
                "Departments('amn')/missingReports", "Departments('amn')/currentReports/$count", $"Reports('{Plan}_{Round}_{Cases}_amn_000002')/indicator/currentReports",
                $"Reports('{Plan}_{Round}_{Cases}_amn_000002')/isSuppressed", $"Reports('{Plan}_{Round}_{Cases}_amn_000002')/revision/$value",
            ];
            return paths.Select(p => p.Split('/', 2)).Select(p => new Dictionary<string, string>(one) { ["resource"] = p[0], ["path"] = p[1] });
        }

        if (route.Contains("{resource}", StringComparison.Ordinal))
        {
            // How many rows a plan has is no number of people.
            var isCount = route.EndsWith("/$count", StringComparison.Ordinal);
            return FeedSchema.Model.Sets.Where(s => !isCount || s.Name is "Reports" or "CurrentReports" or "StatusFeed" or "MissingReports")
                .Select(s => new Dictionary<string, string>(one) { ["resource"] = s.Name });
        }

        if (route.Contains("{groupId}", StringComparison.Ordinal))
        {
            // A date is answered only where there is a value.
            string[] rows = route.Contains("{timestamp}", StringComparison.Ordinal) ? [Cases, Recipients, Share] : [.. PlanLibrary.Load(Plan).Indicators.Select(i => i.Id)];
            return new[] { null, "amn" }.SelectMany(d => rows.Select(i => new Dictionary<string, string>(one)
            {
                ["groupId"] = Group(d),
                ["scorecardId"] = Scorecard(d),
                ["reportId"] = $"{PowerBIIds.Report(Guid.Parse(Scorecard(d)))}",
                ["datasetId"] = Dataset(d),
                ["refreshId"] = _refresh,
                ["goalId"] = $"{PowerBIIds.Goal(Guid.Parse(Scorecard(d)), i)}",
                ["timestamp"] = "2023-05-31",
            }));
        }

        return route.Contains("{indicator}", StringComparison.Ordinal) ? new[] { Cases, Recipients, Share }.Select(i => new Dictionary<string, string>(one) { ["indicator"] = i }) : [one];
    }

    private static async Task SettleAsync(HttpClient office)
    {
        using var settings = new HttpRequestMessage(HttpMethod.Put, "/hsvo/v1/configuration")
        {
            Headers = { { "If-Match", "\"0\"" } },
            Content = JsonContent.Create(new
            {
                days = new { opens = 30, due = 14, seals = 7 },
                ordinaryMonths = new[] { 1, 5, 10 },
                warningDays = 60,
                smallNumberThreshold = 100,
                monthly = new { dueDay = 15, isConfirmed = false },
                responsibilities = Array.Empty<object>(),
            }),
        };
        using var settled = await office.SendAsync(settings);
        await settled.JsonAsync(HttpStatusCode.OK);
        var date = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(10);
        using var meeting = await office.PutAsJsonAsync(
            $"/hsvo/v1/meetings/{Meeting}", new { date = $"{date:yyyy-MM-dd}", agenda = new[] { new { plan = Plan, round = Round }, new { plan = Known.Plan, round = "2021-05" } } });
        await meeting.JsonAsync(HttpStatusCode.OK);
    }

    private async Task CompileAsync(HttpClient office, HttpClient reader)
    {
        using var run = await office.PostAsync("/admin/functions/CompileMeetingPapers", Requests.JsonContent("{}"));
        Assert.Equal(HttpStatusCode.Accepted, run.StatusCode);
        await reader.UntilAnswerHoldsAsync($"/hsvo/v1/meetings/{Meeting}/summary", Plan);
        var versions = (await reader.JsonAsync($"/hsvo/v1/meetings/{Meeting}/summary/versions"))["versions"]!.AsArray();
        _versions = [.. versions.SelectMany(v => v!["files"]!.AsArray().Select(f => $"{v!.Text("version")}/{f!.Text("name")}"))];
    }

    private static async Task PostAsync(HttpClient client, string plan, params object[] rows)
    {
        using var answer = await client.PostAsJsonAsync("/hsvo/v1/reports", new { plan, reports = rows });
        await answer.JsonAsync(HttpStatusCode.OK);
    }

    [GeneratedRegex(@"\{\*?(?<name>[A-Za-z]+)\}")]
    private static partial Regex Name();
}
