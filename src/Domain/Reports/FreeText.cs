namespace Hsvo.Domain.Reports;

/// <summary>What every text that people write must keep to: it is kept for ever, shown on paper, and names nobody.</summary>
public static class FreeText
{
    /// <summary>Checks a text.</summary>
    /// <param name="text">The text; null for none, which is fine.</param>
    /// <param name="max">How many characters it may have.</param>
    /// <param name="field">The field, for the fault.</param>
    /// <param name="errors">Gets the fault.</param>
    /// <returns>Whether it is fine.</returns>
    public static bool Check(string? text, int max, string field, ICollection<FieldError> errors)
    {
        if (text is null)
        {
            return true;
        }

        if (text.Length > max)
        {
            errors.Add(new("text.length", field,
                $"Texten är {text.Length} tecken; högst {max} får plats.", $"The text is {text.Length} characters; at most {max} fit."));
            return false;
        }

        if (Enumerable.Range(0, text.Length).Where(i => IsNoWriting(text, i)).Select(i => (int?)text[i]).FirstOrDefault() is { } bad)
        {
            errors.Add(new("text.character", field,
                $"Texten innehåller ett tecken som inte kan visas (U+{bad:X4}).", $"The text holds a character that can't be shown (U+{bad:X4})."));
            return false;
        }

        if (!Personnummer.IsIn(text))
        {
            return true;
        }

        // Never said back: the answer stands in logs.
        errors.Add(new("text.personnummer", field,
            "Texten innehåller något som ser ut som ett personnummer. Ta bort det: uppföljningen ska inte peka ut någon.",
            "The text holds what looks like a personal identity number. Take it out: the follow-up must point nobody out."));
        return false;
    }

    /// <summary>Whether two texts say the same: a line break is a line break, whichever characters a program writes it with.</summary>
    public static bool SaysTheSame(string? one, string? other) => one == other || one?.ReplaceLineEndings("\n") == other?.ReplaceLineEndings("\n");

    // Controls but tab and line breaks, what turns the writing's direction, code points that are no characters, and halves of one without the other: no paper
    // can show them.
    private static bool IsNoWriting(string text, int at) => text[at] switch
    {
        '\t' or '\n' or '\r' => false,
        (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFFFE' or '\uFFFF' => true,
        >= '\uD800' and <= '\uDBFF' => !char.IsSurrogatePair(text, at),
        >= '\uDC00' and <= '\uDFFF' => at == 0 || !char.IsHighSurrogate(text[at - 1]),
        var c => char.IsControl(c),
    };
}
