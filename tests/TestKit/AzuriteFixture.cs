using Hsvo.LocalHost.Azurite;
using Xunit;

namespace Hsvo.TestKit;

/// <summary>
/// An Azurite with fresh data for the tests of one assembly, which declares
/// <c>[CollectionDefinition(AzuriteFixture.Collection)] public sealed class AzuriteForAll : ICollectionFixture&lt;AzuriteFixture&gt;;</c>
/// and marks its test classes <c>[Collection(AzuriteFixture.Collection)]</c>. Each test takes names of its own.
/// </summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    public const string Collection = "Azurite";

    private readonly string _dataFolder = Path.Combine(RepositoryFolder.Root, "artifacts", "tests", $"azurite-{Guid.NewGuid():N}");
    private AzuriteProcess? _azurite;

    public string ConnectionString => _azurite?.ConnectionString ?? throw new InvalidOperationException("Azurite has not started.");

    public async Task InitializeAsync() =>
        _azurite = await AzuriteProcess.StartAsync(RepositoryFolder.Azurite, _dataFolder, CancellationToken.None);

    public async Task DisposeAsync()
    {
        if (_azurite is not null)
        {
            await _azurite.DisposeAsync();
        }

        if (Directory.Exists(_dataFolder))
        {
            Directory.Delete(_dataFolder, recursive: true);
        }
    }

    /// <summary>A table name nobody else has.</summary>
    public static string NewTableName() => $"t{Guid.NewGuid():N}";

    /// <summary>A container name nobody else has.</summary>
    public static string NewContainerName() => $"c{Guid.NewGuid():N}";
}
