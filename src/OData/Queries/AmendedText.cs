using System.Text;

namespace Hsvo.OData;

/// <summary>An option's text with what the parser needs put in, and the way back from a position in it to the client's own.</summary>
/// <param name="text">The client's text.</param>
internal sealed class AmendedText(string text)
{
    private readonly StringBuilder _result = new(text.Length + 16);
    private readonly List<(int At, int Length)> _inserted = [];
    private int _end;

    /// <summary>Puts something in before a place in the client's text; places only go on.</summary>
    public void Insert(int at, string what)
    {
        _result.Append(text, _end, at - _end);
        _inserted.Add((_result.Length, what.Length));
        _result.Append(what);
        _end = at;
    }

    /// <summary>A position in the amended text as one in the client's.</summary>
    public int Original(int position) => position - _inserted.Where(i => i.At < position).Sum(i => i.Length);

    /// <inheritdoc/>
    public override string ToString() => $"{_result}{text[_end..]}";
}
