using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Hsvo.Functions.Papers;

namespace Hsvo.Functions.Tests.Papers;

/// <summary>The paper as a Word document. How it looks is tests/Visual's to show; it takes the files that are written here.</summary>
public sealed class DocxTests
{
    public static TheoryData<string> Names => [.. Samples.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_is_valid_by_the_formats_own_schema(string name)
    {
        using var stream = new MemoryStream(await WriteAsync(name));
        using var document = WordprocessingDocument.Open(stream, isEditable: false);

        var errors = new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document);

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

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_is_accessible_as_far_as_its_parts_show_it(string name)
    {
        using var stream = new MemoryStream(await WriteAsync(name));
        using var document = WordprocessingDocument.Open(stream, isEditable: false);
        var main = document.MainDocumentPart!;
        var body = main.Document.Body!;

        Assert.StartsWith("Sammanställning inför samråd", document.PackageProperties.Title, StringComparison.Ordinal);
        Assert.Equal("sv-SE", document.PackageProperties.Language);
        Assert.Equal("sv-SE", main.StyleDefinitionsPart!.Styles!.Descendants<Languages>().Single().Val!.Value);
        string[] used = [.. body.Descendants<ParagraphStyleId>().Select(s => s.Val!.Value!).Distinct()];
        Assert.Superset(new HashSet<string> { "Title", "Heading1", "Heading2", "Heading3" }, used.ToHashSet());
        Assert.Empty(used.Except(main.StyleDefinitionsPart.Styles!.Elements<Style>().Select(s => s.StyleId!.Value!)));
        Assert.All(body.Elements<Table>(), t => Assert.NotNull(t.Elements<TableRow>().First().TableRowProperties!.GetFirstChild<TableHeader>()));
        Assert.All(body.Elements<Table>(), t => Assert.False(string.IsNullOrEmpty(t.GetFirstChild<TableProperties>()!.TableCaption?.Val?.Value)));
        Assert.All(body.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.DocProperties>(), d => Assert.False(string.IsNullOrEmpty(d.Description?.Value)));
        Assert.Contains("PAGE", main.FooterParts.Single().Footer.Descendants<SimpleField>().Select(f => f.Instruction!.Value!.Trim()));
    }

    [Fact]
    public async Task A_status_is_told_by_sign_and_word()
    {
        using var stream = new MemoryStream(await WriteAsync("oktober"));
        using var document = WordprocessingDocument.Open(stream, isEditable: false);

        Assert.Contains("▲ I riskzonen", document.MainDocumentPart!.Document.Body!.Descendants<Text>().Select(t => t.Text));
    }

    // No meeting goes without its paper for what somebody pasted into a comment.
    [Fact]
    public async Task A_character_that_xml_can_not_hold_is_replaced()
    {
        var summary = Samples.FirstPaper("Klart\u0001 \ud800 \U0001F600 & <b>");

        using var stream = new MemoryStream((await new DocxPaperWriter().WriteAsync(summary, default)).ToArray());
        using var document = WordprocessingDocument.Open(stream, isEditable: false);

        Assert.Contains("Klart\ufffd \ufffd \U0001F600 & <b>", document.MainDocumentPart!.Document.Body!.InnerText, StringComparison.Ordinal);
    }

    private static async Task<byte[]> WriteAsync(string name)
    {
        var bytes = (await new DocxPaperWriter().WriteAsync(Samples.All[name](), default)).ToArray();
        Samples.Keep($"{name}.docx", bytes);
        return bytes;
    }
}
