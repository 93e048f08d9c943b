using System.Net;
using Hsvo.Functions.Notices;
using Hsvo.UseCases.Notices;
using Microsoft.Extensions.Configuration;

namespace Hsvo.Functions.Tests.Notices;

/// <summary>Which receivers the settings can name.</summary>
public sealed class NoticeSettingsTests
{
    private const string Key = "whsec_AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA=";

    [Theory]
    [InlineData("https://prod.logic.azure.com:443/workflows/x/triggers/manual/paths/invoke?sig=y", true)]
    [InlineData("https://20.1.2.3/", true)]
    [InlineData("http://hooks.example/", false)]
    [InlineData("https://user:password@hooks.example/", false)]
    [InlineData("https://localhost/", false)]
    [InlineData("https://127.0.0.1/", false)]
    [InlineData("https://2130706433/", false)]
    [InlineData("https://0x7f.1/", false)]
    [InlineData("https://10.0.0.4/", false)]
    [InlineData("https://169.254.169.254/metadata/identity", false)]
    [InlineData("https://[::1]/", false)]
    [InlineData("https://[::ffff:10.0.0.4]/", false)]
    [InlineData("https://[fd00::1]/", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("@Microsoft.KeyVault(SecretUri=https://valv.example/secrets/x)", false)]
    [InlineData("", false)]
    public void An_address_is_https_and_out_on_the_internet(string address, bool expected)
    {
        var receiver = Read(("amn:Address", address), ("amn:Department", "amn"), ("amn:Secret", Key));

        Assert.Equal(expected, receiver.Problem is null);
        Assert.Equal(expected, receiver.Address is not null);
    }

    [Theory]
    [InlineData(Key, true)]
    [InlineData("AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA=", true)]
    [InlineData($"{Key} {Key}", true)]
    [InlineData($"{Key} {Key} {Key}", false)]
    [InlineData("whsec_AQID", false)]
    [InlineData("inte base64!", false)]
    [InlineData("@Microsoft.KeyVault(SecretUri=https://valv.example/secrets/x)", false)]
    [InlineData(null, false)]
    public void Json_is_not_sent_without_a_key_that_is_long_enough(string? secret, bool expected) =>
        Assert.Equal(expected, Read(("amn:Address", "https://hooks.example/"), ("amn:Department", "amn"), ("amn:Secret", secret)).Problem is null);

    [Fact]
    public void Teams_reads_no_signature_and_needs_no_key()
    {
        var receiver = Read(("kanal:Address", "https://hooks.example/"), ("kanal:Department", "amn"), ("kanal:Shape", "teams"));

        Assert.Equal((null, NoticeShape.Teams, 0), (receiver.Problem, receiver.Shape, receiver.Secrets.Count));
    }

    [Theory]
    [InlineData("Department", "AMN och SHS")]
    [InlineData("Shape", "slack")]
    [InlineData("Shape", "7")]
    public void What_is_none_of_the_choices_is_a_problem_and_no_crash(string setting, string value) =>
        Assert.NotNull(Read(("amn:Address", "https://hooks.example/"), ("amn:Department", "amn"), ("amn:Secret", Key), ($"amn:{setting}", value)).Problem);

    [Fact]
    public void Whatever_a_receiver_is_called_its_name_fits_in_a_key() =>
        Assert.All(["AMN_kanal", "___", "åäö"], name => Assert.Matches("^[a-z0-9.-]+$", Read(($"{name}:Address", "https://hooks.example/")).Name));

    [Theory]
    [InlineData("DaysBefore", "29")]
    [InlineData("DaysAfter", "0")]
    [InlineData("GiveUpDays", "tre")]
    public void Days_out_of_range_keep_the_app_from_starting(string setting, string value) =>
        Assert.Throws<InvalidOperationException>(() => NoticeSettings.Read(new ConfigurationBuilder().AddInMemoryCollection([new($"Notices:{setting}", value)]).Build()));

    [Fact]
    public void Two_receivers_whose_names_come_to_the_same_are_not_taken_for_each_other()
    {
        var receivers = NoticeSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(new[] { "amn_1", "amn1", "ubn" }.SelectMany(n => new[]
        {
            KeyValuePair.Create($"Notices:Receivers:{n}:Address", (string?)"https://notices.example/hook"),
            KeyValuePair.Create($"Notices:Receivers:{n}:Department", (string?)"amn"),
            KeyValuePair.Create($"Notices:Receivers:{n}:Shape", (string?)"teams"),
        })).Build()).Receivers;

        Assert.Equal(["amn1", "amn1", "ubn"], receivers.Select(r => r.Name));
        Assert.Equal([false, true, false], receivers.Select(r => r.Problem?.English.StartsWith("Another receiver has the same name", StringComparison.Ordinal) ?? false));
    }

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("2603:1020::1", true)]
    [InlineData("100.64.0.1", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("168.63.129.16", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("::", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fec0::1", false)]
    [InlineData("64:ff9b::a00:4", false)]
    [InlineData("2002:a00:4::1", false)]
    [InlineData("2001:0:a00:4::1", false)]
    [InlineData("::ffff:192.168.1.1", false)]
    public void What_only_the_app_reaches_is_not_public(string address, bool expected) => Assert.Equal(expected, PublicNetwork.Holds(IPAddress.Parse(address)));

    private static NoticeReceiver Read(params (string Name, string? Value)[] settings) => NoticeSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create($"Notices:Receivers:{s.Name}", s.Value)).Reverse().DistinctBy(s => s.Key).ToList()).Build()).Receivers.Single();
}
