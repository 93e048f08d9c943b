using System.Globalization;
using Hsvo.Domain.Drafting.Settling;
using Hsvo.Domain.Plans;

namespace Hsvo.Domain.Drafting;

/// <summary>Finds what may go on from the plan before, by how alike the texts are.</summary>
internal static class ThreadFinder
{
    // From here on it is proposed, and from there taken as the same thing going on.
    private const double Proposed = 0.5;
    private const double Taken = 0.75;

    // As many as are worth reading through.
    private const int MaxAlike = 6;

    private sealed record Place(string? Node, string Key, string Text, IReadOnlyList<string> Threads, Likeness Likeness);

    /// <summary>The draft with the threads that go on, and every row that may.</summary>
    public static (Plan Plan, IReadOnlyList<ThreadProposal> Proposals) Find(Plan draft, Plan previous, DraftNotes notes)
    {
        var before = PlacesOf(previous);
        var now = PlacesOf(draft);
        var taken = new Dictionary<Place, IReadOnlyList<string>>();
        var proposals = new List<ThreadProposal>();
        // A plan of goals alone has no such rows.
        foreach (var place in before.Count == 0 ? [] : now)
        {
            var alike = before.Select(b => (Place: b, Score: place.Likeness.To(b.Likeness))).ToList();
            if (alike.MaxBy(b => b.Score) is not ({ } same, >= Proposed and var score))
            {
                continue;
            }

            var isTaken = score >= Taken && same.Threads.Count > 0;
            var rounded = Math.Round(score, 2);
            proposals.Add(new(place.Node, place.Text, same.Node, same.Text, rounded, same.Threads is [var thread, ..] ? thread : null, isTaken));
            if (isTaken)
            {
                taken[place] = same.Threads;
                notes.Add("thread.taken", ReadingKind.Thread,
                    $"Läses som samma sak som i {previous.Id}, ”{same.Text}”: {Percent(score)} lika. Tråden {string.Join(", ", same.Threads)} går vidare.",
                    $"Read as the same thing as in {previous.Id}, '{same.Text}': {Percent(score)} alike. The thread {string.Join(", ", same.Threads)} goes on.",
                    node: place.Node, quote: place.Text, settle: score < 1,
                    choices: [.. alike.OrderByDescending(b => b.Score).SelectMany(b => b.Place.Threads).Distinct().Take(MaxAlike)]);
            }
        }

        TellOpen(previous, before, now, taken, notes);
        IReadOnlyList<string> Of(string? node, string text) => taken.FirstOrDefault(t => t.Key.Node == node && t.Key.Text == text).Value ?? [];
        var ids = taken.Values.SelectMany(t => t).ToHashSet(StringComparer.Ordinal);
        return (
            draft with
            {
                Nodes = [.. draft.Nodes.Select(n => n.Kind is NodeKind.PriorityArea or NodeKind.Activity ? n with { Threads = Of(n.Id, n.Text) } : n)],
                OrdinaryOperations = [.. draft.OrdinaryOperations.Select(o => o with { Threads = Of(null, o.Name) })],
                Threads = [.. previous.Threads.Where(t => ids.Contains(t.Id)).Select(t => t with { CoversPlan = false })],
            },
            proposals);
    }

    // What the plan before followed and nothing here is like enough to.
    private static void TellOpen(Plan previous, IReadOnlyList<Place> before, IReadOnlyList<Place> now, Dictionary<Place, IReadOnlyList<string>> taken, DraftNotes notes)
    {
        var found = taken.Values.SelectMany(t => t).ToHashSet(StringComparer.Ordinal);
        foreach (var thread in previous.Threads.Where(t => !t.CoversPlan && !found.Contains(t.Id)))
        {
            var pairs = before.Where(b => b.Threads.Contains(thread.Id)).SelectMany(b => now.Select(n => (b.Text, Place: n, Score: n.Likeness.To(b.Likeness)))).ToList();
            var (text, nearest, score) = pairs.Count == 0 ? ("", (Place?)null, 0) : pairs.MaxBy(x => x.Score);
            notes.Add("thread.open", ReadingKind.Thread,
                nearest is null
                    ? $"Tråden {thread.Name} ({thread.Id}) i {previous.Id} går inte vidare i utkastet."
                    : $"Tråden {thread.Name} ({thread.Id}) i {previous.Id} går inte vidare i utkastet. Mest lik ”{text}” är ”{nearest.Text}”: {Percent(score)}.",
                nearest is null
                    ? $"The thread {thread.Name} ({thread.Id}) of {previous.Id} doesn't go on in the draft."
                    : $"The thread {thread.Name} ({thread.Id}) of {previous.Id} doesn't go on in the draft. The most like '{text}' is '{nearest.Text}': {Percent(score)}.",
                node: nearest?.Node, quote: thread.Id, settle: true,
                choices: [.. pairs.OrderByDescending(x => x.Score).Select(x => x.Place.Key).Distinct().Take(MaxAlike)]);
        }
    }

    private static List<Place> PlacesOf(Plan plan) =>
    [
        .. plan.Nodes.Where(n => n.Kind is NodeKind.PriorityArea or NodeKind.Activity).Select(n => new Place(n.Id, n.Id, n.Text, n.Threads, new(n.Text))),
        .. plan.OrdinaryOperations.Select((o, i) => new Place(null, ThreadRow.KeyOf(i), o.Name, o.Threads, new(o.Name))),
    ];

    private static string Percent(double score) => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(score * 100)} %");
}
