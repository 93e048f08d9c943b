using Hsvo.UseCases.Papers;
using Microsoft.Extensions.DependencyInjection;

namespace Hsvo.Functions.Pages;

/// <summary>Registers the pages and the papers' formats.</summary>
internal static class PagesExtensions
{
    public static IServiceCollection AddPages(this IServiceCollection services) => services
        .AddSingleton<PageRenderer>()
        .AddSingleton<IPaperWriter, JsonPaperWriter>()
        .AddSingleton<IPaperWriter, HtmlPaperWriter>();
}
