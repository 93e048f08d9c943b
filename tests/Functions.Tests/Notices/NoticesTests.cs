using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Hsvo.Functions.Tests.OpenApi;
using Hsvo.TestKit;
using Microsoft.AspNetCore.Http;

namespace Hsvo.Functions.Tests.Notices;

/// <summary>From a missing answer to a message in a channel: the whole app, its storage and a receiver, over real HTTP.</summary>
public sealed class NoticesTests : IAsyncLifetime
{
    private const string Key = "whsec_AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA=";

    private LoopbackReceiver _receiver = null!;
    private LocalApp _app = null!;

    public async Task InitializeAsync()
    {
        _receiver = await LoopbackReceiver.StartAsync();
        _app = await LocalApp.StartAsync(
            settings: new Dictionary<string, string>
            {
                ["Notices__Receivers__amnsystem__Address"] = $"{_receiver.Address}amn?sig=nyckel-i-adressen",
                ["Notices__Receivers__amnsystem__Department"] = "amn",
                ["Notices__Receivers__amnsystem__Secret"] = Key,
                ["Notices__Receivers__shskanal__Address"] = $"{_receiver.Address}shs",
                ["Notices__Receivers__shskanal__Department"] = "shs",
                ["Notices__Receivers__shskanal__Shape"] = "teams",
                ["Notices__Receivers__ubnkanal__Address"] = "@Microsoft.KeyVault(SecretUri=https://valv.example/secrets/ubn)",
                ["Notices__Receivers__ubnkanal__Department"] = "ubn",
            },
            arguments: ["--no-example", "--at", "2021-05-08"]);
        using var reader = _app.Client("reader");
        await reader.UntilPlanIsReadAsync();
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        await _receiver.DisposeAsync();
    }

    [Fact]
    public async Task Each_unit_is_reminded_once_in_its_own_shape_and_the_office_sees_what_came_of_it()
    {
        using var office = _app.Client("coordinator", through: new AsPublished());
        using var meeting = await office.PutAsJsonAsync("/hsvo/v1/meetings/2021-05", new { date = "2021-05-25", agenda = new[] { new { plan = Known.Plan, round = "2021-05" } } });
        Assert.Equal(HttpStatusCode.OK, meeting.StatusCode);

        await RunTimerAsync(office);
        Received[] got = [await _receiver.NextAsync(), await _receiver.NextAsync()];
        var listed = await UntilAsync(office, list => list.Count(n => n.Text("state") == "sent") == 2);
        await RunTimerAsync(office);
        await UntilAsync(office, list => list.Single(n => n.Text("department") == "ubn")["attempts"]!.GetValue<int>() >= 1);

        Assert.Equal(0, _receiver.Waiting);
        var amn = got.Single(r => r.Path == "/amn?sig=nyckel-i-adressen");
        Assert.Equal("answers.dueSoon", amn.Json.Text("type"));
        Assert.Contains("väntar vi på", amn.Json["data"]!.Text("text"), StringComparison.Ordinal);
        Assert.Contains("2.1.1.i3", amn.Json["data"]!["plans"]!.AsArray().Single(p => p!.Text("plan") == Known.Plan)!["indicators"]!.AsArray().Select(i => i!.GetValue<string>()));
        Assert.StartsWith("v1,", amn.Headers["webhook-signature"], StringComparison.Ordinal);
        Assert.Equal("message", got.Single(r => r.Path == "/shs").Json.Text("type"));
        Assert.All(listed.Where(n => n.Text("state") == "sent"), n => Assert.Equal(("dueSoon", "2021-05-11", "204"), (n.Text("kind"), n.Text("day"), n.Text("lastResult"))));
        await TellNoSecretAsync(office);
    }

