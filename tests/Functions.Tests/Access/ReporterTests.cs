using System.Net;
using System.Net.Http.Json;

namespace Hsvo.Functions.Tests.Access;

/// <summary>Whose rows a caller may write, and what a role is worth in which tenant.</summary>
[Collection(TwoTenants.Collection)]
public sealed class ReporterTests(TwoTenants app)
{
    private const string Drafts = "/hsvo/v1/drafts?plan=hsvo-2021";

    private static readonly Guid Somebody = new("00000000-0000-4000-8000-0000000000e2");

    [Theory]
    [InlineData("coordinator", "/hsvo/v1/plans")]
    [InlineData("auditor", "/hsvo/v1/plans")]
    [InlineData("coordinator", "/odata")]
    [InlineData("auditor", "/v1.0/myorg/groups")]
    public async Task A_role_that_runs_the_app_is_none_when_another_tenant_gives_it(string role, string path)
    {
        using var home = await app.GetAsync(path, app.TokenOf(Somebody, role));
        using var region = await app.GetAsync(path, app.RegionTokenOf(Somebody, role));
        using var system = await app.GetAsync(path, app.RegionTokenOf(Somebody, role).OfSystem());

        Assert.Equal(
            (HttpStatusCode.OK, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (home.StatusCode, region.StatusCode, system.StatusCode));
    }

    [Fact]
    public async Task Another_tenants_coordinator_who_also_reads_may_read_and_no_more()
    {
        var token = app.RegionTokenOf(Somebody, "reader", "coordinator").Write();
        const string Plain = "/hsvo/v1/plans/hsvo-2021/rounds/2021-05/plain-status";

        using var read = await app.GetAsync("/hsvo/v1/plans", token);
        using var plain = await app.GetAsync(Plain, token);
        using var removed = await app.SendAsync(HttpMethod.Delete, "/hsvo/v1/meetings/2021-05", token);
        using var home = await app.GetAsync(Plain, app.TokenOf(Somebody, "reader", "coordinator"));

        Assert.Equal(
            (HttpStatusCode.OK, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.OK),
            (read.StatusCode, plain.StatusCode, removed.StatusCode, home.StatusCode));
    }

    [Fact]
    public async Task A_reporter_writes_its_own_departments_rows_and_no_others()
    {
        Assert.Equal(HttpStatusCode.OK, await DryRunAsync(app.TokenOf(TwoTenants.Reporter, "reporter"), "amn"));
        Assert.Equal(HttpStatusCode.OK, await DryRunAsync(app.TokenOf(TwoTenants.System, "reporter").OfSystem(), "amn"));
        Assert.Equal(HttpStatusCode.OK, await DryRunAsync(app.RegionTokenOf(TwoTenants.RegionReporter, "reporter"), "shs"));
        Assert.Equal(HttpStatusCode.Forbidden, await DryRunAsync(app.TokenOf(TwoTenants.Reporter, "reporter"), "shs"));
        Assert.Equal(HttpStatusCode.Forbidden, await DryRunAsync(app.RegionTokenOf(TwoTenants.RegionReporter, "reporter"), "amn"));
    }

    [Fact]
    public async Task An_object_id_of_one_tenant_is_nobody_in_another()
    {
        Assert.Equal(HttpStatusCode.Forbidden, await DryRunAsync(app.RegionTokenOf(TwoTenants.Reporter, "reporter"), "amn"));
        Assert.Equal(HttpStatusCode.Forbidden, await DryRunAsync(app.TokenOf(TwoTenants.RegionReporter, "reporter"), "shs"));
        Assert.Equal(HttpStatusCode.Forbidden, await DryRunAsync(app.RegionTokenOf(TwoTenants.System, "reporter").OfSystem(), "amn"));
    }

    [Fact]
    public async Task Who_wrote_says_the_tenant_where_it_is_not_home()
    {
        using var answer = await SubmitAsync(app.RegionTokenOf(TwoTenants.RegionReporter, "reporter"), "shs", dryRun: false);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);

        using var written = await app.GetAsync(
            "/hsvo/v1/plans/hsvo-2021/rounds/2021-05/reports/2.2.2.i1/shs/history", app.TokenOf(Somebody, "auditor"));

        Assert.Contains($"{TwoTenants.RegionReporter}@{TwoTenants.Region}", await written.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_department_is_had_by_group_where_the_object_id_has_none()
    {
        var (group, department) = TwoTenants.Groups[0];

        Assert.Equal(HttpStatusCode.OK, await DryRunAsync(app.TokenOf(Somebody, "reporter").With("groups", new[] { $"{Guid.NewGuid()}", $"{group}" }), department));
        Assert.Equal(HttpStatusCode.Forbidden, await DryRunAsync(app.TokenOf(Somebody, "reporter").With("groups", new[] { $"{group}" }), "ubn"));
        Assert.Equal(HttpStatusCode.Forbidden, await DryRunAsync(app.RegionTokenOf(Somebody, "reporter").With("groups", new[] { $"{group}" }), department));
        Assert.Equal(
            HttpStatusCode.OK, await DryRunAsync(app.TokenOf(TwoTenants.Reporter, "reporter").With("groups", new[] { $"{TwoTenants.Groups[1].Group}" }), "amn"));
    }

    [Fact]
    public async Task Groups_of_two_departments_are_no_department_and_it_is_said()
    {
        var token = app.TokenOf(Somebody, "reporter").With("groups", TwoTenants.Groups.Select(g => $"{g.Group}").ToArray()).Write();

        using var refused = await app.GetAsync(Drafts, token);
        using var read = await app.GetAsync("/hsvo/v1/plans", token);

        var body = await refused.JsonAsync(HttpStatusCode.Forbidden);
        Assert.Equal(
            ("groups.differ", "Dina grupper rapporterar för olika enheter, amn och ubn; be det samordnande kontoret knyta dig till en."),
            (body.Text("code"), body.Text("title")));
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
    }

    [Theory]
    [InlineData("_claim_names", """{"groups":"src1"}""", true)]
    [InlineData("hasgroups", "true", true)]
    [InlineData("_claim_names", """{"wids":"src1"}""", false)]
    public async Task Groups_that_do_not_fit_in_the_token_are_said_to_be_missing(string claim, string json, bool isRefused)
    {
        var token = app.TokenOf(Somebody, "reporter").With(claim, System.Text.Json.JsonSerializer.Deserialize<System.Text.Json.JsonElement>(json));
        var known = app.TokenOf(TwoTenants.Reporter, "reporter") with { Claims = token.Claims };

        using var refused = await app.GetAsync(Drafts, token);
        using var inPowerBI = await app.SendAsync(HttpMethod.Post, "/v1.0/myorg/datasets/none/tables/Reports/rows", token.Write());
        using var mapped = await app.GetAsync(Drafts, known);

        Assert.Equal(isRefused ? HttpStatusCode.Forbidden : HttpStatusCode.OK, refused.StatusCode);
        Assert.Equal(isRefused ? HttpStatusCode.Forbidden : HttpStatusCode.NotFound, inPowerBI.StatusCode);
        Assert.Equal(HttpStatusCode.OK, mapped.StatusCode);
        if (isRefused)
        {
            var body = await refused.JsonAsync(HttpStatusCode.Forbidden);
            Assert.Equal("groups.leftOut", body.Text("code"));
            Assert.Contains($"{Somebody}", body.Text("title"), StringComparison.Ordinal);
        }
    }

    private async Task<HttpStatusCode> DryRunAsync(AccessToken token, string department)
    {
        using var answer = await SubmitAsync(token, department, dryRun: true);
        return answer.StatusCode;
    }

    private async Task<HttpResponseMessage> SubmitAsync(AccessToken token, string department, bool dryRun) => await app.SendAsync(
        HttpMethod.Post, "/hsvo/v1/reports", token.Write(),
        JsonContent.Create(new { plan = Known.Plan, dryRun, reports = new[] { new { indicator = "2.2.2.i1", department, round = "2021-05", value = "nej" } } }));
}
