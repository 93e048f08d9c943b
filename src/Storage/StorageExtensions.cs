using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Hsvo.UseCases.Stores;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Hsvo.Storage;

/// <summary>Registers the stores.</summary>
public static class StorageExtensions
{
    /// <summary>
    /// Adds the stores on the data account: the setting <c>Storage</c> as a connection string, or <c>Storage:tableServiceUri</c> and
    /// <c>Storage:blobServiceUri</c> reached with the app's managed identity. The host's own storage is another setting, AzureWebJobsStorage.
    /// </summary>
    /// <exception cref="InvalidOperationException">The setting is missing.</exception>
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        var (tables, blobs) = Connect(configuration.GetSection("Storage"));
        return services
            .AddSingleton(tables)
            .AddSingleton(blobs)
            .AddSingleton<Tables>()
            .AddSingleton<IReportStore, TableReportStore>()
            .AddSingleton<IRebuildStore, TableRebuildStore>()
            .AddSingleton<IPlanStore, TablePlanStore>()
            .AddSingleton<IProposalStore, TableProposalStore>()
            .AddSingleton<IPersonalScorecardStore, TablePersonalScorecardStore>()
            .AddSingleton<IMeetingStore, TableMeetingStore>()
            .AddSingleton<IPaperStore, BlobPaperStore>()
            .AddSingleton<IRunStore, TableRunStore>();
    }

    private static (TableServiceClient Tables, BlobServiceClient Blobs) Connect(IConfigurationSection setting)
    {
        var tableOptions = new TableClientOptions();
        var blobOptions = new BlobClientOptions();
        LimitRetries(tableOptions);
        LimitRetries(blobOptions);
        if (setting.Value is { } connectionString && !string.IsNullOrWhiteSpace(connectionString))
        {
            return (new(connectionString, tableOptions), new(connectionString, blobOptions));
        }

        if (setting["tableServiceUri"] is { } tables && setting["blobServiceUri"] is { } blobs)
        {
            var identity = new DefaultAzureCredential();
            return (new(new Uri(tables), identity, tableOptions), new(new Uri(blobs), identity, blobOptions));
        }

        throw new InvalidOperationException("The setting Storage is missing: a connection string, or Storage__tableServiceUri and Storage__blobServiceUri.");
    }

    // Short enough that a caller hears 503 with Retry-After before its own patience ends.
    private static void LimitRetries(ClientOptions options)
    {
        options.Retry.MaxRetries = 3;
        options.Retry.Delay = TimeSpan.FromMilliseconds(200);
        options.Retry.MaxDelay = TimeSpan.FromSeconds(2);
        options.Retry.NetworkTimeout = TimeSpan.FromSeconds(5);
    }
}
