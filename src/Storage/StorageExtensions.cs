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
        var account = AccountOf(configuration.GetSection("Storage"));
        return services.AddLogging()
            .AddSingleton<RetryWatch>()
            .AddSingleton(s => account.Tables(Watched(new TableClientOptions(), s.GetRequiredService<RetryWatch>())))
            .AddSingleton(s => account.Blobs(Watched(new BlobClientOptions(), s.GetRequiredService<RetryWatch>())))
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

    private static Account AccountOf(IConfigurationSection setting)
    {
        if (setting.Value is { } connectionString && !string.IsNullOrWhiteSpace(connectionString))
        {
            return new(options => new(connectionString, options), options => new(connectionString, options));
        }

        if (setting["tableServiceUri"] is { } tables && setting["blobServiceUri"] is { } blobs)
        {
            var identity = new Lazy<TokenCredential>(() => new DefaultAzureCredential());
            return new(options => new(new Uri(tables), identity.Value, options), options => new(new Uri(blobs), identity.Value, options));
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

    /// <summary>How each of the account's clients is made, when it is first asked for: a start needs no blobs.</summary>
    private sealed record Account(Func<TableClientOptions, TableServiceClient> Tables, Func<BlobClientOptions, BlobServiceClient> Blobs);
}
