using System.IO.Compression;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;

namespace Hsvo.Functions.Http;

/// <summary>Registers the feeds' answers.</summary>
internal static class FeedAnswersExtensions
{
    public static IServiceCollection AddFeedAnswers(this IServiceCollection services)
    {
        services.AddResponseCompression();

        // Each feed is compressed once and read many times.
        services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Optimal);
        services.Configure<GzipCompressionProviderOptions>(o => o.Level = CompressionLevel.Optimal);
        return services.AddSingleton<FeedAnswers>();
    }
}
