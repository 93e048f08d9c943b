using System.Net;
using System.Text.Json.Nodes;
using Hsvo.Functions.Http;
using Hsvo.Functions.Http.OData;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Hsvo.Functions.Tests.OData;

/// <summary>What makes home-made feeds fail in Power BI Desktop and Excel, one cause after another.</summary>
[Collection(RunningApp.Collection)]
public sealed class HomeMadeFeedTests(RunningApp app)
{
    // "The given URL neither points to an OData service or a feed."
    [Theory]
    [InlineData("/odata")]
    [InlineData("/odata/")]
    [InlineData("/odata/Goals")]
    [InlineData("/odata/goals")]
    [InlineData("/odata/Reports?$top=1")]
    [InlineData("/odata/Goals('hsvo-2021_2.1.1')")]
    public async Task The_context_comes_first_and_is_absolute_and_the_type_is_odatas(string address)
    {
        using var answer = await app.Reader.GetAsync(address, ("Accept", FeedReading.PowerQueryAccept));
        if (address == "/odata/goals")
        {
            // Names are case-sensitive in OData; what isn't there says what is.
            Assert.Contains("Goals", (await answer.JsonAsync(HttpStatusCode.NotFound))["error"]!.Text("message"), StringComparison.Ordinal);
            return;
        }

        var body = (await answer.JsonAsync(HttpStatusCode.OK)).AsObject();

        Assert.Equal("@odata.context", body.First().Key);
        Assert.True(Uri.TryCreate(body.Text("@odata.context"), UriKind.Absolute, out var context));
        Assert.Equal(("/odata/$metadata", answer.RequestMessage!.RequestUri!.Authority), (context.AbsolutePath, context.Authority));
        Assert.Equal("application/json; odata.metadata=minimal; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
    }

    // "The feed's metadata document appears to be invalid … MIME type."
    [Theory]
    [InlineData(null)]
    [InlineData("application/json")]
    [InlineData(FeedReading.PowerQueryAccept)]
    [InlineData("text/html;q=0.2")]
    public async Task The_metadata_is_xml_whatever_is_accepted(string? accept)
    {
        using var answer = accept is null ? await app.Reader.GetAsync("/odata/$metadata") : await app.Reader.GetAsync("/odata/$metadata", ("Accept", accept));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/xml", answer.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("<?xml", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    // "UnexpectedXmlAttribute": a facet that its type hasn't. The reader that Power Query is made of refuses it, and so does the validator.
    [Fact]
    public async Task The_metadata_has_no_fault_that_the_library_finds_and_describes_everything_in_swedish()
    {
        var model = await app.Reader.ModelAsync();
        var xml = await app.Reader.GetStringAsync("/odata/$metadata");

        Assert.Equal(14, model.EntityContainer.Elements.Count());
        Assert.DoesNotContain("MaxLength", xml, StringComparison.Ordinal);
        Assert.Contains("Planens id", xml, StringComparison.Ordinal);
        Assert.Contains("Org.OData.Capabilities.V1.SortRestrictions", xml, StringComparison.Ordinal);
    }

    // "Invalid URI: The hostname could not be parsed", and "only page 1 arrives".
    [Theory]
    [InlineData(null, "http://10.0.0.4:8080/odata")]
    [InlineData("https://hsvo.example.org", "https://hsvo.example.org/odata")]
    [InlineData("https://gateway.example.org/hsvo/", "https://gateway.example.org/hsvo/odata")]
    public void Every_link_begins_with_the_configured_address_or_else_as_the_request_did(string? setting, string expected)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["PublicBaseAddress"] = setting }).Build();
        using var services = new ServiceCollection().AddSingleton(PublicAddress.Read(configuration)).BuildServiceProvider();
        var http = new DefaultHttpContext { RequestServices = services, Request = { Scheme = "http", Host = new("10.0.0.4", 8080) } };

