using Hsvo.Domain.Statuses;
using Hsvo.Functions.Mapping;

namespace Hsvo.Functions.Papers.Text;

/// <summary>A piece of the paper's text. What it says is decided once; HTML and DOCX each decide how it looks.</summary>
internal abstract record Block;

/// <summary>A heading below the paper's title.</summary>
/// <param name="Level">1 to 3.</param>
/// <param name="Text">Its text.</param>
/// <param name="StartsPage">Whether it stands on a new page, where there are pages.</param>
internal sealed record Heading(int Level, string Text, bool StartsPage = false) : Block;

/// <summary>A paragraph.</summary>
/// <param name="Text">Its text.</param>
/// <param name="IsLead">Whether it stands out as the paper's first lines.</param>
internal sealed record Paragraph(Line Text, bool IsLead = false) : Block;

/// <summary>Something the reader must know before the rest.</summary>
/// <param name="Label">Its first word.</param>
/// <param name="Text">Its text.</param>
internal sealed record Notice(string Label, string Text) : Block;

/// <summary>A list of points.</summary>
/// <param name="Lines">The points.</param>
internal sealed record Points(IReadOnlyList<Line> Lines) : Block;

/// <summary>A table with a header row; the first column holds each row's heading.</summary>
/// <param name="Caption">What it shows.</param>
/// <param name="Columns">The columns.</param>
/// <param name="Rows">The rows.</param>
internal sealed record Table(string Caption, IReadOnlyList<Column> Columns, IReadOnlyList<Row> Rows) : Block;

/// <summary>A column.</summary>
/// <param name="Heading">Its heading.</param>
/// <param name="Width">Its share of the table's width, in percent.</param>
internal sealed record Column(string Heading, int Width);

/// <summary>A row.</summary>
/// <param name="Cells">A cell for each column.</param>
/// <param name="IsGroup">Whether the rows that follow belong to it.</param>
internal sealed record Row(IReadOnlyList<Cell> Cells, bool IsGroup = false);

/// <summary>A cell.</summary>
/// <param name="Lines">Its lines; several are a list.</param>
internal sealed record Cell(IReadOnlyList<Line> Lines)
{
    /// <summary>Whether there is nothing to say here.</summary>
    public bool IsEmpty => Lines.All(l => l.Spans.All(s => s.Text.Length == 0));

    public static implicit operator Cell(string text) => new([text]);

    public static implicit operator Cell(Line line) => new([line]);
}

/// <summary>A line of text.</summary>
/// <param name="Spans">Its parts.</param>
internal sealed record Line(IReadOnlyList<Span> Spans)
{
    public static implicit operator Line(string text) => new([new Span(text)]);

    public static Line Of(params ReadOnlySpan<Span> spans) => new(spans.ToArray());
}

/// <summary>Text in one look.</summary>
/// <param name="Text">The text, a status's symbol and word included.</param>
/// <param name="Look">How it is to stand out.</param>
internal sealed record Span(string Text, Look Look = Look.Plain)
{
    public static implicit operator Span(string text) => new(text);

    /// <summary>A status as symbol and word: colour never tells it alone.</summary>
    public static Span Of(Status? status) => status is { } s ? new($"{s.Symbol()} {s.Swedish()}", LookOf(s)) : new("Inget läge", Look.Muted);

    public static Span Strong(string text) => new(text, Look.Strong);

    /// <summary>What is made up to show how it works says so.</summary>
    public static Span Example { get; } = new(" Exempel", Look.Mark);

    private static Look LookOf(Status status) => status switch
    {
        Status.Completed or Status.OnTrack => Look.Good,
        Status.AtRisk => Look.Warning,
        Status.Behind or Status.Overdue => Look.Bad,
        _ => Look.Muted,
    };
}

/// <summary>How a span stands out; the text says the same without it.</summary>
internal enum Look
{
    Plain,
    Strong,
    Muted,
    Mark,
    Good,
    Warning,
    Bad,
}

/// <summary>A small chart: bars with their numbers written out, and the target where there is one.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Bars">The bars.</param>
/// <param name="Target">The target, or null.</param>
/// <param name="Description">The same in words, for those who don't see it.</param>
internal sealed record Chart(string Title, IReadOnlyList<Bar> Bars, Bar? Target, string Description) : Block;

/// <summary>A bar, or a chart's target.</summary>
/// <param name="Label">What it is of.</param>
/// <param name="Value">The number.</param>
/// <param name="Text">The number as people read it.</param>
internal sealed record Bar(string Label, double Value, string Text);
