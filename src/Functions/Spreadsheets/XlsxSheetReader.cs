using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using Hsvo.UseCases;

namespace Hsvo.Functions.Spreadsheets;

/// <summary>
/// Reads an answer sheet from a workbook. Of a formula its value is taken, which is what whoever filled it in saw; one that was never reckoned, or that
/// shows an error, is a fault of its cell.
/// </summary>
internal sealed partial class XlsxSheetReader
{
    // Excel's own limit of a cell.
    private const int MaxText = 32_767;

    // An answer sheet has one for answers and one that tells how; people add a few of their own.
    private const int MaxSheets = 20;

    // Of all sheets together, rows and cells, with something in them or not; and of all texts.
    private const int MaxCells = SheetTable.MaxRows * SheetTable.MaxColumns;

    private readonly XlsxFile _file;
    private readonly List<string> _texts = [];
    private XlsxFormats _formats = XlsxFormats.None;
    private int _cells;

    private XlsxSheetReader(XlsxFile file) => _file = file;

    /// <summary>Reads its rows.</summary>
    public static Outcome<SheetTable> Read(byte[] bytes)
    {
        try
        {
            if (!XlsxFile.Open(bytes).Succeeded(out var file, out var failure))
            {
                return failure;
            }

            using (file)
            {
                return new XlsxSheetReader(file).ReadSheets();
            }
        }
        catch (Exception e) when (e is XmlException or InvalidDataException or IOException or NotSupportedException)
        {
            // Whatever is in the file, nobody but its sender has to mend it.
            return SheetFailures.NotXlsx;
        }
    }

    private Outcome<SheetTable> ReadSheets()
    {
        var related = _file.RelatedTo(_file.WorkbookPart);
        var (sheets, is1904) = ReadWorkbook();
        if (sheets.Count > MaxSheets || !ReadTexts(related.Values.FirstOrDefault(r => r.Type == "sharedStrings").Part))
        {
            return SheetFailures.TooLarge;
        }

        _formats = XlsxFormats.Read(_file, related.Values.FirstOrDefault(r => r.Type == "styles").Part, is1904);

        var (found, names) = (new List<IReadOnlyList<SheetRow>>(), new List<string>());
        foreach (var (name, part) in sheets.Select(s => (s.Name, Part: related.GetValueOrDefault(s.Id))).Where(s => s.Part.Type == "worksheet").DistinctBy(s => s.Part.Part))
        {
            if (ReadRows(part.Part) is not { } rows)
            {
                return SheetFailures.TooLarge;
            }

            if (SheetTable.HasHeadings(rows))
            {
                found.Add(rows);
                names.Add(name);
            }
        }

        // Answers in a sheet that is left aside would be lost in silence.
        if (found.Count > 1)
        {
            var all = string.Join(", ", names.Select(n => Domain.Reports.Excerpt.Of(n)));
            return SheetFailures.Of("sheet.several",
                $"Arbetsboken har flera blad med svar: {all}. Skicka ett blad åt gången.", $"The workbook has several sheets with answers: {all}. Send one sheet at a time.");
        }

        return SheetTable.Read(found is [var only] ? only : []);
    }

