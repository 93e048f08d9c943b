using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Hsvo.Domain.Plans;
using Hsvo.UseCases.Papers;
using Hsvo.UseCases.Stores;

namespace Hsvo.Storage;

/// <summary>
/// Papers in the container "papers": contents by their SHA-256, then one manifest that is created once and makes them visible. Names begin with
/// the area: <c>{area}/content/{sha256}</c>, <c>{area}/{meeting}/sealed.json</c>, <c>{area}/{meeting}/preliminary/{time}-{version}.json</c>.
/// </summary>
/// <param name="service">The account.</param>
internal sealed class BlobPaperStore(BlobServiceClient service) : IPaperStore
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private readonly BlobContainerClient _container = service.GetBlobContainerClient("papers");

    public async Task<string> SaveContentAsync(string area, ReadOnlyMemory<byte> content, string contentType, CancellationToken cancellationToken)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(content.Span));
        await TryCreateAsync(ContentName(area, sha256), content, contentType, cancellationToken);
        return sha256;
    }

    public async Task<ReadOnlyMemory<byte>?> FindContentAsync(string area, string sha256, CancellationToken cancellationToken) =>
        await FindAsync(ContentName(area, sha256), cancellationToken);

    public Task<bool> TryCreateManifestAsync(PaperManifest manifest, CancellationToken cancellationToken) => TryCreateAsync(
        NameOf(manifest), JsonSerializer.SerializeToUtf8Bytes(manifest, Json), "application/json", cancellationToken);

    public async Task<PaperManifest?> FindNewestAsync(string area, string meeting, CancellationToken cancellationToken)
    {
        if (await FindAsync(SealedName(area, meeting), cancellationToken) is { } found)
        {
            return Read(found);
        }

        return await StorageErrors.Translate(() => FindNewestPreliminaryAsync(area, meeting, cancellationToken), cancellationToken) is { } name
            && await FindAsync(name, cancellationToken) is { } preliminary
            ? Read(preliminary)
            : null;
    }

    private static PaperManifest Read(ReadOnlyMemory<byte> content) => JsonSerializer.Deserialize<PaperManifest>(content.Span, Json)!;

    private static string ContentName(string area, string sha256) => $"{Checked(area)}/content/{sha256}";

    private static string SealedName(string area, string meeting) => $"{Checked(area)}/{Checked(meeting)}/sealed.json";

    private static string PreliminaryPrefix(string area, string meeting) => $"{Checked(area)}/{Checked(meeting)}/preliminary/";

    private static string NameOf(PaperManifest manifest) => manifest.Edition == PaperEdition.Sealed
        ? SealedName(manifest.Area, manifest.Meeting)
        : PreliminaryPrefix(manifest.Area, manifest.Meeting)
            + manifest.CompiledAt.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture) + $"-{manifest.StatusVersion}.json";

    private static string Checked(string id) => Identifier.IsValid(id) ? id : throw new ArgumentException($"'{id}' can't be part of a name.", nameof(id));

    private async Task<string?> FindNewestPreliminaryAsync(string area, string meeting, CancellationToken cancellationToken)
    {
        // Listed in the order of names, which is the order of time.
        string? newest = null;
        try
        {
            await foreach (var blob in _container.GetBlobsAsync(prefix: PreliminaryPrefix(area, meeting), cancellationToken: cancellationToken))
            {
                newest = blob.Name;
            }
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            // No container yet: no paper yet.
        }

        return newest;
    }

    private Task<bool> TryCreateAsync(string name, ReadOnlyMemory<byte> content, string contentType, CancellationToken cancellationToken) =>
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
