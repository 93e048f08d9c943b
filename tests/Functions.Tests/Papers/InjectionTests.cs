using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using Hsvo.Domain.Meetings;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Statuses;
using Hsvo.Domain.Summaries;
using Hsvo.Functions.Mapping;
using Hsvo.Functions.Pages;
using Hsvo.Functions.Pages.Board;
using Hsvo.Functions.Papers;
using Hsvo.Plans;
using Hsvo.UseCases;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hsvo.Functions.Tests.Papers;

/// <summary>
/// Whatever people write, in a plan or in an answer, is text and nothing else in what is opened by browsers, Word and Excel: the document has the very same
/// parts as with a text of letters alone, and no cell starts a formula.
/// </summary>
public sealed class InjectionTests
{
    private const int Texts = 40;

    private static readonly string[] Pieces =
    [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</td></table>", "</w:t></w:r>", "<w:instrText>", "<!--", "-->", "]]>", "<![CDATA[", "<?xml?>", "&lt;", "&#60;", "&amp;", "&nbsp;", "&",
        "\"", "'", "`", "\" onmouseover=\"x", "javascript:alert(1)", "{{7*7}}", "@(1+1)", "${x}", "=1+1", "=cmd|'/c calc'!A1", "+1", "-1", "@SUM(A1)", "＝1", "＋1", "－1", "＠x", "\t=1", "\n=1", "\r\n=1",
        ";", ",", "\";=1;\"", "\"\"", "DDEAUTO c:\\\\x", "%0d%0a=1", "å", "𝄞", " ", "x",
    ];

    private static readonly Gen<string> Nasty = from pieces in Gen.Elements(Pieces).ListOf() select string.Concat(pieces.Take(6)) + Gen.Elements(Pieces).Sample(1).Single();

    [Fact]
    public async Task A_page_and_a_word_document_have_no_part_that_a_text_brought()
    {
        foreach (var text in Nasty.Sample(Texts))
        {
            var (nasty, plain) = (PaperOf(text), PaperOf(Letters(text)));

            Assert.Equal(TagsOf(await HtmlOfAsync(plain)), TagsOf(await HtmlOfAsync(nasty)));
            Assert.Equal(ElementsOf(await DocxOfAsync(plain)), ElementsOf(await DocxOfAsync(nasty)));
            Assert.Contains(OnOneLine(text), OnOneLine(TextOf(await HtmlOfAsync(nasty))), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_first_page_has_no_part_that_a_plan_brought()
    {
        foreach (var text in Nasty.Sample(Texts))
        {
            var nasty = await FirstPageOfAsync(PlanOf(text));

            Assert.Equal(TagsOf(await FirstPageOfAsync(PlanOf(Letters(text)))), TagsOf(nasty));
            Assert.Contains(OnOneLine(text), OnOneLine(TextOf(nasty)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void No_cell_of_a_spreadsheet_starts_a_formula_and_no_row_is_more_than_a_row()
    {
        foreach (var text in Nasty.Sample(Texts * 5))
        {
            var plan = PlanOf(text);
            var status = StatusOf(plan);
            var unit = plan.FindDepartment("ubn")!;
            var row = plan.Node("2.1.4.i1");
            var missing = new MissingList(status.Today, [new(status, [new(unit, 1, [new(plan.GoalOf(row), row, ReportingStatus.Due) { Question = text }])])]);

            var rows = RowsOf(Encoding.UTF8.GetString(MissingCsv.Write(missing)));

            Assert.Equal([13, 13], rows.Select(r => r.Count));
            Assert.All(rows.SelectMany(r => r), cell => Assert.DoesNotMatch(@"\A[=+\-@\t\r\n]", cell));
            Assert.Equal(text, rows[1][10].StartsWith('\'') && !text.StartsWith('\'') ? rows[1][10][1..] : rows[1][10]);
        }
    }

    // What is a line break stays one: papers set it as one.
    private static string Letters(string text) => new([.. text.Select(c => c is '\n' or '\r' or '\t' or ' ' ? c : 'a')]);

    private static string OnOneLine(string text) => Regex.Replace(text, @"\s+", " ").Trim();

    private static Plan PlanOf(string text)
    {
        var plan = PlanLibrary.Hsvo2021;
        return plan with
        {
            Title = text,
            Nodes = [.. plan.Nodes.Select(n => n with { Text = text, Quote = text, Condition = n.Condition is null ? null : text, TargetGroup = n.TargetGroup is null ? null : text })],
            Departments = [.. plan.Departments.Select(d => d with { Name = text })],
        };
    }

    private static PlanStatus StatusOf(Plan plan)
    {
        var meeting = new Meeting { Id = "2021-05", Area = plan.Area, Date = new(2021, 5, 25), Agenda = [new(plan.Id, "2021-05")] };
        return PlanStatus.Compute(plan, new(plan.FindRound("2021-05")!, meeting, meeting.Timeline), [], new(2021, 5, 8));
    }

    private static MeetingSummary PaperOf(string text) => Samples.FirstPaper(text);

    private static async Task<string> HtmlOfAsync(MeetingSummary summary)
    {
        await using var services = new ServiceCollection().AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)).BuildServiceProvider();
        return Encoding.UTF8.GetString((await new HtmlPaperWriter(new(services, NullLoggerFactory.Instance)).WriteAsync(summary, default)).Span);
    }

    private static async Task<string> FirstPageOfAsync(Plan plan)
    {
        await using var services = new ServiceCollection().AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)).BuildServiceProvider();
        return Encoding.UTF8.GetString(await new PageRenderer(services, NullLoggerFactory.Instance).RenderAsync<BoardPage>(new PageContext(PageLanguage.Swedish, "/", [], new HashSet<Role>(), IsSignedIn: false), new()
        {
            [nameof(BoardPage.Feeds)] = new List<StatusFeed> { new(StatusOf(plan), null!, "1") },
            [nameof(BoardPage.Warnings)] = Array.Empty<MeetingWarning>(),
            [nameof(BoardPage.Meetings)] = Array.Empty<Meeting>(),
            [nameof(BoardPage.Today)] = new DateOnly(2021, 5, 8),
        }));
    }

    private static async Task<byte[]> DocxOfAsync(MeetingSummary summary) => (await new DocxPaperWriter().WriteAsync(summary, default)).ToArray();

    // Each tag with its attributes' names: a quotation mark that ends an attribute's value would show as another name.
    private static string TagsOf(string html) => string.Join('\n', Regex.Matches(html, "<[^>]*>").Select(t => Regex.Replace(t.Value, "\"[^\"]*\"", "\"\"")));

    private static string TextOf(string html) => WebUtility.HtmlDecode(Regex.Replace(html, "<[^>]*>", ""));

    private static string ElementsOf(byte[] docx)
    {
        using var zip = new ZipArchive(new MemoryStream(docx));
        return string.Join('\n', zip.Entries.Where(e => e.FullName.EndsWith(".xml", StringComparison.Ordinal) || e.FullName.EndsWith(".rels", StringComparison.Ordinal)).Select(e =>
        {
            using var part = e.Open();
            return $"{e.FullName}: {string.Join(' ', XDocument.Load(part).Descendants().Select(x => x.Name.LocalName))}";
        }));
    }

    // As a spreadsheet reads it (RFC 4180): quotes hold separators and line breaks, and two are one.
    private static List<List<string>> RowsOf(string csv)
    {
        var (rows, row, cell, isQuoted) = (new List<List<string>>(), new List<string>(), new StringBuilder(), false);
        for (var at = csv[0] == '\uFEFF' ? 1 : 0; at < csv.Length; at++)
        {
            switch (csv[at])
            {
                case '"' when isQuoted && at + 1 < csv.Length && csv[at + 1] == '"':
                    cell.Append(csv[++at]);
                    break;
                case '"':
                    isQuoted = !isQuoted;
                    break;
                case ';' when !isQuoted:
                    row.Add(cell.ToString());
                    cell.Clear();
                    break;
                case '\n' when !isQuoted:
                    row.Add(cell.ToString());
                    cell.Clear();
                    rows.Add(row);
                    row = [];
                    break;
                case '\r' when !isQuoted:
                    break;
                default:
                    cell.Append(csv[at]);
                    break;
            }
        }

        return rows;
    }
}
