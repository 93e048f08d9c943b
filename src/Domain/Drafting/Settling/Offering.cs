namespace Hsvo.Domain.Drafting.Settling;

/// <summary>What of all that may be chosen is offered: as much as can be read through, and any other may be written.</summary>
internal static class Offering
{
    /// <summary>What isn't offered is written.</summary>
    public static readonly Option Other = new(Rule.Own, "Något annat: det som skrivs här under", "Something else: what is written below");

    private const int MaxOffered = 7;

    // Beside boxes nothing can be written: more than any plan has bodies.
    private const int MaxBesideBoxes = 150;

    /// <summary>The question with what is offered.</summary>
    public static Question Of(Question question) =>
        question.Boxes.Count > 0 ? question with { Options = [.. question.Options.Take(MaxBesideBoxes)] }
        : question.Options.Count <= MaxOffered ? question
        : question with { Options = [.. question.Options.Take(MaxOffered), Other], Writable = question.Options, Written = "" };

    /// <summary>The option with an id, with or without the words that stand after it in a list; null for none.</summary>
    /// <param name="options">The options.</param>
    /// <param name="text">What was chosen or written.</param>
    /// <param name="now">What the id has become.</param>
    public static Option? Named(IReadOnlyList<Option> options, string text, Func<string, string> now)
    {
        var id = Wording.Squeeze(text).Split(' ', 2)[0];
        return With(id) ?? With(now(id));

        Option? With(string value) => options.FirstOrDefault(o => string.Equals(o.Value, value, StringComparison.OrdinalIgnoreCase));
    }
}
