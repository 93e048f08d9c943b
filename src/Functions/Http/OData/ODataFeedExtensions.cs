using Microsoft.Extensions.DependencyInjection;

namespace Hsvo.Functions.Http.OData;

/// <summary>Registers the OData feed.</summary>
internal static class ODataFeedExtensions
{
    public static IServiceCollection AddODataFeed(this IServiceCollection services) => services.AddSingleton<Feed>().AddSingleton<FeedReports>();
}
