using FsCheck;
using FsCheck.Fluent;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;

namespace Hsvo.Domain.Tests.Reports;

/// <summary>The numbers here are made up: 19811228-9874 and 701063-2391 are the tax agency's own examples, or differ from such in a digit.</summary>
public sealed class PersonnummerTests
{
    private static readonly IndicatorSpec InWords = new() { Kind = IndicatorKind.Qualitative };

    private static readonly Gen<string> ADate =
        from year in Gen.Choose(0, 99)
        from month in Gen.Choose(1, 12)
        from day in Gen.Choose(1, 28)
        from days in Gen.Elements(0, 60)
        select $"{year:00}{month:00}{day + days:00}";

    private static readonly Gen<string> Around = Gen.Elements("", " ", "(", ")", "nr ", " och", ".", ":", "å", "\n", "x");

    [Theory]
    [InlineData("811228-9874")]
    [InlineData("811228+9874")]
    [InlineData("811228 9874")]
    [InlineData("8112289874")]
    [InlineData("19811228-9874")]
    [InlineData("19811228+9874")]
    [InlineData("19811228 9874")]
    [InlineData("198112289874")]
    [InlineData("18811228-9874")]
    [InlineData("20040229-1234")]
    [InlineData("811228–9874")]
    [InlineData("811228\u00A09874")]
    [InlineData("701063-2391")]
    [InlineData("197010632391")]
    [InlineData("Gäller pnr:811228-9874, se akten.")]
    [InlineData("811228-0000")]
    [InlineData("198112280000")]
    public void What_looks_like_a_number_of_a_person_is_found(string text) => Assert.True(Personnummer.IsIn(text));

    [Theory]
    [InlineData("UBN-2020-08327")]
    [InlineData("RS 2021-00512, ALN-2019-00123")]
    [InlineData("Dnr 123/2020")]
    [InlineData("0701234567")]
    [InlineData("070-123 45 67")]
    [InlineData("+46701234567")]
    [InlineData("018-727 00 00")]
    [InlineData("0187270000")]
    [InlineData("212000-3005")]
    [InlineData("2021-05-03")]
    [InlineData("20210503")]
    [InlineData("210503")]
    [InlineData("2021-05-03–2021-06-30")]
    [InlineData("20210503-20210630")]
    [InlineData("210503–0531")]
    [InlineData("1 570 000 kr och 144 000 kr")]
    [InlineData("1570000000")]
    [InlineData("1012010000 kr")]
    [InlineData("3447 personer, 985 över målet")]
    [InlineData("811328-9874")]
    [InlineData("811232-9874")]
    [InlineData("811292-9874")]
    [InlineData("810230-9874")]
    [InlineData("811200-9874")]
    [InlineData("17811228-9874")]
    [InlineData("8112289875")]
    [InlineData("81122898745")]
    [InlineData("1198112289874")]
    [InlineData("811228\n9874")]
    [InlineData("")]
    public void Other_numbers_pass(string text) => Assert.False(Personnummer.IsIn(text));

    [Fact]
    public void However_it_is_written_and_wherever_it_stands_it_is_found() =>
        Prop.ForAll(
            (from date in ADate
             from number in Gen.Choose(0, 999)
             from century in Gen.Elements("", "19", "20")
             from mark in Gen.Elements("", "-", "+", " ")
             from before in Around
             from after in Around
             select before + century + date + mark + $"{number:000}{CheckDigit(date + $"{number:000}")}" + after).ToArbitrary(),
            Personnummer.IsIn).QuickCheckThrowOnFailure();

    [Fact]
    public void Ten_digits_in_a_row_with_another_check_digit_pass() =>
        Prop.ForAll(
            (from date in ADate from number in Gen.Choose(0, 999) from off in Gen.Choose(1, 9) select (date, number, off)).ToArbitrary(),
            t => !Personnummer.IsIn($"{t.date}{t.number:000}{(CheckDigit($"{t.date}{t.number:000}") + t.off) % 10}")).QuickCheckThrowOnFailure();

    [Fact]
    public void Mobile_numbers_of_every_usual_form_pass() =>
        Prop.ForAll(
            (from prefix in Gen.Elements("072", "073", "076", "079")
             from number in Gen.Choose(0, 9_999_999)
             from form in Gen.Elements("{0}{1}", "{0}-{1}", "{0} {1}", "+46 {0}{1}")
             select string.Format(null, form, prefix, $"{number:0000000}")).ToArbitrary(),
            text => !Personnummer.IsIn(text)).QuickCheckThrowOnFailure();

    [Fact]
    public void Days_diarienummer_and_amounts_of_every_size_pass() =>
        Prop.ForAll(
            (from days in Gen.Choose(0, 36_000)
             from number in Gen.Choose(0, 99_999)
             from amount in Gen.Choose(0, int.MaxValue)
             let day = new DateOnly(1950, 1, 1).AddDays(days)
             select $"{day:yyyy-MM-dd} {day:yyyyMMdd}, UBN-{day:yyyy}-{number:00000}, {amount.ToString("#,0", Swedish)} kr").ToArbitrary(),
            text => !Personnummer.IsIn(text)).QuickCheckThrowOnFailure();

    [Fact]
    public void In_a_comment_a_reason_or_an_answer_in_words_it_is_refused_and_never_said_back()
    {
        const string Text = "Gäller 811228-9874.";
        var faults = new List<FieldError>();

        var answer = AnswerReader.Read(InWords, new() { Value = SubmittedValue.Of(Text), Comment = Text, Reason = Text }, false, new(2021, 5, 3), faults);

        Assert.Null(answer);
        Assert.Equal(["comment", "reason", "value"], faults.Select(f => f.Field).Order(StringComparer.Ordinal));
        Assert.All(faults, f => Assert.Equal("text.personnummer", f.Code));
        Assert.All(faults, f => Assert.DoesNotContain("9874", f.Swedish + f.English, StringComparison.Ordinal));
    }

    private static readonly System.Globalization.NumberFormatInfo Swedish = new() { NumberGroupSeparator = "\u00A0" };

    // Said in other words than the rule's: nine digits, each weighed 2 and 1 by turns.
    private static int CheckDigit(string nine)
    {
        var sum = 0;
        for (var i = 0; i < 9; i++)
        {
            var weighed = (nine[i] - '0') * (i % 2 == 0 ? 2 : 1);
            sum += weighed > 9 ? weighed - 9 : weighed;
        }

        return (10 - (sum % 10)) % 10;
    }
}
