using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace Hsvo.Functions.Spreadsheets;

/// <summary>What a number in a cell means by how it is shown: a day, a percentage, or the number.</summary>
internal sealed partial class XlsxFormats
{
    // Days since then; that spreadsheets think 1900 had a 29 February moves only days before March of it.
    private static readonly DateOnly Since = new(1899, 12, 30);
    private static readonly DateOnly Since1904 = new(1904, 1, 1);

    private readonly List<int> _formats = [];
    private readonly Dictionary<int, string> _codes = [];
    private readonly DateOnly _since;

    private XlsxFormats(DateOnly since) => _since = since;

    /// <summary>No formats at all.</summary>
    public static XlsxFormats None { get; } = new(Since);

    /// <summary>Reads a workbook's.</summary>
    public static XlsxFormats Read(XlsxFile file, string? part, bool is1904)
    {
        var formats = new XlsxFormats(is1904 ? Since1904 : Since);
        using var reader = part is null ? null : file.Read(part);
        var isOfCells = false;
        while (reader?.Read() == true)
        {
            if (reader.LocalName == "cellXfs")
            {
                isOfCells = reader.NodeType == XmlNodeType.Element;
            }
            else if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "xf" && isOfCells)
            {
                formats._formats.Add(IdIn(reader));
            }
            else if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "numFmt")
            {
                formats._codes[IdIn(reader)] = reader.GetAttribute("formatCode") ?? "";
            }
        }

        return formats;
    }

    /// <summary>The day that a number is; null for one that is none.</summary>
    public static DateOnly? DayOf(double number) => DayOf(number, Since);

    /// <summary>A day as a cell's number.</summary>
    public static string NumberOf(DateOnly day) => (day.DayNumber - Since.DayNumber).ToString(CultureInfo.InvariantCulture);

    /// <summary>What a cell's number means.</summary>
    /// <param name="number">The number.</param>
    /// <param name="style">The cell's style.</param>
    public SheetValue ValueOf(double number, string? style)
    {
        var id = int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < _formats.Count ? _formats[index] : 0;
        var code = Quoted().Replace(_codes.GetValueOrDefault(id, ""), "");
        if (id is (>= 14 and <= 17) or 22 || (id >= 164 && Day().IsMatch(code)))
        {
            return DayOf(number, _since) is { } day ? SheetValue.Of(day) : SheetValue.Of(number);
        }

        // 1,4 % is stored as 0.014.
        return id is 9 or 10 || code.Contains('%', StringComparison.Ordinal)
            ? SheetValue.Of($"{SheetValue.Of(Math.Abs(number) < 1e9 ? (double)((decimal)number * 100) : number * 100)} %")
            : SheetValue.Of(number);
    }

    private static DateOnly? DayOf(double number, DateOnly since) => number >= 1 && number < DateOnly.MaxValue.DayNumber - since.DayNumber ? since.AddDays((int)number) : null;

    private static int IdIn(XmlReader reader) => int.TryParse(reader.GetAttribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;

    // What stands in quotes, behind a backslash or in brackets is no code.
    [GeneratedRegex("""  "[^"]*"|\\.|\[[^\]]*\]  """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Quoted();

    // A day has a year or a day; 14:30 has neither.
    [GeneratedRegex("[yYdDåÅ]")]
    private static partial Regex Day();
}
