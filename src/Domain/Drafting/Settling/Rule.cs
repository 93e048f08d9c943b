namespace Hsvo.Domain.Drafting.Settling;

/// <summary>How one kind of question is asked and settled.</summary>
internal abstract class Rule
{
    /// <summary>How it was read, chosen as it is.</summary>
    protected const string AsRead = "read";

    /// <summary>What was written or ticked is chosen.</summary>
    public const string Own = "own";

    /// <summary>None of what may be.</summary>
    protected const string None = "none";

    /// <summary>The question with what may be chosen; null where the draft has nothing that it is about.</summary>
    public abstract Question? Ask(Desk desk, Question question);

    /// <summary>Does as was chosen, or says why it can't be done.</summary>
    public abstract Remark? Settle(Desk desk, Question question);

    /// <summary>The lines that were written, without those that are empty.</summary>
    protected static string[] LinesOf(Question question) => [.. question.Written!.Split('\n').Select(Wording.Squeeze).Where(l => l.Length > 0)];
}

/// <summary>What can't be settled but only known.</summary>
internal sealed class SeenRule : Rule
{
    public override Question Ask(Desk desk, Question question) => question with { Options = [new(AsRead, "Sett", "Seen")] };

    public override Remark? Settle(Desk desk, Question question) => null;
}
