using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Azure.Functions.Worker.LocalHosting;

/// <summary>The host's own container in AzureWebJobsStorage, with the real host's names in it.</summary>
internal sealed class HostStorage(IConfiguration configuration, IServiceProvider services)
{
    private const string Setting = "AzureWebJobsStorage";

    private readonly string _hostId = HostIdentity.Id(services);

    public bool IsConfigured => !string.IsNullOrEmpty(configuration[Setting]);

    public BlobClient StatusOf(TimerFunction function) => Container.GetBlobClient($"timers/{_hostId}/Host.Functions.{function.Name}/status");

    public BlobClient LockOf(TimerFunction function) => Container.GetBlobClient($"locks/{_hostId}/Host.Functions.{function.Name}.Listener");

    /// <summary>Uploads, and makes the container when it isn't there.</summary>
    public async Task UploadAsync(BlobClient blob, BinaryData content, BlobUploadOptions options, CancellationToken cancellationToken)
    {
        try
        {
            await blob.UploadAsync(content, options, cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            await Container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            await blob.UploadAsync(content, options, cancellationToken);
        }
    }

    private BlobContainerClient Container => new(configuration[Setting], "azure-webjobs-hosts");
}
