using System.Buffers;

namespace Hsvo.Domain.Plans;

/// <summary>The form of every id that becomes part of a key or an address: one to sixty-four of <c>a-z 0-9 . -</c>.</summary>
public static class Identifier
{
    /// <summary>The longest id.</summary>
    public const int MaxLength = 64;

    private static readonly SearchValues<char> Allowed = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789.-");

    /// <summary>Whether a text is an id.</summary>
    public static bool IsValid(string? text) => text is { Length: > 0 and <= MaxLength } && !text.AsSpan().ContainsAnyExcept(Allowed);
}