    [Fact]
    public async Task The_office_tries_a_receiver_and_is_told_what_it_answered_and_no_more()
    {
        using var office = _app.Client("coordinator", through: new AsPublished());
        _receiver.Answer = async http =>
        {
            http.Response.StatusCode = http.Request.Path == "/amn" ? 410 : 200;
            await http.Response.WriteAsync("svarets egen text");
        };

        var amn = await TryAsync(office, "amnsystem");
        var shs = await TryAsync(office, "shskanal");
        var ubn = await TryAsync(office, "ubnkanal");
        using var unknown = await office.PostAsync("/hsvo/v1/notice-receivers/ingen/test-messages", content: null);
        Received[] got = [await _receiver.NextAsync(), await _receiver.NextAsync()];

        Assert.Equal((false, "410", "Mottagaren tog inte emot provmeddelandet: den svarade 410."), (amn["isTaken"]!.GetValue<bool>(), amn.Text("result"), amn.Text("resultText")));
        Assert.Equal((true, "200"), (shs["isTaken"]!.GetValue<bool>(), shs.Text("result")));
        Assert.Equal((false, "settings"), (ubn["isTaken"]!.GetValue<bool>(), ubn.Text("result")));
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.DoesNotContain("svarets egen text", $"{amn}{shs}{_app.Output}", StringComparison.Ordinal);
        var sent = got.Single(r => r.Path.StartsWith("/amn", StringComparison.Ordinal));
        Assert.Equal(("receiver.test", "Provmeddelande från uppföljningen av HSVO"), (sent.Json.Text("type"), sent.Json["data"]!.Text("title")));
        Assert.StartsWith("v1,", sent.Headers["webhook-signature"], StringComparison.Ordinal);
        Assert.Contains("Provmeddelande", got.Single(r => r.Path == "/shs").Json.ToJsonString(), StringComparison.Ordinal);

        // Once, kept in no list, and in the audit by name.
        Assert.Equal(0, _receiver.Waiting);
        Assert.Empty((await office.JsonAsync("/hsvo/v1/notices"))["notices"]!.AsArray());
        var audit = await office.JsonAsync("/hsvo/v1/audit?limit=100&from=2021-05-01&to=2021-06-30");
        Assert.Equal(
            ["amnsystem", "shskanal", "ubnkanal"], audit["entries"]!.AsArray().Where(e => e!.Text("action") == "receiverTested").Select(e => e!.Text("subject")).Order());
    }

    private static async Task<JsonNode> TryAsync(HttpClient office, string receiver)
    {
        using var answer = await office.PostAsync($"/hsvo/v1/notice-receivers/{receiver}/test-messages", content: null);
        return await answer.JsonAsync(HttpStatusCode.OK);
    }

    private async Task TellNoSecretAsync(HttpClient office)
    {
        var text = await office.GetStringAsync("/hsvo/v1/notices");
        var receivers = JsonNode.Parse(text)!["receivers"]!.AsArray();

        Assert.Equal(["amnsystem", "shskanal", "ubnkanal"], receivers.Select(r => r!.Text("name")));
        Assert.Equal([true, true, false], receivers.Select(r => r!["problem"] is null));
        Assert.Equal("127.0.0.1", receivers[0]!.Text("host"));
        Assert.DoesNotContain("nyckel-i-adressen", text + _app.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Key[6..], text + _app.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("valv.example", text, StringComparison.Ordinal);

        // Something is wrong with one, so the office hears of it where it looks first.
        var health = (await office.JsonAsync("/health/ready"))["checks"]!.AsArray().Single(c => c!.Text("name") == "notices")!;
        Assert.Equal("degraded", health.Text("status"));
        var audit = await office.JsonAsync("/hsvo/v1/audit?limit=100&from=2021-05-01&to=2021-06-30");
        Assert.Equal(2, audit["entries"]!.AsArray().Count(e => e!.Text("action") == "noticeSent" && e!.Text("door") == "app"));
    }

    private static async Task RunTimerAsync(HttpClient office)
    {
        using var run = await office.PostAsync("/admin/functions/CompileMeetingPapers", Requests.JsonContent("{}"));
        Assert.Equal(HttpStatusCode.Accepted, run.StatusCode);
    }

    private static async Task<List<JsonNode>> UntilAsync(HttpClient office, Func<List<JsonNode>, bool> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (true)
        {
            List<JsonNode> listed = [.. (await office.JsonAsync("/hsvo/v1/notices"))["notices"]!.AsArray().Select(n => n!)];
            if (listed.Count > 0 && isSo(listed))
            {
                return listed;
            }

            await ticks.WaitForNextTickAsync(patience.Token);
        }
    }
}
