using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hsvo.Functions.Http;

namespace Hsvo.Functions.Tests.Disclosure;

/// <summary>
/// Every way out, walked after small numbers were stored. The threshold is 100, so that the numbers looked for are such as stand nowhere else.
/// </summary>
public sealed partial class SmallNumbersOverHttpTests(SmallNumbersApp app) : IClassFixture<SmallNumbersApp>
{
    private static readonly string[] Secrets = ["83", "87", "79", "0,7", "0.7", "11286", SmallNumbersApp.Word];

    [Theory]
    [InlineData("reader", null)]
    [InlineData("auditor", null)]
    [InlineData("reporter", "shs")]
    [InlineData(null, null)]
    public async Task No_way_out_tells_a_small_number_or_what_was_written_of_it(string? role, string? department)
    {
        using var client = app.Client(role, department);

        foreach (var (address, text) in await WalkAsync(client, nobody: role is null))
        {
            Assert.All(Secrets, secret => Assert.False(Stands(secret, text), $"{address} tells {secret}: {text}"));
        }
    }

    [Fact]
    public async Task Every_function_that_answers_a_question_is_walked()
    {
        using var client = app.Client("reader");

        var walked = (await WalkAsync(client)).Select(w => w.Address.Split(' ')[0]).Distinct().Order();

        Assert.Equal(Questions.Select(FunctionMethods.NameOf).Order(), walked);
    }

    [Theory]
    [InlineData("amn")]
    [InlineData("coordinator")]
    public async Task The_unit_itself_and_the_office_see_what_was_answered(string who)
    {
        using var client = who == "amn" ? app.Client("reporter", "amn") : app.Client("coordinator");

        var told = (await WalkAsync(client)).Where(w => Stands("87", w.Text) && Stands(SmallNumbersApp.Word, w.Text)).Select(w => w.Address.Split(' ')[0]).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(
            who == "amn"
                ? ["AnswerHistoryPage", "FetchSheet", "GetAnswerSheet", "GetGoal", "GetGoalNotes", "GetGoalValue", "GetGoalValues", "GetGoals", "GetReport", "GetReportHistory", "GetScorecard", "GetScorecardByReportId", "GetScorecards", "QuestionPage", "WithdrawalPage"]
                : ["GetArchive", "GetPlainStatus", "ReviewPage"],
            told);
    }

    [Fact]
    public async Task What_is_not_shown_says_so_and_is_counted_as_answered()
    {
        using var reader = app.Client("reader");

        var status = await reader.JsonAsync($"/hsvo/v1/status?plan={SmallNumbersApp.Plan}&round={SmallNumbersApp.Round}");

        var row = status.StatusOf(SmallNumbersApp.Cases);
        var answer = row["answers"]!.AsArray().Single()!;
        Assert.Equal(("suppressed", "Visas inte (få personer)", true), (answer.Text("reporting"), answer.Text("reportingText"), answer["isSuppressed"]!.GetValue<bool>()));
        Assert.Null(answer["value"]);
        Assert.Equal((1, 1), (row["coverage"]!["answered"]!.GetValue<int>(), row["reporting"]!["late"]!.GetValue<int>()));
        var derived = status["figures"]!["derived"]!.AsArray().Single()!["result"]!;
        Assert.True(derived["isWithheld"]!.GetValue<bool>());
        Assert.Null(derived["value"]);
    }

    [Fact]
    public async Task A_share_tells_what_it_is_of_to_the_unit_and_the_office_alone()
    {
        using var amn = app.Client("reporter", "amn");
        using var office = app.Client("coordinator");
        using var reader = app.Client("reader");
        const string Path = $"/hsvo/v1/plans/{SmallNumbersApp.Plan}/rounds/{SmallNumbersApp.Round}";

        var own = await amn.JsonAsync($"{Path}/reports/{SmallNumbersApp.Share}/amn");
        var plain = (await office.JsonAsync($"{Path}/plain-status")).StatusOf(SmallNumbersApp.Share)["answers"]!.AsArray().Single()!;
        var published = await reader.JsonAsync($"{Path}/reports/{SmallNumbersApp.Share}/amn");

        Assert.All([own, plain], answer => Assert.Equal((79, 11_286), (answer["numerator"]!.GetValue<double>(), answer["denominator"]!.GetValue<double>())));
        Assert.Null(published["numerator"]);
        Assert.Null(published["denominator"]);
    }

