using System.Text;
using Hsvo.Domain.Reports;
using Hsvo.Domain.Statuses;
using Hsvo.Functions.Spreadsheets;
using Hsvo.TestKit.Builders;
using static Hsvo.Functions.Tests.Spreadsheets.Sheets;

namespace Hsvo.Functions.Tests.Spreadsheets;

/// <summary>Answers are read as people in Sweden write them, and what can't be read is told by row and column.</summary>
public sealed class ReadingTests
{
    [Theory]
    [InlineData("ja")]
    [InlineData(" Ja ")]
    [InlineData("JA")]
    [InlineData("x")]
    [InlineData("SANT")]
    public void Ja_is_ja_however_it_is_written(string written) => Assert.Equal(SubmittedValue.Of(true), AnswerIn(Line("ja", written)).Value);

    [Theory]
    [InlineData("nej")]
    [InlineData("Nej")]
    [InlineData("FALSKT")]
    public void And_so_is_nej(string written) => Assert.Equal(SubmittedValue.Of(false), AnswerIn(Line("ja", written)).Value);

    [Theory]
    [InlineData("12", 12)]
    [InlineData("12,5", 12.5)]
    [InlineData("12.5", 12.5)]
    [InlineData("1 234 567", 1_234_567)]
    [InlineData("1\u00A0234,5", 1234.5)]
    [InlineData("1\u202F234", 1234)]
    [InlineData("1\u2009234", 1234)]
    [InlineData("1,5E+3", 1500)]
    [InlineData("1 234,50 kr", 1234.5)]
    public void A_number_is_read_as_it_is_written_in_Sweden(string written, double number) => Assert.Equal(SubmittedValue.Of(number), AnswerIn(Line("kronor", $"\"{written}\"")).Value);

    [Theory]
    [InlineData("1.234,5")]
    [InlineData("12 34")]
    [InlineData("1,234.5")]
    [InlineData("tolv")]
    [InlineData("12 %")]
    public void What_could_be_two_numbers_or_is_none_is_left_for_the_rules_to_refuse(string written) =>
        Assert.Equal(SubmittedValue.Of(written), AnswerIn(Line("antal", $"\"{written}\"")).Value);

    [Theory]
    [InlineData("1,4")]
    [InlineData("1,4 %")]
    [InlineData("1,4%")]
    [InlineData("1.4 procent")]
    public void A_percentage_may_say_so(string written) => Assert.Equal(SubmittedValue.Of(1.4), AnswerIn(Line("andel", written)).Value);

    [Theory]
    [InlineData("2021-04-30", "2021-04-30")]
    [InlineData(" 2021-04-30 ", "2021-04-30")]
    [InlineData("30/4 2021", "30/4 2021")]
    public void A_milestone_is_reached_on_a_day(string written, string expected) => Assert.Equal(SubmittedValue.Of(expected), AnswerIn(Line("milstolpe", written)).Value);

    [Theory]
    [InlineData("I riskzonen", Status.AtRisk)]
    [InlineData("i riskzonen", Status.AtRisk)]
    [InlineData("behind", Status.Behind)]
    public void An_assessment_is_said_in_Swedish_or_as_the_API_has_it(string written, Status expected) =>
        Assert.Equal(expected, AnswerIn(Line("ja", "nej", $";{written}", ";Bedömning")).Assessment);

    [Theory]
    [InlineData("2021-05")]
    [InlineData("maj-21")]
    [InlineData("maj 2021")]
    [InlineData("May-21")]
    public void A_round_that_a_spreadsheet_took_for_a_month_is_the_round(string written) =>
        Assert.Equal("2021-05", Assert.Single(Read(Csv(Line("ja", "ja").Replace("2021-05", written, StringComparison.Ordinal))).Submission.Rows).Round);

    [Fact]
    public void Columns_may_stand_in_any_order_and_case_below_a_title_and_over_empty_lines()
    {
        var (sheet, submission) = Read(Csv($"Våra svar\n\nsvar;INDIKATOR-ID; förvaltning ;omgång;plan;Mål\n\nja;ja;{Unit};{Round};{Plan.Id};Ett mål\n;haller-i;{Unit};{Round};{Plan.Id};\n\n;;;;;\n"));

        var row = Assert.Single(submission.Rows);
        Assert.Equal(("ja", SubmittedValue.Of(true)), (row.Indicator, row.Answer.Value));
        Assert.Equal("rad 5, kolumn Svar", sheet.PlaceOf("/reports/0/value"));
    }

    [Theory]
    [InlineData("sep=,\r\nPlan,Omgång,Förvaltning,Indikator-id,Svar\r\nhsvo-2021,2021-05,aln,ja,ja\r\n")]
    [InlineData("Plan\tOmgång\tFörvaltning\tIndikator-id\tSvar\nhsvo-2021\t2021-05\taln\tja\tja")]
    [InlineData("\"Plan\";\"Omgång\";\"Förvaltning\";\"Indikator-id\";\"Svar\"\n\"hsvo-2021\";\"2021-05\";\"aln\";\"ja\";\"ja\"\n\n\n")]
    public void Any_separator_will_do(string csv) => Assert.Equal(SubmittedValue.Of(true), AnswerIn(csv).Value);

    [Fact]
    public void A_file_that_is_no_UTF_8_is_in_Windows_own_letters()
    {
        var windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

        var table = CsvSheetReader.Read(windows.GetBytes(Line("ord", "Räksmörgås – 5 €")));

        Assert.Equal("Räksmörgås – 5 €", Assert.Single(Read(table).Submission.Rows).Answer.Value!.Value.Text);
    }

