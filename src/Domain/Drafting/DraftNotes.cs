using Hsvo.Domain.Plans;

namespace Hsvo.Domain.Drafting;

/// <summary>Gathers the loading report while nodes have no ids yet.</summary>
internal sealed class DraftNotes
{
    private readonly List<(LoadingPoint Point, DraftItem? Item, IReadOnlyList<DraftItem> Rows)> _notes = [];

    /// <summary>The report, with the ids of the nodes as they came to be.</summary>
    public IReadOnlyList<LoadingPoint> Points =>
        [.. _notes.Select(n => n.Point with { Node = n.Item is { Id.Length: > 0 } item ? item.Id : n.Point.Node, Rows = [.. n.Rows.Select(r => r.Id).Where(id => id.Length > 0)] })];

    /// <summary>Tells how a place was read, or what was not.</summary>
    public void Add(
        string code, ReadingKind kind, string swedish, string english, DraftItem? item = null, TablePlace? place = null, string? node = null, string? quote = null,
        bool settle = false, IReadOnlyList<string>? choices = null, IReadOnlyList<DraftItem>? rows = null) =>
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
            item,
            rows ?? []));
}
