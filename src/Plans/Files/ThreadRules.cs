namespace Hsvo.Plans.Files;

/// <summary>What must hold of a plan's threads: each that is named is told of, and each that is told of is somewhere.</summary>
internal static class ThreadRules
{
    public static IEnumerable<string> Faults(PlanFile file)
    {
        var told = file.Threads.Select(t => t.Id).ToHashSet(StringComparer.Ordinal);
        var named = Named(file).ToHashSet(StringComparer.Ordinal);
        return named.Where(t => !told.Contains(t)).Select(t => $"thread {t} isn't told of")
            .Concat(file.Threads.Where(t => !t.CoversPlan && !named.Contains(t.Id)).Select(t => $"thread {t.Id} is nowhere in the plan"));
    }

    private static IEnumerable<string> Named(PlanFile file)
    {
        var goals = file.FocusAreas.SelectMany(a => a.Goals).ToList();
        return
        [
            .. goals.SelectMany(g => g.Threads),
            .. goals.SelectMany(g => g.Rows).SelectMany(r => r.Cells).SelectMany(c => c.Threads),
            .. file.OrdinaryOperations.SelectMany(o => o.Threads),
        ];
    }
}
