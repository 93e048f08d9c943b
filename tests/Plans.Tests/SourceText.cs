using System.Text;
using System.Text.RegularExpressions;

namespace Hsvo.Plans.Tests;

/// <summary>
/// The source document after the one normalisation that quotes are compared under: the markup that came with the text is taken out
/// (paragraph and italics tags, asterisks) and every run of white space is one space. Nothing else is changed.
/// Lines and table cells are remembered as ranges of the normalised text.
/// </summary>
internal sealed partial class SourceText
{
    private SourceText(string text, IReadOnlyList<SourceLine> lines) => (Text, Lines) = (text, lines);

    public string Text { get; }

    /// <summary>The lines that carry text.</summary>
    public IReadOnlyList<SourceLine> Lines { get; }

    public static string Path { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "Sources", "hsvo-2021.txt");

    public static SourceText Hsvo2021() => Parse(File.ReadAllText(Path));

    public static string Normalise(string raw) => WhiteSpace().Replace(Markup().Replace(raw, ""), " ").Trim();

    public static SourceText Parse(string raw)
    {
        var text = new StringBuilder();
        var lines = new List<SourceLine>();
        foreach (var line in raw.Split('\n'))
        {
            var cells = line.Split('\t').Select(cell => Append(text, Normalise(cell))).ToList();
            if (cells.Any(c => c.Length > 0))
            {
                lines.Add(new SourceLine(cells));
            }
        }

        return new SourceText(text.ToString(), lines);
    }

    public string At(TextSpan range) => Text[range.Start..range.End];

    /// <summary>The index of the one line that reads so.</summary>
    public int LineReading(string text) => Lines.Select((line, i) => (line, i)).Single(l => At(l.line.Whole) == text).i;

    private static TextSpan Append(StringBuilder text, string cell)
    {
        if (cell.Length == 0)
        {
            return new TextSpan(text.Length, text.Length);
        }

        if (text.Length > 0)
        {
            text.Append(' ');
        }

        text.Append(cell);
        return new TextSpan(text.Length - cell.Length, text.Length);
    }

    [GeneratedRegex(@"</?[pi]>|\*")]
    private static partial Regex Markup();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}

/// <summary>From and up to, but not with, a character of the normalised text.</summary>
internal readonly record struct TextSpan(int Start, int End)
{
    public int Length => End - Start;
}

/// <summary>A line's cells; a line of running text is one cell.</summary>
internal sealed record SourceLine(IReadOnlyList<TextSpan> Cells)
{
    public TextSpan Whole => new(Cells.First(c => c.Length > 0).Start, Cells.Last(c => c.Length > 0).End);
}