    [Fact]
    public void A_row_that_nothing_is_filled_in_on_answers_nothing()
    {
        var (_, submission) = Read(CsvSheetReader.Read(CsvSheetWriter.Write(Of(ReportBuilder.AReport("antal", Unit).Saying(AnswerValue.Of(7)), ReportBuilder.AReport("ja", Unit).In("2021-01")))));

        Assert.Equal(["antal"], submission.Rows.Select(r => r.Indicator));
    }

    [Fact]
    public void Of_a_compound_row_each_part_that_lacks_its_answer_is_told_on_its_own_line()
    {
        var (sheet, submission) = Read(Csv($"Plan;Omgång;Förvaltning;Indikator-id;Svar;Del-id;Kommentar\n{Plan.Id};{Round};{Unit};delar;;forsta;Vi väntar på siffror.\n{Plan.Id};{Round};{Unit};delar;;andra;\n"));

        var errors = new List<FieldError>();
        AnswerReader.Read(Plan.Node("delar").Indicator!, Assert.Single(submission.Rows).Answer, isFinalRound: false, Today, errors);

        Assert.Equal([("parts.missing", "rad 2, kolumn Svar"), ("parts.missing", "rad 3, kolumn Svar")], errors.Select(e => (e.Code, sheet.PlaceOf($"/reports/0/{e.Field}"))));
    }

    [Fact]
    public void Lines_of_one_row_that_differ_are_told()
    {
        var line = $"{Plan.Id};{Round};{Unit};delar";

        var (sheet, submission) = Read(Csv($"Plan;Omgång;Förvaltning;Indikator-id;Del-id;Svar;Kommentar\n{line};forsta;1;Så här\n{line};andra;2;Inte så\n"));

        Assert.Equal([("row.differs", "rad 3, kolumn Kommentar")], Assert.Single(submission.Rows).Faults.Select(f => (f.Code, sheet.PlaceOf($"/reports/0/{f.Field}"))));
    }

    [Theory]
    [InlineData(";oj", ";Revision", "field.type", "rad 2, kolumn Revision")]
    [InlineData(";kanske", ";Berör oss inte", "field.type", "rad 2, kolumn Berör oss inte")]
    [InlineData(";bra", ";Bedömning", "field.type", "rad 2, kolumn Bedömning")]
    [InlineData(";tre", ";Täljare", "field.type", "rad 2, kolumn Täljare")]
    public void A_cell_that_can_not_be_read_is_told(string cell, string heading, string code, string place)
    {
        var (sheet, submission) = Read(Csv(Line("andel", "5", cell, heading)));

        Assert.Equal([(code, place)], Assert.Single(submission.Rows).Faults.Select(f => (f.Code, sheet.PlaceOf($"/reports/0/{f.Field}"))));
    }

    [Fact]
    public void The_same_question_twice_is_told_on_the_later_row()
    {
        var line = Line("ja", "ja");

        var (sheet, submission) = Read(Csv(line + line.Split("\r\n")[1]));

        Assert.Equal([("row.duplicate", "rad 3")], Assert.Single(submission.Rows).Faults.Select(f => (f.Code, sheet.PlaceOf($"/reports/0/{f.Field}"))));
    }

    [Theory]
    [InlineData("Plan;Omgång;Förvaltning;Indikator-id;Svar;Kommentarer\n", "column.unknown", "rad 1, kolumn F")]
    [InlineData("Plan;Omgång;Förvaltning;Indikator-id;Svar;svar\n", "column.twice", "rad 1, kolumn F")]
    [InlineData("Plan;Indikator-id;Förvaltning;Svar\n", "column.missing", "rad 1")]
    [InlineData("Plan;Omgång;Förvaltning;Indikator-id;Svar\na;b;c;d;ja;också\n", "column.unknown", "rad 2, kolumn F")]
    [InlineData("Plan;Omgång;Förvaltning;Indikator-id;Svar\n", "sheet.empty", "")]
    [InlineData("Plan;Omgång;Förvaltning;Indikator-id;Svar\na;b;c;d;\n", "sheet.empty", "")]
    [InlineData("Plan;Omgång;Förvaltning;Indikator-id;Svar\n;b;c;d;ja\n", "field.required", "rad 2, kolumn Plan")]
    [InlineData("Plan;Omgång;Förvaltning;Indikator-id;Svar\na;b;c;d;ja\nb;b;c;e;ja\n", "plan.differs", "rad 3, kolumn Plan")]
    [InlineData("Plan;Omgång;Förvaltning;Indikator-id;Svar\na;b;c;d;\"ja\n", "sheet.quotes", "rad 2")]
    [InlineData("Hej\n", "sheet.headings", "")]
    [InlineData("", "sheet.headings", "")]
    [InlineData("\0", "sheet.notText", "")]
    public void A_sheet_that_can_not_be_read_says_why_and_where(string csv, string code, string place) =>
        Assert.Contains((code, place), FailureOf(Csv(csv)).Faults.Select(f => (f.Code, f.Pointer)));

    [Fact]
    public void More_than_a_sheet_can_hold_is_refused()
    {
        var rows = Line("ja", "ja") + string.Concat(Enumerable.Range(0, SheetTable.MaxRows).Select(i => $"p;r;d;i{i};ja\r\n"));

        Assert.Equal("sheet.size", FailureOf(Csv(rows)).Code);
        Assert.Equal("reports.count", FailureOf(Csv(rows[..40_000][..rows[..40_000].LastIndexOf('\r')])).Faults[0].Code);
    }
}
