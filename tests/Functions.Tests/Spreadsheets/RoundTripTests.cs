using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Hsvo.Domain.Reports;
using Hsvo.Domain.Statuses;
using Hsvo.Functions.Spreadsheets;
using Hsvo.TestKit.Builders;
using Hsvo.UseCases;

namespace Hsvo.Functions.Tests.Spreadsheets;

/// <summary>The format out is the format in: whatever answers a sheet is written with, it is read back with, from each file that a spreadsheet makes of it.</summary>
public sealed class RoundTripTests
{
    private static readonly string[] Pieces =
    [
        "=1+1", "=cmd|'/c calc'!A1", "+46 18", "-1", "@SUM(A1)", "\t=1", "'", "''", "'=1", "'text", ";", ",", "\t", "\"", "\"\"", "\r\n", "\n", "\r", "_x000D_", "_x005F_x000D_", "_x",
        "1,4", "1.4", "2021-05-31", "ja", "SANT", "sep=;", "<b>&amp;", "å", "Ö", "€", "–", "”", "x", " ", "\u00A0", "12 345", "maj-21",
    ];

    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    private static readonly (string Name, char Separator, Encoding Encoding)[] Saved =
    [
        ("CSV UTF-8", ';', new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)),
        ("CSV", ';', Windows1252),
        ("CSV with commas", ',', new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)),
        ("Unicode text", '\t', Encoding.Unicode),
        ("text with tabs", '\t', Windows1252),
    ];

    private static readonly Gen<string> Text = from pieces in Gen.Elements(Pieces).NonEmptyListOf()
                                               let text = string.Concat(pieces.Take(5)).Trim()
                                               select text.Length == 0 ? "x" : text;

    private static readonly Gen<string?> MaybeText = Gen.OneOf(Gen.Constant<string?>(null), Text.Select(t => (string?)t));

    private static readonly Gen<AnswerValue> YesOrNo = Gen.Elements(AnswerValue.Yes, AnswerValue.No);
    private static readonly Gen<AnswerValue> Count = Gen.Choose(0, int.MaxValue).Select(n => AnswerValue.Of(n));

    private static readonly Gen<AnswerValue> Share = Gen.OneOf(
        Gen.Choose(0, 10_000).Select(n => AnswerValue.Of(n / 100.0)),
        from denominator in Gen.Choose(1, 1_000_000)
        from numerator in Gen.Choose(0, denominator)
        let ratio = new Ratio(numerator, denominator)
        select AnswerValue.Of(ratio.Rounded) with { Ratio = ratio });

    private static readonly Gen<AnswerValue> Kronor = Gen.Choose(0, int.MaxValue).Select(n => AnswerValue.Of(n * 1000.0 / 7));

    private static readonly Gen<AnswerValue> Milestone = Gen.OneOf(
        Gen.Constant(AnswerValue.No), Gen.Choose(0, 7000).Select(d => AnswerValue.ReachedOn(Sheets.Today.AddDays(-d))));

    private static readonly Gen<Report[]> Answers = Gen.CollectToArray<Gen<Report?>, Report?>([
        Report("ja", YesOrNo.Select(Whole)), Report("haller-i", YesOrNo.Select(Whole)), Report("antal", Count.Select(Whole)), Report("andel", Share.Select(Whole)),
        Report("kronor", Kronor.Select(Whole)), Report("milstolpe", Milestone.Select(Whole)), Report("ord", Text.Select(t => Whole(AnswerValue.Words(t)))),
        Report("delar", Parts(Count, "forsta", "andra")), Report("ja-i-delar", Parts(YesOrNo, "a", "b"))], r => r).Select(r => r.OfType<Report>().ToArray());

    [Fact]
    public void Every_set_of_answers_comes_back_as_it_was_written_from_every_file()
    {
        Prop.ForAll(Answers.ToArbitrary(), answers =>
        {
            var sheet = Sheets.Of(answers);
            var csv = CsvSheetWriter.Write(sheet);

            AssertSame(answers, CsvSheetReader.Read(csv), "as it was handed out");
            AssertSame(answers, XlsxSheetReader.Read(XlsxSheetWriter.Write(sheet)), "XLSX");
            foreach (var (name, separator, encoding) in Saved.Where(s => CanHold(s.Encoding, answers)))
            {
                AssertSame(answers, CsvSheetReader.Read(Sheets.SavedAgain(csv, separator, encoding)), name);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));
    }

    [Fact]
    public void The_same_sheet_is_the_same_bytes()
    {
        var sheet = Sheets.Of(ReportBuilder.AReport("ja", Sheets.Unit));

        Assert.Equal(XlsxSheetWriter.Write(sheet), XlsxSheetWriter.Write(sheet));
        Assert.Equal(CsvSheetWriter.Write(sheet), CsvSheetWriter.Write(sheet));
    }

    [Fact]
    public void No_cell_of_a_csv_file_begins_as_a_formula_does()
    {
        foreach (var text in Text.Sample(300))
        {
            var sheet = Sheets.Of(ReportBuilder.AReport("ord", Sheets.Unit).Saying(AnswerValue.Words(text)).Build() with { Comment = text });

            using var csv = CsvHelper.CsvReader.Create(CsvSheetWriter.Write(sheet), new() { Separator = ';', HasHeader = false });
            while (csv.Read())
            {
                Assert.All(Enumerable.Range(0, csv.FieldCount).Select(csv.GetString).Where(f => f.Length > 0), f => Assert.False(f[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n', f));
            }
        }
    }

    [Fact]
    public void Whatever_is_done_to_a_file_it_is_read_or_refused()
    {
        var sheet = Sheets.Of(ReportBuilder.AReport("ord", Sheets.Unit).Saying(AnswerValue.Words("Det går som tänkt.")));
        var (csv, xlsx) = (CsvSheetWriter.Write(sheet), Unpacked.Of(XlsxSheetWriter.Write(sheet)));
        var changes = from at in Gen.Choose(0, 1_000_000) from bytes in Gen.ArrayOf(Gen.Choose(0, 255).Select(b => (byte)b)) from cut in Gen.Choose(0, 40) select (at, bytes, cut);

        Prop.ForAll(changes.ToArbitrary(), change =>
        {
            ReadOrRefuse(CsvSheetReader.Read(Changed(csv, change)));
            ReadOrRefuse(XlsxSheetReader.Read(Changed(xlsx.Packed(), change)));
            foreach (var part in xlsx.Parts)
            {
                ReadOrRefuse(XlsxSheetReader.Read(xlsx.With(part, Changed(xlsx[part], change)).Packed()));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    private static void ReadOrRefuse(Outcome<SheetTable> table)
    {
        if (table.Succeeded(out var read, out var failure) && SheetSubmission.Read(read).Succeeded(out var sheet, out failure))
        {
            sheet.For(Sheets.Plan, new(new("x", new HashSet<Role>(), Sheets.Unit, IsExample: false), Door.Api, DryRun: false, IsDraft: false, IdempotencyKey: null));
        }
        else
        {
            Assert.NotEmpty(failure!.Faults);
        }
    }

    private static byte[] Changed(byte[] file, (int At, byte[] Bytes, int Cut) change)
    {
        var at = change.At % (file.Length + 1);
        return [.. file[..at], .. change.Bytes, .. file[Math.Min(file.Length, at + change.Cut)..]];
    }

    private static Answer Whole(AnswerValue value) => new() { Value = value };

    private static Gen<Answer> Parts(Gen<AnswerValue> values, params string[] ids) =>
        Gen.CollectToArray(ids, id => values.Select(v => new PartAnswer(id, v))).Select(parts => new Answer { Parts = [.. parts] });

    private static Gen<Report?> Report(string indicator, Gen<Answer> answers) => Gen.OneOf(
        Gen.Constant<Report?>(null),
        from reason in Text select (Report?)(ReportBuilder.AReport(indicator, Sheets.Unit).NotApplicable(reason).Build() with { Revision = 3 }),
        from answer in answers
        from comment in MaybeText
        from assessment in Gen.Elements<Status?>(null, Status.AtRisk)
        let spec = Sheets.Plan.Node(indicator).Indicator!
        let allows = assessment is { } status && StatusRule.For(spec, answer, isFinalRound: false, Sheets.Today) is { IsFixed: false } rule && rule.Allows(status)
        select (Report?)(ReportBuilder.AReport(indicator, Sheets.Unit).Saying(answer with { Assessment = allows ? assessment : null }).Build() with { Comment = comment, Revision = 2 }));

    private static bool CanHold(Encoding encoding, Report[] answers)
    {
        try
        {
            return answers.SelectMany(a => a.Answer.Values.Select(v => v.Text).Append(a.Comment).Append(a.Reason)).All(t => encoding.GetByteCount(t ?? "") >= 0);
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }

    private static void AssertSame(Report[] written, Outcome<SheetTable> table, string file)
    {
        if (written.Length == 0)
        {
            Assert.Equal("sheet.empty", Sheets.FailureOf(table).Code);
            return;
        }

        var (_, submission) = Sheets.Read(table);
        Assert.Equal((file, Sheets.Plan.Id), (file, submission.Plan));
        Assert.Equal(written.Select(w => (w.Key, Revision: (int?)w.Revision)), submission.Rows.Select(r => (new ReportKey(r.Round!, r.Indicator!, r.Department!), r.Revision)));
        foreach (var (report, row) in written.Zip(submission.Rows))
        {
            var errors = new List<FieldError>(row.Faults);
            var answer = AnswerReader.Read(Sheets.Plan.Node(row.Indicator!).Indicator!, row.Answer, isFinalRound: false, Sheets.Today, errors);
            Assert.True(errors.Count == 0, $"{file}: {string.Join("; ", errors)} in {report}");
            Assert.True(answer!.SaysTheSameAs(report.Answer), $"{file}: {report.Answer} came back as {answer}");
            Assert.Equal((file, report.Comment, report.Answer.NotApplicable ? report.Reason : null), (file, row.Answer.Comment, row.Answer.Reason));
        }
    }
}
