using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Hsvo.Domain.Reports;

/// <summary>
/// Finds what looks like a personnummer or a samordningsnummer in a text: nobody is named in a follow-up, and what was never stored needs no masking.
/// </summary>
public static partial class Personnummer
{
    // A samordningsnummer has the day of birth and sixty.
    private const int CoordinationDays = 60;

    private const string Spaces = @" \u00A0\u2007\u202F";

    private static readonly SearchValues<char> PlainMarks = SearchValues.Create("-+ \u00A0\u2007\u202F");

    // The twenty-ninth of February always passes: ten digits don't say which century.
    private static readonly int[] DaysInMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

    /// <summary>Whether a text holds one, in ten or twelve digits.</summary>
    public static bool IsIn(string text) => Candidate().Matches(text).Any(IsOne);

    private static bool IsOne(Match match)
    {
        var (date, mark, last) = (match.Groups["date"].Value, match.Groups["mark"].Value, match.Groups["last"].Value);
        if (!IsDate(date))
        {
            return false;
        }

        // Ten digits in a row are as often a phone number, and 210503–0531 with a dash from a printed page is a span of days: there the check digit tells.
        var isPlain = mark.Length == 0 ? match.Groups["century"].Success : PlainMarks.Contains(mark[0]);
        return isPlain || HasCheckDigit(date + last);
    }

    private static bool IsDate(string date)
    {
        var (month, day) = (Number(date[2..4]), Number(date[4..6]));
        return month is >= 1 and <= 12 && (day > CoordinationDays ? day - CoordinationDays : day) is >= 1 and var d && d <= DaysInMonth[month - 1];
    }

    // Every other digit doubled, and the digits of it all summed to whole tens (Luhn).
    private static bool HasCheckDigit(string tenDigits) =>
        tenDigits.Select((digit, place) => (digit - '0') * (place % 2 == 0 ? 2 : 1)).Sum(n => (n / 10) + (n % 10)) % 10 == 0;

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    // Nothing but these digits: a longer row of them is some other number.
    [GeneratedRegex(@"(?<![0-9])(?<century>18|19|20)?(?<date>[0-9]{6})(?<mark>[-+\u2010-\u2015\u2212" + Spaces + @"]?)(?<last>[0-9]{4})(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Candidate();
}
