using Azure;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Hsvo.TestKit;

namespace Hsvo.StandIns.Tests.Hashing;

/// <summary>The real Azure.Storage.Blobs, over the one class it needs of System.IO.Hashing.</summary>
[Collection(AzuriteFixture.Collection)]
public sealed class BlobTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private readonly BlobContainerClient _container = new(azurite.ConnectionString, AzuriteFixture.NewContainerName());

    public async Task InitializeAsync() => await _container.CreateAsync();

    public async Task DisposeAsync() => await _container.DeleteAsync();

    [Theory]
    [InlineData(StorageChecksumAlgorithm.None)]
    [InlineData(StorageChecksumAlgorithm.Auto)]
    [InlineData(StorageChecksumAlgorithm.MD5)]
    [InlineData(StorageChecksumAlgorithm.StorageCrc64)]
    public async Task What_was_uploaded_is_downloaded(StorageChecksumAlgorithm checksum)
    {
        var blob = _container.GetBlobClient("papper");
        var content = BinaryData.FromString(string.Concat(Enumerable.Repeat("Sammanställning inför samråd. ", 5000)));

        await blob.UploadAsync(content, new BlobUploadOptions { TransferValidation = new UploadTransferValidationOptions { ChecksumAlgorithm = checksum } });
        var back = await blob.DownloadContentAsync();

        Assert.Equal(content.ToArray(), back.Value.Content.ToArray());
    }

    [Fact]
    public async Task A_blob_is_created_once()
    {
        var blob = _container.GetBlobClient("manifest");
        var onlyNew = new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } };

        await blob.UploadAsync(BinaryData.FromString("1"), onlyNew);
        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => blob.UploadAsync(BinaryData.FromString("2"), onlyNew));

        Assert.Equal((409, "BlobAlreadyExists"), (failure.Status, failure.ErrorCode));
        Assert.Equal("1", (await blob.DownloadContentAsync()).Value.Content.ToString());
    }

    [Fact]
    public async Task One_holder_at_a_time_has_a_lease()
    {
        var blob = _container.GetBlobClient("timer");
        await blob.UploadAsync(BinaryData.FromString(""));
        var first = blob.GetBlobLeaseClient();
        var second = blob.GetBlobLeaseClient();

        await first.AcquireAsync(TimeSpan.FromSeconds(60));
        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => second.AcquireAsync(TimeSpan.FromSeconds(60)));
        await first.ReleaseAsync();

        Assert.Equal((409, "LeaseAlreadyPresent"), (failure.Status, failure.ErrorCode));
        Assert.NotNull((await second.AcquireAsync(TimeSpan.FromSeconds(15))).Value.LeaseId);
    }
}
