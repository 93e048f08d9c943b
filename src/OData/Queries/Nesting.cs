namespace Hsvo.OData;

/// <summary>Refuses text that nests so deep that reading it could take the stack.</summary>
internal static class Nesting
{
    private const int MaxDepth = 50;

    // Terms that the parser reads one inside the other: "not not", "- -", "a/b/c", "a and b and c".
    private const int MaxTerms = 1_000;

    public static void Check(string text)
    {
        var (depth, terms, quoted) = (0, 0, false);
        foreach (var c in text)
        {
            quoted ^= c == '\'';
            if (quoted)
            {
                continue;
            }

            depth += c switch
            {
                '(' or '[' or '{' => 1,
                ')' or ']' or '}' => -1,
                _ => 0,
            };
            terms += c is ' ' or '/' or '-' ? 1 : 0;
            if (depth > MaxDepth || terms > MaxTerms)
            {
                throw new MalformedQueryException("Det är för många led i varandra.", "It nests too deep.");
            }
        }
    }
}
