using System.Net;
using Hsvo.Functions.Tests.Access;

namespace Hsvo.Functions.Tests.Audit;

/// <summary>Refusals of people whom another tenant signed in: their object ids are that tenant's, so the tenant stands beside.</summary>
[Collection(TwoTenants.Collection)]
public sealed class RefusedForeignerTests(TwoTenants app)
{
    private static readonly Guid Stranger = new("00000000-0000-4000-8000-0000000000a9");

    [Fact]
    public async Task A_good_token_of_a_tenant_that_is_not_ours_is_refused_and_kept()
    {
        var who = Guid.NewGuid();
        using var refused = await app.GetAsync("/hsvo/v1/plans", app.TokenOf(who, "reader") with { Tenant = Stranger });

        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Equal((401, "token.invalid", $"{Stranger}"), await RefusalAsync($"{who}@{Stranger}"));
    }

    [Fact]
    public async Task A_role_that_the_other_tenant_gave_and_that_does_not_count_is_refused_and_kept()
    {
        var who = Guid.NewGuid();
        using var refused = await app.GetAsync("/hsvo/v1/audit", app.RegionTokenOf(who, "auditor"));

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal((403, "role.missing", $"{TwoTenants.Region}"), await RefusalAsync($"{who}@{TwoTenants.Region}"));
    }

    [Fact]
    public async Task A_token_of_our_own_that_is_no_access_token_is_kept_under_its_object_id()
    {
        var who = Guid.NewGuid();
        using var refused = await app.GetAsync("/hsvo/v1/plans", app.TokenOf(who, "reader").With("scp", null));

        Assert.Equal((HttpStatusCode.Unauthorized, (401, "token.invalid", null)), (refused.StatusCode, await RefusalAsync($"{who}")));
    }

    private async Task<(int Status, string Code, string? Tenant)> RefusalAsync(string who)
    {
        using var answer = await app.GetAsync($"/hsvo/v1/audit?outcome=refused&who={who}", app.TokenOf(TwoTenants.Coordinator, "coordinator"));
        var entry = (await answer.JsonAsync(HttpStatusCode.OK))["entries"]!.AsArray().Single()!;
        return (entry["refusal"]!["status"]!.GetValue<int>(), entry["refusal"]!.Text("code"), entry["tenant"]?.GetValue<string>());
    }
}
