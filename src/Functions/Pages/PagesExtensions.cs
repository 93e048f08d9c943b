using System.Text.Encodings.Web;
using System.Text.Unicode;
using Hsvo.Functions.Papers;
using Hsvo.UseCases.Papers;
using Microsoft.Extensions.DependencyInjection;

namespace Hsvo.Functions.Pages;

/// <summary>Registers the pages and the papers' formats.</summary>
internal static class PagesExtensions
{
    public static IServiceCollection AddPages(this IServiceCollection services) => services
        // Swedish letters stand as they are; markup is still escaped.
        .AddSingleton(HtmlEncoder.Create(UnicodeRanges.All))
        .AddSingleton<PageRenderer>()
        .AddSingleton<PageAnswers>()
        .AddSingleton<IPaperWriter, JsonPaperWriter>()
        .AddSingleton<IPaperWriter, HtmlPaperWriter>()
        .AddSingleton<IPaperWriter, DocxPaperWriter>();
}
