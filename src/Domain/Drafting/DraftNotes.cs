using Hsvo.Domain.Plans;

namespace Hsvo.Domain.Drafting;

/// <summary>Gathers the loading report while nodes have no ids yet.</summary>
internal sealed class DraftNotes
{
    private readonly List<(LoadingPoint Point, DraftItem? Item)> _notes = [];

    /// <summary>The report, with the ids of the nodes as they came to be.</summary>
    public IReadOnlyList<LoadingPoint> Points => [.. _notes.Select(n => n.Item is { Id.Length: > 0 } item ? n.Point with { Node = item.Id } : n.Point)];

    /// <summary>Tells how a place was read, or what was not.</summary>
    public void Add(
        string code, ReadingKind kind, string swedish, string english, DraftItem? item = null, TablePlace? place = null, string? node = null, string? quote = null,
        bool settle = false, IReadOnlyList<string>? choices = null) =>
        _notes.Add((
            new()
            {
                Code = code,
                Kind = kind,
                Node = node,
                Place = place ?? item?.Place,
                Quote = quote,
                Swedish = swedish,
                English = english,
                IsToSettle = settle,
                Choices = choices ?? [],
            },
            item));
}
