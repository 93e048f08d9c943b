using Azure.Core;
using Azure.Core.Pipeline;

namespace Hsvo.Storage.Tests;

/// <summary>Calls a test before each transaction that goes to storage.</summary>
internal sealed class Batches(Func<int, Task> before) : HttpPipelinePolicy
{
    private int _sent;

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        if (message.Request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal))
        {
            await before(_sent++);
        }

        await ProcessNextAsync(message, pipeline);
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();
}