        Assert.Equal(expected, FeedAddress.RootOf(http.Request));
    }

    [Fact]
    public async Task The_next_link_is_absolute_and_of_the_host_that_was_called()
    {
        using var answer = await app.Reader.GetAsync("/odata/Goals?%24filter=planId%20eq%20'hsvo-2021'", ("Prefer", "odata.maxpagesize=2"), ("Host", "feed.example.org:8443"));

        var body = await answer.JsonAsync(HttpStatusCode.OK);
        Assert.StartsWith("http://feed.example.org:8443/odata/Goals?$filter=planId%20eq%20%27hsvo-2021%27&$skiptoken=", body.Text("@odata.nextLink"), StringComparison.Ordinal);
        Assert.StartsWith("http://feed.example.org:8443/odata/$metadata#Goals", body.Text("@odata.context"), StringComparison.Ordinal);
        Assert.Equal("odata.maxpagesize=2", answer.Headers.GetValues("Preference-Applied").Single());
    }

    // "A supported MIME type could not be found."
    [Theory]
    [InlineData(null, "odata.metadata=minimal")]
    [InlineData(FeedReading.PowerQueryAccept, "odata.metadata=minimal")]
    [InlineData("application/atom+xml,application/json;q=0.1", "odata.metadata=minimal")]
    [InlineData("application/json;odata.metadata=none", "odata.metadata=none")]
    [InlineData("application/json;odata.metadata=full;q=1.0,application/json;odata.metadata=none;q=0.5,*/*;q=0.1", "odata.metadata=none")]
    [InlineData("application/json;odata=verbose,*/*", "odata.metadata=minimal")]
    [InlineData("application/json;charset=utf-8;IEEE754Compatible=false", "odata.metadata=minimal")]
    [InlineData("*/*", "odata.metadata=minimal")]
    public async Task Json_is_found_among_what_is_accepted_by_its_quality(string? accept, string expected)
    {
        foreach (var address in new[] { "/odata", "/odata/Goals?$top=1" })
        {
            using var answer = accept is null ? await app.Reader.GetAsync(address) : await app.Reader.GetAsync(address, ("Accept", accept));

            await answer.JsonAsync(HttpStatusCode.OK);
            Assert.Contains(expected, answer.Content.Headers.ContentType!.Parameters.Select(p => p.ToString()));
        }
    }

    [Theory]
    [InlineData("application/atom+xml")]
    [InlineData("text/html, application/json;q=0")]
    [InlineData("application/json;odata.metadata=full")]
    public async Task What_cannot_be_given_is_406_and_says_what_can(string accept)
    {
        using var answer = await app.Reader.GetAsync("/odata/Goals", ("Accept", accept));

        Assert.Equal("accept.none", (await answer.JsonAsync(HttpStatusCode.NotAcceptable))["error"]!.Text("code"));
    }

    [Theory]
    [InlineData("/odata?$format=json", HttpStatusCode.OK, "application/json; odata.metadata=minimal; charset=utf-8")]
    [InlineData("/odata?$format=application/json;odata.metadata=none", HttpStatusCode.OK, "application/json; odata.metadata=none; charset=utf-8")]
    [InlineData("/odata/Goals?$top=1&$format=json", HttpStatusCode.OK, "application/json; odata.metadata=minimal; charset=utf-8")]
    [InlineData("/odata/Reports?$top=1&$format=application/json;odata.metadata=none", HttpStatusCode.OK, "application/json; odata.metadata=none; charset=utf-8")]
    [InlineData("/odata/Goals('hsvo-2021_2.1.1')?$format=json", HttpStatusCode.OK, "application/json; odata.metadata=minimal; charset=utf-8")]
    [InlineData("/odata/$metadata?$format=xml", HttpStatusCode.OK, "application/xml; charset=utf-8")]
    [InlineData("/odata/$metadata?$format=application/xml", HttpStatusCode.OK, "application/xml; charset=utf-8")]
    [InlineData("/odata/$metadata?$format=json", HttpStatusCode.NotImplemented, null)]
    [InlineData("/odata?$format=xml", HttpStatusCode.NotImplemented, null)]
    [InlineData("/odata/Goals?$format=atom", HttpStatusCode.NotImplemented, null)]
    [InlineData("/odata?$filter=true", HttpStatusCode.BadRequest, null)]
    [InlineData("/odata/$metadata?$top=1", HttpStatusCode.BadRequest, null)]
    [InlineData("/odata?$format=json&$format=json", HttpStatusCode.BadRequest, null)]
    public async Task The_format_option_outdoes_the_header(string address, HttpStatusCode expected, string? type)
    {
        using var answer = await app.Reader.GetAsync(address, ("Accept", "application/atom+xml"));

        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal(type ?? "application/json; odata.metadata=minimal; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
    }

    // "4.0,4.0".
    [Theory]
    [InlineData("/odata", HttpStatusCode.OK)]
    [InlineData("/odata/$metadata", HttpStatusCode.OK)]
    [InlineData("/odata/Goals", HttpStatusCode.OK)]
    [InlineData("/odata/Reports", HttpStatusCode.OK)]
    [InlineData("/odata/Goals/$count", HttpStatusCode.OK)]
    [InlineData("/odata/Goals('hsvo-2021_2.1.1')", HttpStatusCode.OK)]
    [InlineData("/odata/Goals('none')", HttpStatusCode.NotFound)]
    [InlineData("/odata/Reports('none')", HttpStatusCode.NotFound)]
    [InlineData("/odata/Nothing", HttpStatusCode.NotFound)]
    [InlineData("/odata/Goals?$filter=x", HttpStatusCode.BadRequest)]
    [InlineData("/odata/Goals?$apply=aggregate($count as n)", HttpStatusCode.NotImplemented)]
    [InlineData("/odata/Goals('hsvo-2021_2.1.1')/text", HttpStatusCode.OK)]
    [InlineData("/odata/Goals('hsvo-2021_2.1.1')/plan", HttpStatusCode.OK)]
    [InlineData("/odata/Goals('hsvo-2021_2.1.1')/$ref", HttpStatusCode.NotImplemented)]
    public async Task The_version_is_said_exactly_once(string address, HttpStatusCode expected)
    {
        using var answer = await app.Reader.GetAsync(address, ("OData-MaxVersion", "4.0"), ("MaxDataServiceVersion", "3.0"));

        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal("4.0", answer.Headers.GetValues("OData-Version").Single());
    }

    [Theory]
    [InlineData("3.0", HttpStatusCode.BadRequest)]
    [InlineData("four", HttpStatusCode.BadRequest)]
    [InlineData("4.0", HttpStatusCode.OK)]
    [InlineData("4.01", HttpStatusCode.OK)]
    public async Task A_client_that_reads_an_older_version_is_told(string version, HttpStatusCode expected)
    {
        foreach (var address in new[] { "/odata", "/odata/$metadata", "/odata/Goals", "/odata/Goals/$count" })
        {
            using var answer = await app.Reader.GetAsync(address, ("OData-MaxVersion", version));

            Assert.Equal(expected, answer.StatusCode);
        }
    }

    // "The credential type is not supported by this resource."
    [Theory]
    [InlineData("/odata")]
    [InlineData("/odata/$metadata")]
    [InlineData("/odata/Goals")]
    public async Task An_empty_bearer_token_is_told_where_to_sign_in(string address)
    {
        foreach (var authorization in new[] { null, "Bearer" })
        {
            using var answer = authorization is null ? await app.Nobody.GetAsync(address) : await app.Nobody.GetAsync(address, ("Authorization", authorization));

            Assert.Equal("signIn.required", (await answer.JsonAsync(HttpStatusCode.Unauthorized))["error"]!.Text("code"));
            var challenge = Assert.Single(answer.Headers.WwwAuthenticate);
            Assert.Equal("Bearer", challenge.Scheme);
            Assert.StartsWith("authorization_uri=https://", challenge.Parameter, StringComparison.Ordinal);
        }
    }

    // Refresh in the service: it tries the address without its options first.
    [Fact]
    public async Task Every_set_answers_without_any_option()
    {
        var sets = (await app.Reader.JsonAsync("/odata"))["value"]!.AsArray();

        foreach (var set in sets)
        {
            using var answer = await app.Reader.GetAsync($"/odata/{set!.Text("url")}");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Fact]
    public async Task The_file_for_power_bi_desktop_names_this_feed()
    {
        using var answer = await app.Nobody.GetAsync("/odata/hsvo.pbids");

        var file = await answer.JsonAsync(HttpStatusCode.OK);
        var connection = Assert.Single(file["connections"]!.AsArray())!;
        Assert.Equal(("0.1", "Import"), (file.Text("version"), connection.Text("mode")));
        Assert.Equal($"{answer.RequestMessage!.RequestUri!.GetLeftPart(UriPartial.Authority)}/odata", connection["details"]!["address"]!.Text("url"));
        Assert.Equal("hsvo.pbids", answer.Content.Headers.ContentDisposition!.FileName);
    }

    [Theory]
    [InlineData("/odata/StatusFeed?$top=50", "gzip")]
    [InlineData("/odata/Reports", "br")]
    [InlineData("/odata/$metadata", "gzip")]
    public async Task What_is_unchanged_is_304_and_the_rest_is_compressed(string address, string coding)
    {
        var (first, again) = await app.Reader.AskAgainAsync(address, ("Accept-Encoding", coding));
        using var plain = await app.Reader.GetAsync(address);

        Assert.Equal((HttpStatusCode.OK, coding), (first.StatusCode, first.Content.Headers.ContentEncoding.Single()));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Empty(plain.Content.Headers.ContentEncoding);
        Assert.NotEqual(first.Headers.ETag, plain.Headers.ETag);
    }

    [Fact]
    public async Task A_new_answer_gives_new_tags_and_rows_at_once()
    {
        var reporter = app.ReporterOf("aln");
        const string Question = "/odata/CurrentReports?$filter=cellKey eq 'hsvo-2021_2021-05_2.1.1.i3_aln'&$select=value";
        await reporter.PostReportsAsync(new { indicator = "2.1.1.i3", department = "aln", round = "2021-05", value = "nej" });
        using var before = await app.Reader.GetAsync(Question);
        await reporter.PostReportsAsync(new { indicator = "2.1.1.i3", department = "aln", round = "2021-05", value = "ja", reason = "Klart." });

        using var after = await app.Reader.GetAsync(Question, ("If-None-Match", before.Headers.ETag!.ToString()));

        Assert.Equal(0, ValueOf(await before.JsonAsync(HttpStatusCode.OK)));
        Assert.Equal(1, ValueOf(await after.JsonAsync(HttpStatusCode.OK)));
    }

    [Theory]
    [InlineData("POST", "/odata/Goals")]
    [InlineData("DELETE", "/odata/Goals('hsvo-2021_2.1.1')")]
    [InlineData("PUT", "/odata")]
    [InlineData("PATCH", "/odata/Goals/$count")]
    [InlineData("POST", "/odata/Goals('hsvo-2021_2.1.1')/indicators")]
    [InlineData("DELETE", "/odata/hsvo.pbids")]
    public async Task Whatever_would_write_is_405_with_what_may_be_done(string method, string address)
    {
        using var request = new HttpRequestMessage(new(method), address);

        using var answer = await app.Coordinator.SendAsync(request);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal(["GET", "HEAD"], answer.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("/odata", HttpStatusCode.OK)]
    [InlineData("/odata/$metadata", HttpStatusCode.OK)]
    [InlineData("/odata/Goals?$top=3", HttpStatusCode.OK)]
    [InlineData("/odata/Plans('hsvo-2021')/rounds?$top=3", HttpStatusCode.OK)]
    [InlineData("/odata/Plans('hsvo-2021')/rounds/$count", HttpStatusCode.OK)]
    [InlineData("/odata/Reports?$top=3", HttpStatusCode.OK)]
    [InlineData("/odata/Goals?$apply=aggregate($count as n)", HttpStatusCode.NotImplemented)]
    [InlineData("/odata/nonsense", HttpStatusCode.NotFound)]
    public async Task Head_is_get_without_its_body(string address, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, address);
        using var head = await app.Reader.SendAsync(request);
        using var get = await app.Reader.GetAsync(address);

        Assert.Equal((expected, expected), (head.StatusCode, get.StatusCode));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        Assert.Equal((get.Headers.ETag, get.Content.Headers.ContentType), (head.Headers.ETag, head.Content.Headers.ContentType));
    }

    [Theory]
    [InlineData("POST", "/odata/nonsense", HttpStatusCode.NotFound)]
    [InlineData("DELETE", "/odata/Goals('hsvo-2021_2.1.1')/nonsense", HttpStatusCode.NotFound)]
    [InlineData("PUT", "/odata/Goals(1)", HttpStatusCode.BadRequest)]
    [InlineData("POST", "/odata/$entity", HttpStatusCode.NotImplemented)]
    [InlineData("POST", "/odata/Goals/$query", HttpStatusCode.NotImplemented)]
    public async Task What_is_not_there_is_so_with_any_method(string method, string address, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(new(method), address);

        using var answer = await app.Coordinator.SendAsync(request);

        await answer.JsonAsync(expected);
    }

    [Fact]
    public async Task A_batch_is_not_offered_whichever_way_it_is_sent()
    {
        using var answer = await app.Reader.PostAsync(new Uri("/odata/$batch", UriKind.Relative), Requests.JsonContent("{}"));

        Assert.Equal(HttpStatusCode.NotImplemented, answer.StatusCode);
    }

    [Theory]
    [InlineData("/odata/$batch", HttpStatusCode.NotImplemented)]
    [InlineData("/odata/$all", HttpStatusCode.NotImplemented)]
    [InlineData("/odata/$crossjoin(Goals,Plans)", HttpStatusCode.NotImplemented)]
    [InlineData("/odata/$entity?$id=Goals('hsvo-2021_2.1.1')", HttpStatusCode.NotImplemented)]
    [InlineData("/odata/Goals('hsvo-2021_2.1.1')/plan/$ref", HttpStatusCode.NotImplemented)]
    [InlineData("/odata/Goals('hsvo-2021_2.1.1')/$value", HttpStatusCode.NotImplemented)]
    [InlineData("/odata/Goals/$ref", HttpStatusCode.NotImplemented)]
    [InlineData("/odata/nothing/here", HttpStatusCode.NotFound)]
    [InlineData("/odata/Goals(1)", HttpStatusCode.BadRequest)]
    [InlineData("/odata/Goals('x", HttpStatusCode.BadRequest)]
    [InlineData("/odata/Goals(key='x')", HttpStatusCode.BadRequest)]
    public async Task Other_addresses_are_told_apart(string address, HttpStatusCode expected)
    {
        using var answer = await app.Reader.GetAsync(address);

        var error = (await answer.JsonAsync(expected))["error"]!;
        Assert.NotEmpty(error.Text("code"));
        Assert.Contains(" / ", error.Text("message"), StringComparison.Ordinal);
    }

    private static double ValueOf(JsonNode page) => Assert.Single(page["value"]!.AsArray())!["value"]!.GetValue<double>();
}
