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

    // The longest code that a spreadsheet takes.
    private const int MaxCode = 255;

    private readonly List<int> _formats = [];
    private readonly Dictionary<int, Shown> _shown = [];
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
                var id = IdIn(reader);
                formats._shown[id] = ShownBy(id, reader.GetAttribute("formatCode") is { Length: <= MaxCode } code ? Quoted().Replace(code, "") : "");
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
        return (_shown.TryGetValue(id, out var own) ? own : ShownBy(id, "")) switch
        {
            Shown.Day when DayOf(number, _since) is { } day => SheetValue.Of(day),

            // 1,4 % is stored as 0.014.
            Shown.Percentage => SheetValue.Of($"{SheetValue.Of(Math.Abs(number) < 1e9 ? (double)((decimal)number * 100) : number * 100)} %"),
            _ => SheetValue.Of(number),
        };
    }

    private static Shown ShownBy(int id, string code) =>
        id is (>= 14 and <= 17) or 22 || (id >= 164 && Day().IsMatch(code)) ? Shown.Day
        : id is 9 or 10 || code.Contains('%', StringComparison.Ordinal) ? Shown.Percentage
        : Shown.Number;

    private static DateOnly? DayOf(double number, DateOnly since) => number >= 1 && number < DateOnly.MaxValue.DayNumber - since.DayNumber ? since.AddDays((int)number) : null;

    private static int IdIn(XmlReader reader) => int.TryParse(reader.GetAttribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;

    // What stands in quotes, behind a backslash or in brackets is no code.
    [GeneratedRegex("""  "[^"]*"|\\.|\[[^\]]*\]  """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Quoted();

    // A day has a year or a day; 14:30 has neither.
    [GeneratedRegex("[yYdDåÅ]")]
    private static partial Regex Day();

    private enum Shown
    {
        Number,
        Day,
        Percentage,
    }
}
