using Hsvo.Functions.Http;
using Microsoft.Extensions.Configuration;

namespace Hsvo.Functions.Tests.Access;

/// <summary>Whose tokens are taken, as settings say it.</summary>
public sealed class TenantsTests
{
    private const string Home = "00000000-0000-4000-8000-0000000000a1";

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("common")]
    [InlineData("organizations")]
    [InlineData("kommun.onmicrosoft.com")]
    public void A_home_tenant_that_is_no_id_stops_the_start(string? tenant)
    {
        Assert.Contains("AzureAd:TenantId", Assert.Throws<InvalidOperationException>(() => Read(tenant)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_tenant_that_is_no_id_stops_the_start()
    {
        Assert.Contains("AzureAd:AllowedTenants:0", Assert.Throws<InvalidOperationException>(() => Read(Home, "region.onmicrosoft.com")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_tenant_signs_in_by_its_own_address_and_leaves_its_authority_to_the_package()
    {
        var tenants = Read(Home);

        Assert.Equal((null, $"https://login.example/{Home}"), (tenants.SharedAuthority, tenants.SignInAddress));
        Assert.True(tenants.Include(new(Home)));
        Assert.False(tenants.Include(TwoTenants.Region));
    }

    [Fact]
    public void Several_tenants_sign_in_by_an_address_of_all()
    {
        var tenants = Read(Home, $"{TwoTenants.Region}");

        Assert.Equal(("https://login.example/organizations/v2.0", "https://login.example/common"), (tenants.SharedAuthority, tenants.SignInAddress));
        Assert.True(tenants.Include(new(Home)) && tenants.Include(TwoTenants.Region));
        Assert.False(tenants.Include(Guid.Empty));
    }

    private static Tenants Read(string? home, params string[] others) => Tenants.Read(new ConfigurationBuilder().AddInMemoryCollection(
    [
        new("AzureAd:Instance", "https://login.example/"),
        new("AzureAd:TenantId", home),
        .. others.Select((other, i) => KeyValuePair.Create($"AzureAd:AllowedTenants:{i}", (string?)other)),
    ]).Build());
}
