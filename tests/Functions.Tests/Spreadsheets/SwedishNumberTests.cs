using Hsvo.Domain.Plans;
using Hsvo.Functions.Spreadsheets;

namespace Hsvo.Functions.Tests.Spreadsheets;

/// <summary>A number as people type it, in a form and in a sheet alike.</summary>
public sealed class SwedishNumberTests
{
    [Theory]
    [InlineData("1 234,5", IndicatorKind.Count, 1234.5)]
    [InlineData(" \u22123.5 ", IndicatorKind.Count, -3.5)]
    [InlineData("12\u00A0345 kr ", IndicatorKind.Amount, 12345.0)]
    [InlineData("5 Kronor", IndicatorKind.Amount, 5.0)]
    [InlineData("1,4%", IndicatorKind.Percentage, 1.4)]
    [InlineData("80 procent", IndicatorKind.Percentage, 80.0)]
    [InlineData("80 kr", IndicatorKind.Percentage, null)]
    [InlineData("12 %", IndicatorKind.Count, null)]
    [InlineData("1 2 3", IndicatorKind.Count, null)]
    [InlineData("1.234,5", IndicatorKind.Amount, null)]
    [InlineData("", IndicatorKind.Amount, null)]
    [InlineData("1e999", IndicatorKind.Count, null)]
    public void A_number_is_read_with_its_own_unit_alone(string text, IndicatorKind kind, double? expected) => Assert.Equal(expected, SwedishNumber.Read(text, kind));
}
