using System.Security.Cryptography;
using System.Text;

namespace Hsvo.Domain.Drafting.Settling;

/// <summary>What a question showed, so that what comes back as it was shown is told from an answer, whatever else is settled with it.</summary>
/// <param name="Choice">The option that was chosen; empty where none was.</param>
/// <param name="More">What was written and ticked, in short.</param>
public sealed record Shown(string Choice, string More)
{
    // Enough to tell two texts apart; whoever makes another of the same only misleads themselves.
    private const int Length = 12;

    /// <summary>What is shown of a question.</summary>
    public static Shown Of(string choice, string? written, IEnumerable<string> ticked)
    {
        ArgumentNullException.ThrowIfNull(ticked);
        string[] said = [(written ?? "").ReplaceLineEndings("\n").Trim(), .. ticked.Distinct().Order(StringComparer.Ordinal)];
        return new(choice, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', said))))[..Length]);
    }

    /// <summary>What <see cref="ToString"/> made; null where it made none such.</summary>
    public static Shown? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split(' ', 2) is [{ Length: Length } more, var choice] ? new(choice, more) : null;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{More} {Choice}";
}
