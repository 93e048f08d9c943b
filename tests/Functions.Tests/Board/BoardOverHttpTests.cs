using System.Net;
using Hsvo.Functions.Tests.Bodies;
using Hsvo.Functions.Tests.Frame;

namespace Hsvo.Functions.Tests.Board;

/// <summary>How the board is asked for: what a browser may keep, and what it is told when it asks for what isn't there.</summary>
[Collection(RunningApp.Collection)]
public sealed class BoardOverHttpTests(RunningApp app)
{
    public static TheoryData<string> Pages => ["/", "/plan/hsvo-2021", "/mal/hsvo-2021_2.1.1", "/indikator/hsvo-2021_2.1.1.i3", $"/samrad/{RunningApp.Meeting}"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_that_has_not_changed_is_304_and_kept_by_nobody_else(string path)
    {
        var (first, again) = await app.Reader.AskAgainAsync(path);

        Assert.Equal("no-cache, private", $"{first.Headers.CacheControl}");
        Assert.Equal(["Accept-Encoding", "Authorization", "Cookie"], first.Headers.Vary);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Fact]
    public async Task A_page_has_another_tag_in_another_language_and_for_whoever_sees_another_menu()
    {
        var tags = new List<string>();
        foreach (var (client, path) in new[] { (app.Nobody, "/plan/nsu-2019"), (app.Reader, "/plan/nsu-2019"), (app.Coordinator, "/plan/nsu-2019"), (app.Reader, "/plan/nsu-2019?lang=en") })
        {
            using var answer = await client.GetAsync(path);
            tags.Add($"{answer.Headers.ETag}");
        }

        Assert.Equal(4, tags.Distinct().Count());
    }

    [Theory]
    [InlineData("/plan/nej", "Planen ”nej” finns inte.")]
    [InlineData("/plan/hsvo-2021?round=nej", "Omgången ”nej” finns inte; omgångarna är: 2021-05, 2021-10, 2022-01.")]
    [InlineData("/mal/nej", "Det finns inget mål och ingen indikator ”nej”.")]
    [InlineData("/mal/hsvo-2021_nej", "Det finns inget mål och ingen indikator ”nej”.")]
    [InlineData("/indikator/nej_2.1", "Planen ”nej” finns inte.")]
    [InlineData("/samrad/nej", "Det finns inget samråd ”nej”.")]
    [InlineData("/samrad/nej/sammanstallning.docx", "Det finns ingen sammanställning för samrådet ”nej” än.")]
    public async Task What_is_not_there_is_a_page_that_says_so(string path, string expected)
    {
        using var answer = await app.Reader.GetAsync(path);
        var page = await answer.PageAsync(HttpStatusCode.NotFound);

        Assert.Equal(("Sidan finns inte", expected), (page.Said("h1"), page.Said(".lead")));
        Assert.Contains("/", page.Links("main"));
    }

    [Fact]
    public async Task A_preliminary_paper_is_for_those_who_are_signed_in()
    {
        const string Address = $"/samrad/{RunningApp.Meeting}";
        using var run = await app.Coordinator.PostAsync("/admin/functions/CompileMeetingPapers", Requests.JsonContent("{}"));
        const string File = $"{Address}/sammanstallning.html";
        await app.Reader.UntilAnswerHoldsAsync(Address, File);

        using var read = await app.Reader.GetAsync(File);
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        var page = await app.Nobody.PageAsync(Address);
        Assert.Contains("Den preliminära är för inloggade.", page.Said("main .panel"), StringComparison.Ordinal);
        Assert.DoesNotContain(page.Links("main"), l => l.StartsWith($"{Address}/", StringComparison.Ordinal));
        using var refused = await app.Nobody.GetAsync(File);
        Assert.NotEmpty(refused.Headers.WwwAuthenticate);
        Assert.NotNull((await refused.PageAsync(HttpStatusCode.Unauthorized)).QuerySelector("main a.button"));
    }

    [Theory]
    [InlineData("/mal/hsvo-2021_2.1.1.i3?lang=en", "/indikator/hsvo-2021_2.1.1.i3?lang=en")]
    [InlineData("/indikator/hsvo-2021_2.1.1", "/mal/hsvo-2021_2.1.1")]
    [InlineData("/mal/hsvo-2021_2.1", "/plan/hsvo-2021#rad-2.1")]
    [InlineData("/mal/hsvo-2021_2.1.1.p1", "/mal/hsvo-2021_2.1.1#rad-2.1.1.p1")]
    public async Task A_row_under_another_kinds_address_leads_to_its_own(string path, string expected)
    {
        using var answer = await app.Reader.GetAsync(path);

        Assert.Equal((HttpStatusCode.Redirect, expected), (answer.StatusCode, $"{answer.Headers.Location}"));
    }

    [Fact]
    public async Task Every_link_of_the_board_leads_somewhere()
    {
        var (seen, waiting) = (new HashSet<string>(StringComparer.Ordinal), new Queue<string>(["/"]));
        while (waiting.TryDequeue(out var path) && seen.Count < 60)
        {
            using var answer = await app.Reader.GetAsync(path);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {(int)answer.StatusCode}");
            if (answer.Content.Headers.ContentType?.MediaType != "text/html" || path.EndsWith(".html", StringComparison.Ordinal) || path.StartsWith("/hsvo/", StringComparison.Ordinal))
            {
                continue;
            }

            var page = Html.Read(await answer.Content.ReadAsStringAsync());
            foreach (var link in page.QuerySelectorAll("a[href^='/']").Select(a => a.GetAttribute("href")!))
            {
                var (target, anchor) = link.Split('#') is [var t, var a] ? (t, a) : (link, null);

                // Signing in is the platform's.
                if (!target.StartsWith("/.auth", StringComparison.Ordinal) && seen.Add(target))
                {
                    waiting.Enqueue(target);
                }

                Assert.True(anchor is null || target != path || page.GetElementById(anchor) is not null, $"{path}: nothing is at {link}");
            }

            Assert.All(page.QuerySelectorAll("a[href^='#']"), a => Assert.NotNull(page.GetElementById(a.GetAttribute("href")![1..])));
            Assert.Equal(page.QuerySelectorAll("[id]").Length, page.QuerySelectorAll("[id]").Select(e => e.Id).Distinct().Count());
        }
    }
}

/// <summary>Where the setting doesn't open it, the board is for those who have a role.</summary>
[Collection(SampleApp.Collection)]
public sealed class ClosedBoardTests(SampleApp app)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/plan/hsvo-2021")]
    [InlineData("/mal/hsvo-2021_2.1.1")]
    [InlineData("/indikator/hsvo-2021_2.1.1.i3")]
    [InlineData("/samrad/2021-05")]
    [InlineData("/samrad/2021-05/sammanstallning.html")]
    public async Task Whoever_is_not_signed_in_gets_a_page_with_the_way_in_and_nothing_else(string path)
    {
        using var nobody = app.Client();

        using var answer = await nobody.GetAsync(path);
        var page = await answer.PageAsync(HttpStatusCode.Unauthorized);

        Assert.Equal($"/.auth/login/aad?post_login_redirect_uri={Uri.EscapeDataString(path)}", page.QuerySelector("main a.button")!.GetAttribute("href"));
        Assert.DoesNotContain("2.1.1 ", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_sees_what_each_unit_answered_beside_the_other()
    {
        using var reader = app.Client("reader");

        var page = await reader.PageAsync("/indikator/hsvo-2021_2.1.1.i3?round=2021-05");

        var rows = page.QuerySelectorAll("#svar + .table tbody tr").ToDictionary(r => r.Said("th"), r => r.QuerySelectorAll("td"));
        Assert.Equal("ja Exempel", rows["Arbetsmarknadsförvaltningen"][0].Said());
        var region = rows["Förvaltningen under sjukhusstyrelsen"];
        Assert.Equal(("nej Exempel", "Väntar på <besked>."), (region[0].Said(), region[2].Said()));
        Assert.Equal(["▲ I riskzonen", "egen bedömning"], region[1].AllSaid(".status, .share"));
    }
}
