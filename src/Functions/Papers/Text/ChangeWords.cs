using Hsvo.Domain.Summaries;

namespace Hsvo.Functions.Papers.Text;

/// <summary>What became of a row since the last samråd, as a sign and a word.</summary>
internal static class ChangeWords
{
    public static Span Of(NodeChange? change) => change?.Kind switch
    {
        ChangeKind.Better => new("↗ Bättre", Look.Good),
        ChangeKind.Worse => new("↘ Sämre", Look.Bad),
        ChangeKind.New => new("＋ Nytt", Look.Strong),
        ChangeKind.Gone => new("– Inget läge nu", Look.Muted),
        _ => new("Oförändrat", Look.Muted),
    };
}
