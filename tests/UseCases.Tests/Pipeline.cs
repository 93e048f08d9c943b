using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;

namespace Hsvo.UseCases.Tests;

/// <summary>What an instance asks of storage, request by request; and a cut at one of its writes of blobs, after which the instance is dead.</summary>
internal sealed class Pipeline
{
    private readonly Lock _lock = new();
    private readonly List<string> _requests = [];
    private int? _cutAt;
    private bool _isStored;
    private bool _isDead;
    private int _writes;

    /// <summary>"tables GET" or "blobs PUT meetings/2021-05/sealed.json" without area.</summary>
    public IReadOnlyList<string> Requests
    {
        get
        {
            lock (_lock)
            {
                return [.. _requests];
            }
        }
    }

    /// <summary>How many blobs were written.</summary>
    public int Writes => _writes;

    public void Forget()
    {
        lock (_lock)
        {
            _requests.Clear();
        }
    }

    /// <summary>Dies at the n-th write, from 1: before it reaches storage, or after it and before the answer comes.</summary>
    public Pipeline CutAt(int write, bool isStored)
    {
        (_cutAt, _isStored) = (write, isStored);
        return this;
    }

    /// <summary>Puts it below an instance's stores.</summary>
    public IServiceCollection Under(IServiceCollection services, string storage) => services
        .AddSingleton(new TableServiceClient(storage, Options(new TableClientOptions(), "tables")))
        .AddSingleton(new BlobServiceClient(storage, Options(new BlobClientOptions(), "blobs")));

    private T Options<T>(T options, string service)
        where T : ClientOptions
    {
        options.Transport = new HttpClientTransport(new HttpClient(new Watch(this, service) { InnerHandler = new SocketsHttpHandler() }));
        options.Retry.MaxRetries = 0;
        return options;
    }

    private sealed class Watch(Pipeline pipeline, string service) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var query = request.RequestUri!.Query;
            var isBlobWrite = service == "blobs" && request.Method == HttpMethod.Put && !query.Contains("restype=container", StringComparison.Ordinal);
            bool isCut;
            lock (pipeline._lock)
            {
                pipeline._requests.Add($"{service} {request.Method} {request.RequestUri.AbsolutePath}{query}");
                pipeline._writes += isBlobWrite ? 1 : 0;
                isCut = isBlobWrite && pipeline._writes == pipeline._cutAt;
            }

            if (pipeline._isDead || (isCut && !pipeline._isStored))
            {
                pipeline._isDead = true;
                throw new HttpRequestException("The instance is dead.");
            }

            var answer = await base.SendAsync(request, cancellationToken);
            if (isCut)
            {
                pipeline._isDead = true;
                answer.Dispose();
                throw new HttpRequestException("The instance is dead.");
            }

            return answer;
        }
    }
}
