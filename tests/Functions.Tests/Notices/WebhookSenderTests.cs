using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hsvo.Domain.Meetings;
using Hsvo.Functions.Http;
using Hsvo.Functions.Notices;
using Hsvo.TestKit;
using Hsvo.UseCases.Notices;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Hsvo.Functions.Tests.Notices;

/// <summary>What goes out to a receiver, and what no receiver can make of it.</summary>
public sealed class WebhookSenderTests : IAsyncLifetime
{
    private static readonly byte[] Secret = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];
    private static readonly byte[] OldSecret = [.. Enumerable.Range(101, 24).Select(i => (byte)i)];

    private readonly FakeTime _time = FakeTime.At(2021, 5, 3);
    private LoopbackReceiver _receiver = null!;

    public async Task InitializeAsync() => _receiver = await LoopbackReceiver.StartAsync();

    public async Task DisposeAsync() => await _receiver.DisposeAsync();

    [Fact]
    public async Task What_is_sent_is_signed_over_id_time_and_body_by_each_key()
    {
        var outcome = await SendAsync(To(_receiver.Address) with { Secrets = [Secret, OldSecret] });

        Assert.Equal((true, "204"), (outcome.IsTaken, outcome.Result));
        var got = await _receiver.NextAsync();
        var (id, at) = (got.Headers["webhook-id"], got.Headers["webhook-timestamp"]);
        Assert.Equal("uppsala.2021-05-13.papersealed.2021-05.amn.kanal", id);
        Assert.Equal(_time.GetUtcNow(), DateTimeOffset.FromUnixTimeSeconds(long.Parse(at, CultureInfo.InvariantCulture)));
        Assert.Equal([Reckoned(Secret, id, at, got.Body), Reckoned(OldSecret, id, at, got.Body)], got.Headers["webhook-signature"].Split(' '));
        Assert.Equal("application/json; charset=utf-8", got.Headers["content-type"]);
        Assert.False(got.Headers.ContainsKey("traceparent"));
    }

    [Fact]
    public async Task The_message_has_a_text_to_post_and_the_same_as_data()
    {
        await SendAsync(To(_receiver.Address));

        var got = (await _receiver.NextAsync()).Json;
        var data = got["data"]!;
        Assert.Equal("paper.sealed", got.Text("type"));
        Assert.Equal("Underlaget till samrådet 20 maj 2021 är fastställt", data.Text("title"));
        Assert.Contains("ändras inte mer", data.Text("text"), StringComparison.Ordinal);
        Assert.Equal(("amn", "2021-05", "2021-05-13", "https://hsvo.example/samrad/2021-05"), (data.Text("department"), data.Text("meeting"), data.Text("day"), data.Text("address")));
    }

    [Fact]
    public async Task Teams_gets_a_card_in_which_no_character_means_more_than_itself()
    {
        await SendAsync(To(_receiver.Address) with { Shape = NoticeShape.Teams, Secrets = [] });

        var got = await _receiver.NextAsync();
        var card = got.Json["attachments"]!.AsArray().Single()!["content"]!;
        Assert.Equal(("message", "AdaptiveCard"), (got.Json.Text("type"), card.Text("type")));
        Assert.All(card["body"]!.AsArray(), b => Assert.Equal("RichTextBlock", b!.Text("type")));
        Assert.Equal("Underlaget till samrådet 20 maj 2021 är fastställt", card["body"]![0]!["inlines"]![0]!.Text("text"));
        Assert.Equal("https://hsvo.example/samrad/2021-05", card["actions"]![0]!.Text("url"));
        Assert.False(got.Headers.ContainsKey("webhook-signature"));
    }

    [Fact]
    public async Task A_receiver_that_hangs_costs_no_more_than_the_senders_patience()
    {
        using var released = new SemaphoreSlim(0);
        _receiver.Answer = _ => released.WaitAsync();

        var outcome = await SendAsync(To(_receiver.Address), TimeSpan.FromMilliseconds(100));

        Assert.Equal((false, "timeout"), (outcome.IsTaken, outcome.Result));
        released.Release();
    }

    [Fact]
    public async Task A_body_without_end_is_never_read()
    {
        _receiver.Answer = async http =>
        {
            while (!http.RequestAborted.IsCancellationRequested)
            {
                await http.Response.Body.WriteAsync(new byte[64 * 1024], http.RequestAborted);
            }
        };

        Assert.True((await SendAsync(To(_receiver.Address))).IsTaken);
    }

    [Theory]
    [InlineData(500, false, false)]
    [InlineData(404, false, false)]
    [InlineData(410, false, true)]
    [InlineData(202, true, false)]
    public async Task What_a_receiver_answers_is_taken_for_what_it_is(int status, bool isTaken, bool isGone)
    {
        _receiver.Answer = Answering(status);

        var outcome = await SendAsync(To(_receiver.Address));

        Assert.Equal((isTaken, isGone, $"{status}"), (outcome.IsTaken, outcome.IsGone, outcome.Result));
    }

    [Fact]
    public async Task A_receiver_that_asks_for_a_pause_is_heard()
    {
        _receiver.Answer = http =>
        {
            http.Response.Headers.RetryAfter = "7200";
            return Answering(429)(http);
        };

        Assert.Equal(TimeSpan.FromHours(2), (await SendAsync(To(_receiver.Address))).RetryAfter);
    }

    [Fact]
    public async Task A_redirect_leads_nowhere()
    {
        _receiver.Answer = http =>
        {
            http.Response.Headers.Location = "http://169.254.169.254/metadata/instance";
            return Answering(307)(http);
        };

        Assert.Equal((false, "307"), ((await SendAsync(To(_receiver.Address))) is var o ? (o.IsTaken, o.Result) : default));
        await _receiver.NextAsync();
        Assert.Equal(0, _receiver.Waiting);
    }

    [Fact]
    public async Task A_receiver_that_is_not_there_is_told_so()
    {
        await using var gone = await LoopbackReceiver.StartAsync();
        var address = gone.Address;
        await gone.DisposeAsync();

        Assert.Equal("unreachable", (await SendAsync(To(address))).Result);
    }

    // As a name on the internet does whose owner points it inwards: localhost stands for it here.
    [Fact]
    public async Task A_name_that_leads_inwards_is_never_called()
    {
        using var sender = Sender(TimeSpan.FromSeconds(5), allowsLocal: false);

        var outcome = await sender.SendAsync(To(new($"http://localhost:{_receiver.Address.Port}/")), Message, default);

        Assert.Equal((false, "notPublic"), (outcome.IsTaken, outcome.Result));
        Assert.Equal(0, _receiver.Waiting);
    }

    [Fact]
    public void A_receiver_that_is_printed_tells_neither_address_nor_secret() =>
        Assert.Equal("kanal", $"{To(new("https://host.example/?sig=hemlig"))}");

    private static Func<HttpContext, Task> Answering(int status) => http =>
    {
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    };

    // Apart from the sender's: the specification's own words.
    private static string Reckoned(byte[] key, string id, string timestamp, byte[] body)
    {
        using var mac = new HMACSHA256(key);
        return $"v1,{Convert.ToBase64String(mac.ComputeHash(Encoding.UTF8.GetBytes($"{id}.{timestamp}.{Encoding.UTF8.GetString(body)}")))}";
    }

    private static NoticeReceiver To(Uri address) => new("kanal", "amn", NoticeShape.Json) { Address = address, Secrets = [Secret] };

    private static NoticeMessage Message
    {
        get
        {
            var meeting = new Meeting { Id = "2021-05", Area = "uppsala", Date = new(2021, 5, 20), Agenda = [new("hsvo-2021", "2021-05")] };
            var notice = new DueNotice(NoticeKind.PaperSealed, meeting.Seals, "amn") { Meeting = meeting }.To("kanal", new(2021, 5, 13, 7, 0, 0, TimeSpan.Zero));
            return new(notice, $"uppsala.{notice.Id}") { Meeting = meeting };
        }
    }

    private WebhookSender Sender(TimeSpan patience, bool allowsLocal = true) => new(
        PublicAddress.Read(new ConfigurationBuilder().AddInMemoryCollection([new("PublicBaseAddress", "https://hsvo.example")]).Build()), allowsLocal, _time, patience);

    private async Task<NoticeOutcome> SendAsync(NoticeReceiver receiver, TimeSpan? patience = null)
    {
        using var sender = Sender(patience ?? TimeSpan.FromSeconds(30));
        return await sender.SendAsync(receiver, Message, default);
    }
}
