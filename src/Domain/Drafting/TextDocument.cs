namespace Hsvo.Domain.Drafting;

/// <summary>A document as words and tables, whatever program wrote it.</summary>
/// <param name="Blocks">Paragraphs and tables, in the document's order.</param>
public sealed record TextDocument(IReadOnlyList<TextBlock> Blocks)
{
    /// <summary>Whether it holds changes that nobody has accepted yet; they are read as accepted.</summary>
    public bool HasTrackedChanges { get; init; }

    /// <summary>What stands in its footnotes and endnotes.</summary>
    public IReadOnlyList<string> Footnotes { get; init; } = [];

    /// <summary>Paragraphs with characters that only their font gives a meaning; they are left out of the text.</summary>
    public IReadOnlyList<string> WithSymbols { get; init; } = [];

    /// <summary>Whether another document is put into it, whose text is not here.</summary>
    public bool HasDocumentWithin { get; init; }
}

/// <summary>A paragraph or a table.</summary>
public abstract record TextBlock;

/// <summary>A paragraph.</summary>
public sealed record TextParagraph : TextBlock
{
    /// <summary>Its text; a break inside the paragraph is a line feed.</summary>
    public required string Text { get; init; }

    /// <summary>1 to 9 for a heading; null for any other paragraph.</summary>
    public int? Level { get; init; }

    /// <summary>The number that the program writes before it ("2.1.1", "1."); null where it writes none.</summary>
    public string? Label { get; init; }

    /// <summary>Whether it is an item of a list, numbered or not.</summary>
    public bool IsListItem { get; init; }

    /// <summary>Whether it is the document's title.</summary>
    public bool IsTitle { get; init; }

    /// <summary>Whether it is a line of the table of contents.</summary>
    public bool IsContents { get; init; }

    /// <summary>Whether a rule is drawn above it.</summary>
    public bool RuleBefore { get; init; }

    /// <summary>Whether a rule is drawn below it.</summary>
    public bool RuleAfter { get; init; }
}

/// <summary>A table.</summary>
/// <param name="Rows">Its rows.</param>
public sealed record TextTable(IReadOnlyList<TextRow> Rows) : TextBlock;

/// <summary>A row of a table.</summary>
/// <param name="Cells">Its cells, from the left.</param>
public sealed record TextRow(IReadOnlyList<TextCell> Cells);

/// <summary>A cell.</summary>
/// <param name="Column">The column it begins in, from 0.</param>
/// <param name="Span">How many columns it covers.</param>
/// <param name="Continues">Whether it goes on from the cell above, with which it is merged.</param>
/// <param name="Paragraphs">What stands in it.</param>
public sealed record TextCell(int Column, int Span, bool Continues, IReadOnlyList<TextParagraph> Paragraphs);
