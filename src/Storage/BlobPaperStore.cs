using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Hsvo.UseCases.Papers;
using Hsvo.UseCases.Stores;

namespace Hsvo.Storage;

/// <summary>
/// Papers in the container "papers": contents by their SHA-256, then one manifest that is created once and makes them visible.
/// </summary>
/// <param name="service">The account.</param>
internal sealed class BlobPaperStore(BlobServiceClient service) : IPaperStore
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    // A name that metadata may have. Its value stands in a header, so it is ASCII, and of some dozen files and plans far below the 8 KB that fit.
    private const string Listing = "listing";

    private readonly BlobContainerClient _container = service.GetBlobContainerClient("papers");

    public async Task<string> SaveContentAsync(string area, ReadOnlyMemory<byte> content, string contentType, CancellationToken cancellationToken)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(content.Span));
        await TryCreateAsync(Keys.PaperContent(area, sha256), content, contentType, cancellationToken);
        return sha256;
    }

    public async Task<ReadOnlyMemory<byte>?> FindContentAsync(string area, string sha256, CancellationToken cancellationToken) =>
        await FindAsync(Keys.PaperContent(area, sha256), cancellationToken);

    public Task<bool> TryCreateManifestAsync(PaperManifest manifest, CancellationToken cancellationToken) => TryCreateAsync(
        NameOf(manifest), JsonSerializer.SerializeToUtf8Bytes(manifest, Json), "application/json", cancellationToken,
        new Dictionary<string, string> { [Listing] = JsonSerializer.Serialize(ListedPaper.Of(manifest), Json) });

    public async Task<PaperManifest?> FindManifestAsync(string area, string meeting, string version, CancellationToken cancellationToken)
    {
        var name = Keys.PaperManifest(area, meeting, version);
        return await FindAsync(name, cancellationToken) is { } found ? Read(name, found) : null;
    }

    public async Task<PaperManifest?> FindNewestAsync(string area, string meeting, CancellationToken cancellationToken)
    {
        if (await FindManifestAsync(area, meeting, PaperManifest.SealedVersion, cancellationToken) is { } found)
        {
            return found;
        }

        return await ListVersionsAsync(area, meeting, cancellationToken) is [.., var newest]
            ? await FindManifestAsync(area, meeting, newest, cancellationToken)
            : null;
    }

    public Task<IReadOnlyList<ListedPaper>> ListAsync(string area, string meeting, CancellationToken cancellationToken) =>
        StorageErrors.Translate(() => ListAsync(Keys.PaperManifests(area, meeting), BlobTraits.Metadata, ReadListing, cancellationToken), cancellationToken);

    public Task<IReadOnlyList<string>> ListVersionsAsync(string area, string meeting, CancellationToken cancellationToken) =>
        StorageErrors.Translate(() => ListAsync(Keys.PaperManifests(area, meeting), BlobTraits.None, b => Keys.ParsePaperManifest(b.Name), cancellationToken), cancellationToken);

    private static PaperManifest Read(string name, ReadOnlyMemory<byte> content) =>
        JsonSerializer.Deserialize<PaperManifest>(content.Span, Json) is { } manifest && NameOf(manifest) == name ? manifest : throw Keys.Contradicted(name);

    private static ListedPaper ReadListing(BlobItem blob) =>
        blob.Metadata.TryGetValue(Listing, out var text) && JsonSerializer.Deserialize<ListedPaper>(text, Json) is { } paper && paper.Version == Keys.ParsePaperManifest(blob.Name)
            ? paper
            : throw Keys.Contradicted(blob.Name);

    private static string NameOf(PaperManifest manifest) => Keys.PaperManifest(manifest.Area, manifest.Meeting, manifest.Version);

    // Listed in the order of names, which is the order of editions.
    private async Task<IReadOnlyList<T>> ListAsync<T>(string prefix, BlobTraits traits, Func<BlobItem, T> read, CancellationToken cancellationToken)
    {
        var found = new List<T>();
        try
        {
            await foreach (var blob in _container.GetBlobsAsync(traits, BlobStates.None, prefix, cancellationToken))
            {
                found.Add(read(blob));
            }
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            // No container yet: no paper yet.
        }

        return found;
    }

    private Task<bool> TryCreateAsync(
        string name, ReadOnlyMemory<byte> content, string contentType, CancellationToken cancellationToken, Dictionary<string, string>? metadata = null) =>
        StorageErrors.Translate(
            async () =>
            {
                await _container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
                try
                {
                    await _container.GetBlobClient(name).UploadAsync(
                        new BinaryData(content),
                        new BlobUploadOptions
                        {
                            HttpHeaders = new() { ContentType = contentType },
                            Metadata = metadata,
                            Conditions = new() { IfNoneMatch = ETag.All },
                        },
                        cancellationToken);
                    return true;
                }
                catch (RequestFailedException e) when (StorageErrors.IsConflict(e))
                {
                    return false;
                }
            },
            cancellationToken);

    private Task<ReadOnlyMemory<byte>?> FindAsync(string name, CancellationToken cancellationToken) => StorageErrors.Translate<ReadOnlyMemory<byte>?>(
        async () =>
        {
            try
            {
                return (await _container.GetBlobClient(name).DownloadContentAsync(cancellationToken)).Value.Content.ToMemory();
            }
            catch (RequestFailedException e) when (e.Status == 404)
            {
                return null;
            }
        },
        cancellationToken);
}