    [Theory]
    [InlineData("reader", null, 0)]
    [InlineData("reporter", "amn", 1)]
    public async Task No_filter_finds_a_number_that_is_not_shown(string role, string? department, int expected)
    {
        using var client = app.Client(role, department);
        var goals = Known.Goals(SmallNumbersApp.Group("amn"), SmallNumbersApp.Scorecard("amn"));

        foreach (var filter in new[] { "goalValues/any(v: v/value eq 87)", "aggregations/any(a: a/value ge 87 and a/value lt 88)", "goalValues/any(v: contains(v/note,'87'))" })
        {
            var found = await client.JsonAsync($"{goals}?$count=true&$filter={filter}");

            Assert.Equal((filter, expected), (filter, found["@odata.count"]!.GetValue<int>()));
        }
    }

    [Fact]
    public async Task The_two_editions_have_entity_tags_of_their_own_and_the_plain_one_is_kept_by_no_cache()
    {
        using var reader = app.Client("reader");
        using var amn = app.Client("reporter", "amn");
        using var office = app.Client("coordinator");
        var goals = Known.Goals(SmallNumbersApp.Group("amn"), SmallNumbersApp.Scorecard("amn"));

        using var published = await reader.GetAsync(goals);
        using var plain = await amn.GetAsync(goals);
        using var status = await office.GetAsync($"/hsvo/v1/plans/{SmallNumbersApp.Plan}/rounds/{SmallNumbersApp.Round}/plain-status");

        Assert.NotEqual(published.Headers.ETag, plain.Headers.ETag);
        Assert.True(status.Headers.CacheControl!.NoStore);
        Assert.Contains("\"edition\":\"plain\"", await status.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_sum_and_no_difference_of_answers_is_shown_anywhere()
    {
        using var reader = app.Client("reader");
        long[] answers = [.. SmallNumbersApp.Trained.SelectMany(t => new[] { t.A, t.B })];
        var sums = Enumerable.Range(1, (1 << answers.Length) - 1).Where(s => (s & (s - 1)) != 0)
            .Select(s => answers.Where((_, i) => (s & (1 << i)) != 0).Sum());
        var differences = answers.SelectMany(_ => answers, (a, b) => a - b).Where(d => d > 0);
        string[] computed = [.. sums.Concat(differences).Select(n => n.ToString(CultureInfo.InvariantCulture))];

        var walked = await WalkAsync(reader);

        Assert.Contains(walked, w => Stands($"{answers[0]}", w.Text));
        Assert.All(walked, w => Assert.All(computed, c => Assert.False(Stands(c, w.Text), $"{w.Address} tells {c}")));
    }

    [Theory]
    [InlineData("value eq 87")]
    [InlineData("value gt 86 and value lt 88")]
    [InlineData("valueText eq '87'")]
    [InlineData("contains(comment,'87')")]
    [InlineData("contains(reason,'83')")]
    [InlineData("contains(question,'Hemlighet')")]
    public async Task No_question_to_the_feed_is_answered_by_what_is_hidden(string filter)
    {
        using var reader = app.Client("reader");

        foreach (var set in new[] { "Reports", "CurrentReports" })
        {
            Assert.Equal("0", await reader.GetStringAsync($"/odata/{set}/$count?$filter=planId eq '{SmallNumbersApp.Plan}' and {filter}"));
            Assert.Equal("0", await reader.GetStringAsync($"/odata/{set}/$count?$search={SmallNumbersApp.Word}"));
            Assert.NotEqual("0", await reader.GetStringAsync($"/odata/{set}/$count?$filter=planId eq '{SmallNumbersApp.Plan}' and isSuppressed and value eq null"));
        }
    }

    [Theory]
    [InlineData("reader", null)]
    [InlineData("auditor", null)]
    [InlineData("coordinator", null)]
    [InlineData("reporter", "amn")]
    public async Task The_feeds_facts_tell_whoever_asks_what_each_history_tells_a_reader(string role, string? department)
    {
        using var client = app.Client(role, department);
        using var reader = app.Client("reader");

        foreach (var plan in new[] { SmallNumbersApp.Plan, Known.Plan })
        {
            var facts = (await client.JsonAsync($"/odata/Reports?$filter=planId eq '{plan}'"))["value"]!.AsArray();
            Assert.NotEmpty(facts);
            foreach (var cell in facts.GroupBy(f => (Round: f!.Text("roundId"), Indicator: f!.Text("nodeId"), Department: f!.Text("departmentId"))))
            {
                var history = await reader.JsonAsync($"/hsvo/v1/plans/{plan}/rounds/{cell.Key.Round}/reports/{cell.Key.Indicator}/{cell.Key.Department}/history");

                var told = history["revisions"]!.AsArray().Select(r => r!["report"]!);
                Assert.Equal(told.Select(r => WordsOf(r, r["value"] as JsonValue)), cell.Select(f => WordsOf(f!, f!["valueKind"]?.GetValue<string>() == "number" ? f["value"] as JsonValue : null)));
            }
        }
    }

    // What both have by the same name.
    private static string WordsOf(JsonNode report, JsonValue? value) => string.Join('|',
        new[] { "revision", "assessment", "notApplicable", "isSuppressed", "isWithdrawn", "comment", "reason" }.Select(f => report[f]?.ToJsonString())
            .Append(value?.GetValueKind() == JsonValueKind.Number ? value.ToJsonString() : null));

    // What the API says of itself reads nothing that was stored.
    private static IEnumerable<MethodInfo> Questions => FunctionMethods.Http
        .Where(f => FunctionMethods.TriggerOf(f)!.Methods!.Contains("get", StringComparer.OrdinalIgnoreCase) && f.GetCustomAttribute<AccessAttribute>()!.Access is not (Http.Access.CatchAll or Http.Access.Open));

    // As a word of its own: not within an id, a hash or a time.
    private static bool Stands(string secret, string text) =>
        Regex.IsMatch(text, $@"(?<![0-9A-Za-z-]|[0-9][.,:]){Regex.Escape(secret)}(?![0-9A-Za-z-]|[.,:][0-9])", RegexOptions.CultureInvariant);

    private async Task<List<(string Address, string Text)>> WalkAsync(HttpClient client, bool nobody = false)
    {
        var walked = new List<(string, string)>();
        foreach (var function in Questions)
        {
            foreach (var address in app.AddressesOf(function))
            {
                using var answer = await client.GetAsync(address);
                var name = FunctionMethods.NameOf(function);
                var isRefused = answer.StatusCode == HttpStatusCode.Forbidden && name is "GetPlainStatus" or "ListDrafts" or "ListAudit" or "ListNotices" or "GetArchive" or "GetAuditYear" or "GetAuditFile";

                // What a unit or the office does is for them, and a unit's questions are those that it answers.
                isRefused |= answer.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.NotFound && AccessPolicy.IsPage(name)
                    && function.GetCustomAttribute<AccessAttribute>()!.Access is Http.Access.Report or Http.Access.Coordinate;

                // Without a group these are of the caller's own workspace.
                isRefused |= answer.StatusCode == HttpStatusCode.NotFound && name is "GetDataset" or "GetTables" or "GetRefreshes" or "GetRefresh";
                Assert.True(answer.StatusCode == HttpStatusCode.OK || isRefused || (nobody && answer.StatusCode == HttpStatusCode.Unauthorized), $"{address}: {(int)answer.StatusCode}");
                walked.Add(($"{name} {address}", $"{answer.Headers} {Grouped().Replace(await TextOfAsync(answer), "")}"));
            }
        }

        return walked;
    }

    private static async Task<string> TextOfAsync(HttpResponseMessage answer)
    {
        if (answer.Content.Headers.ContentType?.MediaType is not { } type || !(type == "application/zip" || type.Contains("officedocument", StringComparison.Ordinal)))
        {
            return await answer.Content.ReadAsStringAsync();
        }

        await using var document = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        var text = new StringBuilder();

        // A document within a document is walked at its own address.
        foreach (var part in document.Entries.Where(e => !e.Name.EndsWith(".docx", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(await part.OpenAsync());
            text.Append(await reader.ReadToEndAsync());
        }

        // Sizes and colours are numbers too.
        return Markup().Replace(text.ToString(), " ");
    }

    // Digits in groups, and the rows' places in their plans: these are no numbers of people.
    [GeneratedRegex(@"""position"":[0-9]+|(?<=[0-9])(\u00A0|\\u00A0|&#xA0;|&nbsp;)(?=[0-9]{3})", RegexOptions.IgnoreCase)]
    private static partial Regex Grouped();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Markup();
}
