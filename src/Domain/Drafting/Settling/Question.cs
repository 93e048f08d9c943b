using Hsvo.Domain.Reports;

namespace Hsvo.Domain.Drafting.Settling;

/// <summary>What a human settles of a point. They are settled in this order: what a row is before where it stands, and that before how it is answered.</summary>
public enum QuestionKind
{
    /// <summary>Nothing: only that somebody has seen it.</summary>
    Seen,

    /// <summary>What stands in a cell: one row or several.</summary>
    Cell,

    /// <summary>Whether a goal that only the list names is one.</summary>
    Goal,

    /// <summary>Whether the rows between rules go together as they were read.</summary>
    Rows,

    /// <summary>What a row belongs to.</summary>
    Place,

    /// <summary>Who a body is, and who answers for it.</summary>
    Body,

    /// <summary>Which bodies are responsible.</summary>
    Responsible,

    /// <summary>Whether bodies side by side are responsible each for a row, or together.</summary>
    Together,

    /// <summary>How an indicator is answered.</summary>
    Answer,

    /// <summary>Whether a number counts people.</summary>
    People,

    /// <summary>One answer, or one for each part.</summary>
    Parts,

    /// <summary>Which row a "Se …" means.</summary>
    Reference,

    /// <summary>Whether words across a table are the target group of its rows.</summary>
    TargetGroup,

    /// <summary>Whose a board is.</summary>
    Board,

    /// <summary>What the document is called, and what it is registered as.</summary>
    Source,

    /// <summary>When the plan was adopted, and by whom.</summary>
    Adoption,

    /// <summary>When the rounds end.</summary>
    Rounds,

    /// <summary>Which thread a row goes on.</summary>
    ThreadOfRow,

    /// <summary>Which row goes on a thread.</summary>
    RowOfThread,
}

/// <summary>Something that may be chosen.</summary>
/// <param name="Value">What is sent.</param>
/// <param name="Swedish">What it is called.</param>
/// <param name="English">The same in English; the same text where it is the plan's own.</param>
public sealed record Option(string Value, string Swedish, string English)
{
    /// <summary>The plan's own words.</summary>
    internal static Option OfPlan(string value, string text) => new(value, text, text);
}

/// <summary>What is wrong with what somebody settled.</summary>
/// <param name="Swedish">What to do, in Swedish.</param>
/// <param name="English">The same in English.</param>
public sealed record Remark(string Swedish, string English);

/// <summary>What a human said to a question.</summary>
/// <param name="Choice">The option; empty while nothing is settled.</param>
/// <param name="Text">What was written.</param>
/// <param name="Ticks">What was ticked.</param>
/// <param name="Shown">What the question showed: what is written and ticked is an answer only where it differs from that. Null where it isn't known.</param>
public sealed record Settlement(string Choice, string Text, IReadOnlyList<string> Ticks, Shown? Shown = null);

/// <summary>A point of the loading report that a human has to settle, and how it may be.</summary>
public sealed record Question
{
    // As much of an answer as is told.
    private const int MaxSaid = 300;

    /// <summary>What tells it from the others, the same each time: its code and its row's id, "kind.unknown:2.1.1.i4".</summary>
    public required string Key { get; init; }

    /// <summary>The point.</summary>
    public required LoadingPoint Point { get; init; }

    /// <summary>What is to be settled.</summary>
    public required QuestionKind Kind { get; init; }

    /// <summary>The id of the row that it is about; null for none. The one that is most like a thread is none such.</summary>
    public string? Row => Kind == QuestionKind.RowOfThread ? null : Point.Node;

    /// <summary>What may be chosen, how it was read first.</summary>
    public IReadOnlyList<Option> Options { get; init; } = [];

    /// <summary>All that may be chosen, where that is more than is offered: any of it may be written. Empty where all is offered.</summary>
    public IReadOnlyList<Option> Writable { get; init; } = [];

    /// <summary>What may be ticked.</summary>
    public IReadOnlyList<Option> Boxes { get; init; } = [];

    /// <summary>What is ticked: as it was read, or as it was settled.</summary>
    public IReadOnlyList<string> Ticked { get; init; } = [];

    /// <summary>What is written: a proposal, or what somebody wrote; null where nothing is to be written.</summary>
    public string? Written { get; init; }

    /// <summary>The option that was chosen; empty where none was.</summary>
    public string Choice { get; init; } = "";

    /// <summary>The option that was meant: the chosen one, or the one that was written; null while nothing is settled.</summary>
    public Option? Meant { get; init; }

    /// <summary>What to hold against what is said next; null where nothing is to be written or ticked.</summary>
    public Shown? Shown { get; init; }

    /// <summary>What is wrong with what was chosen.</summary>
    public Remark? Fault { get; init; }

    /// <summary>Whether it is settled.</summary>
    public bool IsSettled => Choice.Length > 0 && Fault is null;

    /// <summary>Whether the answer is words of the plan, or such as were written for it: the same in both languages.</summary>
    public bool IsAnsweredInPlansWords => Meant is { } meant && (meant.Value == Rule.Own || meant.Swedish == meant.English);

    /// <summary>The answer in words; empty while nothing is settled.</summary>
    /// <param name="textOf">What an option is called.</param>
    public string AnswerIn(Func<Option, string> textOf)
    {
        ArgumentNullException.ThrowIfNull(textOf);
        if (Meant is null)
        {
            return "";
        }

        var said = Meant.Value == Rule.Own && Written is { } written ? string.Join(" | ", written.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) : textOf(Meant);
        said = Ticked.Count == 0 ? said : $"{said}: {string.Join(", ", Boxes.Where(b => Ticked.Contains(b.Value)).Select(textOf))}";
        return Excerpt.Of(said, MaxSaid);
    }
}

/// <summary>A draft with what a human settled of it.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Questions">What is to be settled, in the report's order.</param>
/// <param name="Unasked">How many more there are than are asked about.</param>
public sealed record SettledPlan(Plans.Plan Plan, IReadOnlyList<Question> Questions, int Unasked)
{
    /// <summary>How many there are.</summary>
    public int ToSettle => Questions.Count + Unasked;

    /// <summary>How many of them are not settled.</summary>
    public int Left => Questions.Count(q => !q.IsSettled) + Unasked;
}
