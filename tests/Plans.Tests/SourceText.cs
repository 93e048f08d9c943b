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

    /// <summary>From one line to just before another.</summary>
    public TextSpan Between(string line, string next) => new(StartOf(line), StartOf(next));

    /// <summary>From one line to the document's end.</summary>
    public TextSpan From(string line) => new(StartOf(line), Text.Length);

    /// <summary>From the document's beginning to just before a line.</summary>
    public TextSpan Before(string line) => new(0, StartOf(line));

    /// <summary>Where words first stand in a range, whole and not as a part of longer ones; -1 where they don't.</summary>
    public int IndexOfWords(string words, TextSpan within)
    {
        for (var start = within.Start; ; start++)
        {
            start = Text.IndexOf(words, start, within.End - start, StringComparison.Ordinal);
            if (start < 0 || ((start == 0 || Text[start - 1] == ' ') && (start + words.Length == Text.Length || Text[start + words.Length] == ' ')))
            {
                return start;
            }
        }
    }

    /// <summary>The index of the one line that reads so.</summary>
    public int LineReading(string text) => Lines.Select((line, i) => (line, i)).Single(l => At(l.line.Whole) == text).i;

    private int StartOf(string line) => Lines[LineReading(line)].Whole.Start;

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

    public bool Contains(TextSpan other) => other.Start >= Start && other.End <= End;
}

/// <summary>A line's cells; a line of running text is one cell.</summary>
internal sealed record SourceLine(IReadOnlyList<TextSpan> Cells)
{
    public TextSpan Whole => new(Cells.First(c => c.Length > 0).Start, Cells.Last(c => c.Length > 0).End);
}
