using Hsvo.Domain.Statuses;

namespace Hsvo.Functions.Papers.Text;

/// <summary>Those who answer the same, in one breath: seven ja are one line, and the one nej is seen.</summary>
/// <param name="Names">Who.</param>
/// <param name="Said">What.</param>
/// <param name="Mark">That it is an example, if so.</param>
internal sealed record AnswerGroup(string Names, string Said, IReadOnlyList<Span> Mark);

/// <summary>Groups a row's answers.</summary>
internal static class AnswerGroups
{
    public static IEnumerable<AnswerGroup> Of(IEnumerable<CellStatus> cells, Func<CellStatus, string> said) => cells
        .Where(c => c.Report is not null)
        .GroupBy(c => (Said: said(c), c.Report!.IsExample))
        .Select(g => new AnswerGroup(Words.Listed(g.Select(c => c.Department.Name)), g.Key.Said, g.Key.IsExample ? [Span.Example] : []));
}
