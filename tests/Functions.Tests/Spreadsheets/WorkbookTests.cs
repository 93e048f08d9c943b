using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Hsvo.Domain.Reports;
using Hsvo.Functions.Spreadsheets;
using static Hsvo.Functions.Tests.Spreadsheets.Sheets;

namespace Hsvo.Functions.Tests.Spreadsheets;

/// <summary>The workbook: what can be filled in, what is taken of what stands in it, and what is refused.</summary>
public sealed class WorkbookTests
{
    private const string Answers = "xl/worksheets/sheet1.xml";

    private static readonly XNamespace Ns = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private static readonly byte[] Workbook = XlsxSheetWriter.Write(Of());

    [Fact]
    public void Only_what_is_answered_can_be_written_in_and_there_is_no_password()
    {
        var sheet = Part(Workbook, Answers);
        var open = Part(Workbook, "xl/styles.xml").Descendants(Ns + "cellXfs").Single().Elements(Ns + "xf")
            .Select((x, i) => (x, i)).Where(x => x.x.Element(Ns + "protection")?.Attribute("locked")?.Value == "0").Select(x => x.i.ToString(null, null)).ToHashSet();

        var cells = sheet.Descendants(Ns + "c").Where(c => open.Contains(c.Attribute("s")!.Value)).Select(c => new string([.. c.Attribute("r")!.Value.TakeWhile(char.IsLetter)])).Distinct().Order();

        Assert.Equal(SheetColumns.All.Where(c => c.IsAnswer).Select(XlsxSheetWriter.LettersOf).Order(), cells);
        Assert.Equal("1", sheet.Descendants(Ns + "sheetProtection").Single().Attribute("sheet")!.Value);
        Assert.DoesNotContain(sheet.Descendants(Ns + "sheetProtection").Single().Attributes(), a => a.Name.LocalName is "password" or "hashValue");
    }

    [Fact]
    public void Ja_and_nej_and_the_assessments_that_the_answer_allows_are_chosen_from_lists()
    {
        var lists = Part(Workbook, Answers).Descendants(Ns + "dataValidation").Where(v => v.Attribute("type")?.Value == "list")
            .ToDictionary(v => v.Element(Ns + "formula1")!.Value, v => v.Attribute("sqref")!.Value.Split(' '));

        Assert.Equal(["I2", "I3", "I11", "I12"], lists["\"ja,nej\""]);
        Assert.Equal(["L3"], lists["\"I riskzonen,Efter plan\""]);
        Assert.Contains("L8", lists["\"Ej påbörjad,Enligt plan,I riskzonen,Efter plan,Klar\""]);
    }

