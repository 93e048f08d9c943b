using Hsvo.Functions.Http;
using Hsvo.Functions.Http.PowerBI;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Hsvo.Functions.Tests;

/// <summary>What links begin with.</summary>
public sealed class PublicAddressTests
{
    [Theory]
    [InlineData(null, "http://10.0.0.4:8080/v1.0/myorg")]
    [InlineData("", "http://10.0.0.4:8080/v1.0/myorg")]
    [InlineData("https://hsvo.example.org", "https://hsvo.example.org/v1.0/myorg")]
    [InlineData("https://gateway.example.org/hsvo/", "https://gateway.example.org/hsvo/v1.0/myorg")]
    public void Links_begin_with_the_setting_or_else_as_the_request_did(string? setting, string expected)
    {
        var address = PublicAddress.Read(With(setting));
        using var services = new ServiceCollection().AddSingleton(address).BuildServiceProvider();
        var http = new DefaultHttpContext { RequestServices = services, Request = { Scheme = "http", Host = new("10.0.0.4", 8080) } };

        Assert.Equal(expected, PowerBIContext.Root(http.Request));
    }

    [Theory]
    [InlineData("http://hsvo.example.org")]
    [InlineData("hsvo.example.org")]
    [InlineData("/hsvo")]
    [InlineData("https://hsvo.example.org/?x=1")]
    public void A_setting_that_is_no_https_address_stops_the_start(string setting)
    {
        var failure = Assert.Throws<InvalidOperationException>(() => PublicAddress.Read(With(setting)));

        Assert.Contains("PublicBaseAddress", failure.Message, StringComparison.Ordinal);
    }

    private static IConfiguration With(string? setting) =>
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["PublicBaseAddress"] = setting }).Build();
}
