using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;

namespace Hsvo.UseCases.Tests;

/// <summary>Every call that goes to the tables, as it leaves the client.</summary>
internal sealed class StorageCalls : HttpPipelinePolicy
{
    private readonly ConcurrentQueue<StorageCall> _calls = new();

    /// <summary>Stands in place of the client that the stores would have made.</summary>
    public Action<IServiceCollection> Watch(string connectionString) => services =>
    {
        var options = new TableClientOptions();
        options.AddPolicy(this, HttpPipelinePosition.PerCall);
        services.AddSingleton(new TableServiceClient(connectionString, options));
    };

    /// <summary>The calls since this was asked last.</summary>
    public IReadOnlyList<StorageCall> Take()
    {
        var taken = new List<StorageCall>();
        while (_calls.TryDequeue(out var call))
        {
            taken.Add(call);
        }

        return taken;
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        Note(message.Request);
        ProcessNext(message, pipeline);
    }

    public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        Note(message.Request);
        return ProcessNextAsync(message, pipeline);
    }

    // What the tables are named, not where they are: "reports(PartitionKey=…)" is one row, "reports()" a query, "$batch" a transaction.
    private void Note(Request request)
    {
        var resource = Uri.UnescapeDataString(request.Uri.ToUri().Segments[^1]);
        _calls.Enqueue(new(
            request.Method == RequestMethod.Get
                ? resource.Contains("PartitionKey=", StringComparison.Ordinal) ? StorageCallKind.PointRead : StorageCallKind.Query
                : resource == "$batch" ? StorageCallKind.Transaction : StorageCallKind.Other,
            resource.Split('(')[0]));
    }
}

/// <summary>One call.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Table">The table, or "$batch".</param>
internal sealed record StorageCall(StorageCallKind Kind, string Table);

internal enum StorageCallKind
{
    PointRead,
    Query,
    Transaction,
    Other,
}