    [Fact]
    public void The_document_says_its_title_and_language_and_how_it_is_filled_in()
    {
        var properties = Part(Workbook, "docProps/core.xml");

        Assert.Equal(["Verksamhetsplan HSVO 2021, omgången maj 2021", "sv-SE"], properties.Root!.Elements().Take(2).Select(e => e.Value));
        Assert.Contains("Fyll i de vita cellerna", Part(Workbook, "xl/worksheets/sheet2.xml").Root!.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("andel", """<c r="I5" t="s"><v>0</v></c>""", "1,4")]
    [InlineData("andel", """<c r="I5"><v>1.4</v></c>""", 1.4)]
    [InlineData("andel", """<c r="I5" s="9"><v>0.014</v></c>""", 1.4)]
    [InlineData("antal", """<c r="I4"><f>3+4</f><v>7</v></c>""", 7.0)]
    [InlineData("ja", """<c r="I2" t="b"><v>1</v></c>""", true)]
    [InlineData("ja", """<c r="I2" t="str"><f>IF(1,"ja","nej")</f><v>Ja</v></c>""", true)]
    [InlineData("milstolpe", """<c r="I7" s="5"><v>44316</v></c>""", "2021-04-30")]
    [InlineData("milstolpe", """<c r="I7"><v>44316</v></c>""", "2021-04-30")]
    [InlineData("milstolpe", """<c r="I7" t="d"><v>2021-04-30T00:00:00</v></c>""", "2021-04-30")]
    [InlineData("ord", """<c r="I8" t="inlineStr"><is><r><t>Det </t></r><r><t xml:space="preserve">går </t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c>""", "Det går ")]
    [InlineData("ord", """<c r="I8"><v>12.5</v></c>""", "12,5")]
    [InlineData("ord", """<c r="I8" t="inlineStr"><is><t>rad_x000A_två _xD800_ _xdfff_</t></is></c>""", "rad\ntvå _xD800_ _xdfff_")]
    public void What_the_cell_shows_is_the_answer(string indicator, string cell, object expected)
    {
        var (_, submission) = Read(XlsxSheetReader.Read(With(cell)));

        var row = Assert.Single(submission.Rows);
        Assert.Equal(indicator, row.Indicator);
        Assert.Equal(
            expected switch
            {
                bool truth => SubmittedValue.Of(truth),
                double number => SubmittedValue.Of(number),
                "1,4" => SubmittedValue.Of(1.4),
                _ => SubmittedValue.Of((string)expected),
            },
            row.Answer.Value);
    }

    [Theory]
    [InlineData("""<c r="I4"><f>A1/0</f></c>""", "rad 4, kolumn Svar")]
    [InlineData("""<c r="I4" t="e"><f>A1/0</f><v>#DIV/0!</v></c>""", "rad 4, kolumn Svar")]
    [InlineData("""<c r="N4" t="e"><v>#N/A</v></c>""", "rad 4, kolumn Kommentar")]
    public void A_formula_that_shows_nothing_is_told(string cell, string place)
    {
        var (sheet, submission) = Read(XlsxSheetReader.Read(With(cell)));

        Assert.Equal([("sheet.formula", place)], Assert.Single(submission.Rows).Faults.Select(f => (f.Code, sheet.PlaceOf($"/reports/0/{f.Field}"))));
    }

    [Theory]
    [InlineData("d mmm", "2021-04-30")]
    [InlineData("[$-41D]0", "44316")]
    [InlineData("0\\%", "44316")]
    [InlineData("0 %", "4431600 %")]
    public void A_number_is_what_its_format_shows(string code, string expected) => Assert.Equal(expected, ShownBy(code));

    [Fact]
    public void A_format_longer_than_a_spreadsheet_takes_shows_the_number() => Assert.Equal("44316", ShownBy($"{new string('[', 300)}yyyy"));

    private static string? ShownBy(string code)
    {
        var file = Unpacked.Of(With("""<c r="I8" s="10"><v>44316</v></c>"""))
            .With("xl/styles.xml", x => x.Replace("</x:cellXfs>", $"<x:xf numFmtId=\"999\"/></x:cellXfs><x:numFmt numFmtId=\"999\" formatCode=\"{code}\"/>", StringComparison.Ordinal));
        return Assert.Single(Read(XlsxSheetReader.Read(file.Packed())).Submission.Rows).Answer.Value?.Text;
    }

    [Fact]
    public void A_workbook_that_counts_from_1904_is_read_by_its_own_days()
    {
        var file = Unpacked.Of(With("""<c r="I7" s="5"><v>42854</v></c>""")).With("xl/workbook.xml", x => x.Replace("<x:bookViews", "<x:workbookPr date1904=\"1\"/><x:bookViews", StringComparison.Ordinal));

        Assert.Equal(SubmittedValue.Of("2021-04-30"), Assert.Single(Read(XlsxSheetReader.Read(file.Packed())).Submission.Rows).Answer.Value);
    }

    public static TheoryData<string, string> Refused => new()
    {
        { "no zip", "sheet.notXlsx" },
        { "empty", "sheet.notXlsx" },
        { "a zip of something else", "sheet.notXlsx" },
        { "a Word document", "sheet.notXlsx" },
        { "macros by their part", "sheet.macros" },
        { "macros by their type", "sheet.notXlsx" },
        { "xls", "sheet.old" },
        { "encrypted", "sheet.locked" },
        { "a bomb", "sheet.size" },
        { "too many parts", "sheet.size" },
        { "too many sheets", "sheet.size" },
        { "too many cells in all", "sheet.size" },
        { "too many texts", "sheet.size" },
        { "a part that packs too well", "sheet.size" },
        { "too many columns", "sheet.size" },
        { "an entity", "sheet.notXlsx" },
        { "broken XML", "sheet.notXlsx" },
        { "very deep XML", "sheet.headings" },
        { "a text that isn't there", "sheet.notXlsx" },
        { "two sheets with answers", "sheet.several" },
        { "no headings", "sheet.headings" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_wrong_file_is_refused_and_says_why(string what, string code) => Assert.Equal(code, FailureOf(XlsxSheetReader.Read(Wrong(what))).Code);

    [Theory]
    [InlineData(Answers, "sheet.notXlsx")]
    [InlineData("xl/styles.xml", "sheet.notXlsx")]
    [InlineData("xl/_rels/workbook.xml.rels", "sheet.notXlsx")]
    [InlineData("[Content_Types].xml", "sheet.empty")] // Read no further than to the workbook.
    public void A_part_that_unpacks_to_more_than_it_says_costs_no_more_than_it_says(string part, string code)
    {
        const int Size = 60_000_000;
        var bomb = Unpacked.Of(Workbook).With(part, x => x.Insert(x.LastIndexOf("</", StringComparison.Ordinal), new string(' ', Size))).PackedLying(part, 20_000);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var failure = FailureOf(XlsxSheetReader.Read(bomb));

        Assert.Equal(code, failure.Code);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Size / 10);
    }

    [Fact]
    public void A_part_that_says_that_it_unpacks_to_more_than_it_does_is_read_as_it_is() =>
        Assert.Equal("sheet.empty", FailureOf(XlsxSheetReader.Read(Unpacked.Of(Workbook).PackedLying(Answers, 900_000))).Code);

    private static byte[] Wrong(string what)
    {
        var good = Unpacked.Of(Workbook);
        return what switch
        {
            "no zip" => "hej"u8.ToArray(),
            "empty" => [],
            "a zip of something else" => good.With("[Content_Types].xml", x => "<Types/>").Packed(),
            "a Word document" => good.With("[Content_Types].xml", x => x.Replace("spreadsheetml.sheet.main", "wordprocessingml.document.main", StringComparison.Ordinal)).Packed(),
            "macros by their part" => good.With("xl/vbaProject.bin", [1]).Packed(),
            "macros by their type" => good.With("[Content_Types].xml", x => x.Replace("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "application/vnd.ms-excel.sheet.macroEnabled.main+xml", StringComparison.Ordinal)).Packed(),
            "xls" => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[512]],
            "encrypted" => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[512], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[512]],
            "a bomb" => good.With("xl/sharedStrings.xml", new byte[70_000_000]).Packed(),
            "too many parts" => Enumerable.Range(0, 600).Aggregate(good, (f, i) => f.With($"xl/{i}.xml", [])).Packed(),
            "too many sheets" => Named(good, 19).Packed(),
            "too many cells in all" => good.With("xl/worksheets/sheet2.xml", x => WithRows(x, 300_000)).With(Answers, x => WithRows(x, 300_000)).Packed(),
            "too many texts" => Unpacked.Of(With("<c r=\"I4\"><v>9</v></c>")).With("xl/sharedStrings.xml", Encoding.UTF8.GetBytes($"<sst>{string.Concat(Enumerable.Repeat("<si/>", 500_001))}</sst>")).Packed(),
            "a part that packs too well" => good.With("docProps/app.xml", new byte[2_000_000]).Packed(),
            "too many columns" => With("""<c r="XFD4"><v>1</v></c>"""),
            "an entity" => good.With(Answers, x => x.Replace("<x:worksheet", "<!DOCTYPE x [<!ENTITY a \"b\">]><x:worksheet", StringComparison.Ordinal)).Packed(),
            "broken XML" => good.With(Answers, x => x[..(x.Length / 2)]).Packed(),
            "very deep XML" => good.With(Answers, x => string.Concat(Enumerable.Repeat("<a>", 120_000)) + string.Concat(Enumerable.Repeat("</a>", 120_000))).Packed(),
            "a text that isn't there" => With("""<c r="I4" t="s"><v>9</v></c>"""),
            "two sheets with answers" => good.With("xl/worksheets/sheet2.xml", good[Answers]).Packed(),
            _ => good.With(Answers, x => x.Replace("Indikator-id", "Id", StringComparison.Ordinal)).Packed(),
        };
    }

    [Fact]
    public void A_part_that_several_sheets_name_is_read_once() =>
        Assert.Equal(SubmittedValue.Of(7), Assert.Single(Read(XlsxSheetReader.Read(Named(Unpacked.Of(With("<c r=\"I4\"><v>7</v></c>")), 18).Packed())).Submission.Rows).Answer.Value);

    // The sheet with the answers is named that many times more.
    private static Unpacked Named(Unpacked file, int times) => file.With("xl/workbook.xml", x =>
    {
        var first = XDocument.Parse(x).Descendants(Ns + "sheet").First().ToString(SaveOptions.DisableFormatting);
        return x.Replace("</x:sheets>", string.Concat(Enumerable.Repeat(first, times)) + "</x:sheets>", StringComparison.Ordinal);
    });

    private static string WithRows(string sheet, int rows) =>
        sheet.Replace("</x:sheetData>", string.Concat(Enumerable.Repeat("<row/>", rows)) + "</x:sheetData>", StringComparison.Ordinal);

    // The template with one cell filled in as a spreadsheet would.
    private static byte[] With(string cell)
    {
        var place = cell.Split('"')[1];
        var file = Unpacked.Of(Workbook);
        var filled = file.With(Answers, x =>
        {
            var sheet = XDocument.Parse(x);
            var made = XElement.Parse($"<row xmlns=\"{Ns}\">{cell}</row>").Elements().Single();
            var row = sheet.Descendants(Ns + "row").Single(r => r.Attribute("r")!.Value == place.TrimStart([.. "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]));
            var there = row.Elements().FirstOrDefault(c => c.Attribute("r")!.Value == place);
            if (there is null)
            {
                row.Add(made);
            }
            else
            {
                there.ReplaceWith(made);
            }

            return sheet.ToString(SaveOptions.DisableFormatting);
        });
        var xfs = "<x:xf numFmtId=\"10\" xfId=\"0\" applyNumberFormat=\"1\"/></x:cellXfs>";
        return filled
            .With("xl/styles.xml", x => x.Replace("</x:cellXfs>", xfs, StringComparison.Ordinal))
            .With("xl/sharedStrings.xml", Encoding.UTF8.GetBytes($"<sst xmlns=\"{Ns}\"><si><t>1,4</t></si></sst>"))
            .With("xl/_rels/workbook.xml.rels", x => x.Replace("</Relationships>",
                "<Relationship Id=\"rId9\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>", StringComparison.Ordinal))
            .Packed();
    }

    private static XDocument Part(byte[] file, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        using var part = zip.GetEntry(name)!.Open();
        return XDocument.Load(part);
    }
}
