using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Hsvo.Domain.Summaries;
using Hsvo.Functions.Papers;
using Hsvo.LocalHost.Azurite;

namespace Hsvo.Functions.Tests.Papers;

/// <summary>The paper as a Word document. How it looks is tests/Visual's to show; it takes the files that are written here.</summary>
public sealed class DocxTests
{
    public static TheoryData<string> Names => [.. All.Keys];

    private static Dictionary<string, Func<MeetingSummary>> All { get; } = new() { ["maj"] = Samples.FirstPaper, ["oktober"] = Samples.LaterPaper };

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_is_valid_by_the_formats_own_schema(string name)
    {
        using var stream = new MemoryStream(await WriteAsync(name));
        using var document = WordprocessingDocument.Open(stream, isEditable: false);

        var errors = new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(document);

        Assert.Empty(errors.Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_same_summary_gives_the_same_bytes(string name)
    {
        Assert.Equal(await WriteAsync(name), await WriteAsync(name));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_holds_no_time_of_day_and_no_random_name(string name)
    {
        using var zip = new ZipArchive(new MemoryStream(await WriteAsync(name)));

        Assert.All(zip.Entries, e => Assert.Equal(new(1980, 1, 1), e.LastWriteTime.DateTime));
        Assert.All(zip.Entries, e => Assert.DoesNotMatch("[0-9a-f]{16}", e.FullName));
    }

    private static async Task<byte[]> WriteAsync(string name)
    {
        var bytes = (await new DocxPaperWriter().WriteAsync(All[name](), default)).ToArray();
        var folder = Directory.CreateDirectory(Path.Combine(RepositoryFolder.Root, "artifacts", "tests", "papers")).FullName;
        await File.WriteAllBytesAsync(Path.Combine(folder, $"{name}.docx"), bytes);
        return bytes;
    }
}
