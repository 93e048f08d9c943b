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
        var connect = Connector(configuration.GetSection("Storage"));
        return services.AddLogging()
            .AddSingleton<RetryWatch>()
            .AddSingleton(s => connect(s.GetRequiredService<RetryWatch>()))
            .AddSingleton(s => s.GetRequiredService<Account>().Tables)
            .AddSingleton(s => s.GetRequiredService<Account>().Blobs)
            .AddSingleton<Tables>()
            .AddSingleton<IReportStore, TableReportStore>()
            .AddSingleton<IRebuildStore, TableRebuildStore>()
            .AddSingleton<IPlanStore, TablePlanStore>()
            .AddSingleton<IProposalStore, TableProposalStore>()
            .AddSingleton<IPersonalScorecardStore, TablePersonalScorecardStore>()
            .AddSingleton<IMeetingStore, TableMeetingStore>()
            .AddSingleton<IPaperStore, BlobPaperStore>()
            .AddSingleton<IAuditStore, TableAuditStore>()
            .AddSingleton<INoticeStore, TableNoticeStore>()
            .AddSingleton<IRunStore, TableRunStore>()
            .AddSingleton<IFormKeyStore, TableFormKeyStore>();
    }

    private static Func<RetryWatch, Account> Connector(IConfigurationSection setting)
    {
        if (setting.Value is { } connectionString && !string.IsNullOrWhiteSpace(connectionString))
        {
            return watch => new(new(connectionString, Watched(new TableClientOptions(), watch)), new(connectionString, Watched(new BlobClientOptions(), watch)));
        }

        if (setting["tableServiceUri"] is { } tables && setting["blobServiceUri"] is { } blobs)
        {
            return watch =>
            {
                var identity = new DefaultAzureCredential();
                return new(new(new Uri(tables), identity, Watched(new TableClientOptions(), watch)), new(new Uri(blobs), identity, Watched(new BlobClientOptions(), watch)));
            };
        }

        throw new InvalidOperationException("The setting Storage is missing: a connection string, or Storage__tableServiceUri and Storage__blobServiceUri.");
    }

    // Retries end soon enough that a caller hears 503 with Retry-After before its own patience ends.
    private static T Watched<T>(T options, RetryWatch watch)
        where T : ClientOptions
    {
        options.Retry.MaxRetries = 3;
        options.Retry.Delay = TimeSpan.FromMilliseconds(200);
        options.Retry.MaxDelay = TimeSpan.FromSeconds(2);
        options.Retry.NetworkTimeout = TimeSpan.FromSeconds(5);
        options.AddPolicy(watch, HttpPipelinePosition.PerRetry);
        return options;
    }

    private sealed record Account(TableServiceClient Tables, BlobServiceClient Blobs);
}
