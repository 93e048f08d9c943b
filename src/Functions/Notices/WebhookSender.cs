using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Hsvo.Functions.Http;
using Hsvo.UseCases.Notices;

namespace Hsvo.Functions.Notices;

/// <summary>Posts notices, signed by the Standard Webhooks specification. It follows no redirect, keeps no cookie, reads no answer and calls public addresses alone.</summary>
/// <param name="address">What links begin with.</param>
/// <param name="allowsLocal">Whether receivers on this machine are allowed: in a local run.</param>
/// <param name="time">The clock.</param>
/// <param name="patience">How long one receiver may take.</param>
internal sealed class WebhookSender(PublicAddress address, bool allowsLocal, TimeProvider time, TimeSpan patience) : INoticeSender, IDisposable
{
    private readonly Lazy<HttpClient> _client = new(() => new(NewHandler(allowsLocal)) { Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = 1 });

    /// <inheritdoc/>
    public async Task<NoticeOutcome> SendAsync(NoticeReceiver receiver, NoticeMessage message, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var body = NoticeBody.Write(receiver.Shape, message, address.Base, now);
        using var request = new HttpRequestMessage(HttpMethod.Post, receiver.Address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json") { CharSet = "utf-8" };
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("Hsvo", "1.0"));
        Sign(request, receiver, message.Id, now, body);
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        waiting.CancelAfter(patience);
        try
        {
            using var answer = await _client.Value.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, waiting.Token);
            return new(answer.IsSuccessStatusCode, ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture))
            {
                RetryAfter = RetryAfterOf(answer, now),
                IsGone = answer.StatusCode == HttpStatusCode.Gone,
            };
        }
        catch (OperationCanceledException)
        {
            return new(IsTaken: false, "timeout");
        }
        catch (HttpRequestException e)
        {
            return new(IsTaken: false, e.InnerException is NotPublicException ? "notPublic" : "unreachable");
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_client.IsValueCreated)
        {
            _client.Value.Dispose();
        }
    }

    private static void Sign(HttpRequestMessage request, NoticeReceiver receiver, string id, DateTimeOffset now, byte[] body)
    {
        var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", timestamp);
        if (receiver.Secrets.Count > 0)
        {
            byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body];
            request.Headers.Add("webhook-signature", string.Join(' ', receiver.Secrets.Select(s => $"v1,{Convert.ToBase64String(HMACSHA256.HashData(s.Span, signed))}")));
        }
    }

    private static TimeSpan? RetryAfterOf(HttpResponseMessage answer, DateTimeOffset now) => answer.Headers.RetryAfter switch
    {
        { Delta: { } wait } => wait,
        { Date: { } until } when until > now => until - now,
        _ => null,
    };

    private static SocketsHttpHandler NewHandler(bool allowsLocal) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        MaxResponseDrainSize = 0,
        MaxResponseHeadersLength = 16,
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(10),

        // No step in a trace, which would have the whole address, and no trace told to others.
        ActivityHeadersPropagator = null,

        // Looked up once, and connected to what was looked at: a name may lead elsewhere the next moment.
        ConnectCallback = async (context, cancellationToken) =>
        {
            var found = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellationToken);
            IPAddress[] allowed = [.. found.Where(a => PublicNetwork.Holds(a) || (allowsLocal && IPAddress.IsLoopback(a)))];
            if (allowed.Length == 0)
            {
                throw new NotPublicException();
            }

            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        },
    };

    private sealed class NotPublicException() : IOException("The receiver's name leads to no public address.");
}