    // False when there are too many.
    private bool ReadTexts(string? part)
    {
        using var reader = part is null ? null : _file.Read(part);
        while (reader?.Read() == true)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "si" })
            {
                _texts.Add(InertText.Read(TextIn(reader)));
                if (_texts.Count > MaxCells)
                {
                    return false;
                }
            }
        }

        return true;
    }

    private (List<(string Name, string Id)> Sheets, bool Is1904) ReadWorkbook()
    {
        var (sheets, is1904) = (new List<(string, string)>(), false);
        using var reader = _file.Read(_file.WorkbookPart);
        while (reader?.Read() == true)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "workbookPr" })
            {
                is1904 = reader.GetAttribute("date1904") is "1" or "true";
            }
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "sheet" })
            {
                sheets.Add((reader.GetAttribute("name") ?? "", RelationOf(reader)));
            }
        }

        return (sheets, is1904);
    }

    // The relationship's id is in the strict format's namespace or in the usual one.
    private static string RelationOf(XmlReader reader)
    {
        for (var found = reader.MoveToFirstAttribute(); found; found = reader.MoveToNextAttribute())
        {
            if (reader.LocalName == "id" && reader.NamespaceURI.EndsWith("/relationships", StringComparison.Ordinal))
            {
                var id = reader.Value;
                reader.MoveToElement();
                return id;
            }
        }

        reader.MoveToElement();
        return "";
    }

    // Null when there are too many.
    private List<SheetRow>? ReadRows(string part)
    {
        var rows = new List<SheetRow>();
        var (number, place, cells) = (0, -1, new Dictionary<int, SheetValue>());
        using var reader = _file.Read(part);
        while (reader?.Read() == true)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "row" or "c" } && ++_cells > MaxCells)
            {
                return null;
            }

            if (reader is { NodeType: XmlNodeType.Element, LocalName: "row" })
            {
                Keep();
                number = int.TryParse(reader.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var said) ? said : number + 1;
                (place, cells) = (-1, []);
            }
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "c" })
            {
                place = PlaceOf(reader.GetAttribute("r")) ?? (place + 1);
                if (ReadCell(reader) is { IsEmpty: false } value)
                {
                    if (place >= SheetTable.MaxColumns || rows.Count >= SheetTable.MaxRows)
                    {
                        return null;
                    }

                    cells[place] = value;
                }
            }
        }

        Keep();
        return rows;

        void Keep()
        {
            if (cells.Count > 0)
            {
                rows.Add(new(number, cells));
            }
        }
    }

    private SheetValue ReadCell(XmlReader reader)
    {
        var (type, style) = (reader.GetAttribute("t"), reader.GetAttribute("s"));
        var (text, inline, isFormula) = (default(string), default(string), false);
        if (!reader.IsEmptyElement)
        {
            var depth = reader.Depth;
            while (reader.Read() && reader.Depth > depth)
            {
                switch (reader)
                {
                    case { NodeType: XmlNodeType.Element, LocalName: "v" }:
                        text = reader.IsEmptyElement ? "" : PlainIn(reader);
                        break;
                    case { NodeType: XmlNodeType.Element, LocalName: "is" }:
                        inline = TextIn(reader);
                        break;
                    case { NodeType: XmlNodeType.Element, LocalName: "f" }:
                        isFormula = true;
                        break;
                }
            }
        }

        return (type, text) switch
        {
            ("inlineStr", _) => SheetValue.Of(InertText.Read(inline ?? "")),
            (_, null or "") => isFormula && type != "str" ? new SheetValue { Fault = "formel utan värde" } : default,
            ("s", _) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < _texts.Count
                ? SheetValue.Of(_texts[index])
                : throw new InvalidDataException("A cell's text isn't there."),
            ("str", _) => SheetValue.Of(InertText.Read(Decoded(text))),
            ("b", _) => new SheetValue(null, Truth: text == "1"),
            ("e", _) => new SheetValue { Fault = Domain.Reports.Excerpt.Of(text) },
            ("d", _) => DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at) ? SheetValue.Of(DateOnly.FromDateTime(at)) : SheetValue.Of(text),
            _ => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
                ? _formats.ValueOf(number, style)
                : throw new InvalidDataException("A cell's number is none."),
        };
    }

    // What stands in <t>, in one piece or in runs of different looks; how it is pronounced (rPh) is left aside.
    private static string TextIn(XmlReader reader)
    {
        if (reader.IsEmptyElement)
        {
            return "";
        }

        var (text, depth) = (new StringBuilder(), reader.Depth);
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "rPh" })
            {
                PlainIn(reader);
            }
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "t" })
            {
                text.Append(PlainIn(reader));
            }
        }

        return text.Length <= MaxText ? Decoded(text.ToString()) : throw new InvalidDataException("A cell's text is longer than a cell can hold.");
    }

    // All characters below an element, which the reader then stands at the end of.
    private static string PlainIn(XmlReader reader)
    {
        if (reader.IsEmptyElement)
        {
            return "";
        }

        var (text, depth) = (new StringBuilder(), reader.Depth);
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
            {
                text.Append(reader.Value);
            }
        }

        return text.ToString();
    }

    // ECMA-376, ST_Xstring: what XML can't hold is written _x000D_. Half a character is none: it stays as it is written.
    private static string Decoded(string text) => text.Contains("_x", StringComparison.Ordinal)
        ? Escaped().Replace(text, e => ((char)ushort.Parse(e.Groups["code"].ValueSpan, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToString())
        : text;

    private static int? PlaceOf(string? reference)
    {
        var place = 0;
        foreach (var letter in (reference ?? "").TakeWhile(char.IsAsciiLetterUpper).Take(4))
        {
            place = (place * 26) + (letter - 'A' + 1);
        }

        return place == 0 ? null : place - 1;
    }

    [GeneratedRegex("_x(?<code>(?![Dd][89A-Fa-f])[0-9A-Fa-f]{4})_")]
    private static partial Regex Escaped();
}
