using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Hsvo.Domain.Summaries;
using Hsvo.Functions.Pages;
using Hsvo.Functions.Papers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hsvo.Functions.Tests.Papers;

/// <summary>The paper as a page. How it looks is tests/Visual's to show; it takes the files that are written here.</summary>
public sealed class HtmlPaperTests
{
    public static TheoryData<string> Names => [.. Samples.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_is_accessible_and_the_same_each_time(string name)
    {
        var page = await WriteAsync(Samples.All[name]());

        Samples.Keep($"{name}.html", page);
        Tests.Pages.AssertAccessible(Encoding.UTF8.GetString(page));
        Assert.Equal(page, await WriteAsync(Samples.All[name]()));
    }

    private static async Task<byte[]> WriteAsync(MeetingSummary summary)
    {
        await using var services = new ServiceCollection().AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)).BuildServiceProvider();
        return (await new HtmlPaperWriter(new PageRenderer(services, NullLoggerFactory.Instance)).WriteAsync(summary, default)).ToArray();
    }
}
