using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;

namespace Hsvo.Domain.Tests.Reports;

/// <summary>What a text may hold: it is kept for ever and shown on paper.</summary>
public sealed class WritingTests
{
    private static readonly IndicatorSpec InWords = new() { Kind = IndicatorKind.Qualitative };

    [Theory]
    [InlineData("Rad ett\nrad två\tmed tabb\r\n")]
    [InlineData("Åäö, émoji 😀 och العربية")]
    [InlineData("<script> & ”citat”")]
    public void Writing_of_any_kind_is_taken(string text) => Assert.Empty(FaultsOf(text));

    [Theory]
    [InlineData("noll\0", "U+0000")]
    [InlineData("klocka\a", "U+0007")]
    [InlineData("vertikal\vtabb", "U+000B")]
    [InlineData("c1\u0085slut", "U+0085")]
    [InlineData("vänd\u202Etext", "U+202E")]
    [InlineData("isolerad\u2066", "U+2066")]
    [InlineData("inget\uFFFE", "U+FFFE")]
    public void What_no_paper_can_show_is_refused_by_name_in_every_text(string text, string name)
    {
        var faults = FaultsOf(text);

        Assert.Equal(["comment", "reason", "value"], faults.Select(f => f.Field).Order(StringComparer.Ordinal));
        Assert.All(faults, f => Assert.Equal("text.character", f.Code));
        Assert.All(faults, f => Assert.Contains(name, f.Swedish, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("hög ", 0xD83D, " utan låg")]
    [InlineData("", 0xDE00, " låg utan hög")]
    [InlineData("sist hög ", 0xD83D, "")]
    [InlineData("😀", 0xDE00, "en låg till")]
    public void Half_a_character_is_refused(string before, int half, string after) =>
        Assert.Contains(FaultsOf(before + (char)half + after), f => f.Code == "text.character" && f.Swedish.Contains($"U+{half:X4}", StringComparison.Ordinal));

    [Fact]
    public void A_long_text_is_said_back_in_part() => Assert.Equal(new string('a', 64) + "…", Excerpt.Of(new('a', 4_000_000)));

    [Fact]
    public void What_is_said_back_ends_in_no_half_of_a_character() => Assert.Equal("ab…", Excerpt.Of("ab😀cd", 3));

    private static List<FieldError> FaultsOf(string text)
    {
        var faults = new List<FieldError>();
        AnswerReader.Read(InWords, new() { Value = SubmittedValue.Of(text), Comment = text, Reason = text }, isFinalRound: false, new(2021, 5, 3), faults);
        return faults;
    }
}
