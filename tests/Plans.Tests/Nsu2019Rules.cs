using Hsvo.Domain.Plans;
using Hsvo.Plans.Files;

namespace Hsvo.Plans.Tests;

/// <summary>The rules of hyphens in the document's columns say which cells stand beside each other; where they don't, a reading does.</summary>
public sealed class Nsu2019Rules
{
    private static readonly Plan Plan = PlanLibrary.Nsu2019;
    private static readonly PlanFile File = PlanFiles.Of("nsu-2019");
    private static readonly Nsu2019Document Document = new();
    private static readonly Dictionary<string, TextSpan> Places = new QuotePlaces(File, Document).Placed.ToDictionary(p => p.Owner, p => p.Span);

    private static IEnumerable<IReadOnlyList<TableRow>> Tables => File.FocusAreas.SelectMany(a => a.Goals).SelectMany(g => g.Tables());

    [Fact]
    public void A_rule_stands_between_two_cells_of_a_column_but_for_six_that_readings_name()
    {
        var columns = Tables.SelectMany<IReadOnlyList<TableRow>, IEnumerable<string>>(table =>
        [
            table.Select(r => r.PriorityArea).OfType<PriorityAreaEntry>().Select(p => p.Id),
            table.SelectMany(r => r.Activities).Select(a => a.Id),
            table.SelectMany(r => r.Indicators).Select(i => i.Id),
        ]);

        var withoutRule = columns.SelectMany(c => c.Zip(c.Skip(1))).Where(pair => RulesBetween(pair.First, pair.Second) == 0);

        Assert.Equal([("3.1.p1", "3.1.p2"), ("5.1.a1", "5.1.a2"), ("5.1.a3", "5.1.a4"), ("5.1.i1", "5.1.i2"), ("5.1.i3", "5.1.i4")], withoutRule);
        Assert.Equal(0, RulesBetween("responsible 5.1 row 1", "responsible 5.1 row 2"));
        Assert.All(["3.1.p1", "5.1.p1", "5.1.p2"], node => Assert.Contains(Plan.Readings, r => r.Node == node && r.Kind == ReadingKind.Split));
        Assert.Contains(Plan.Readings, r => r.Node == "5.1.p1" && r.Kind == ReadingKind.Responsible);
    }

    [Fact]
    public void An_indicator_stands_after_as_many_rules_as_its_activity_but_for_two_that_readings_name()
    {
        var elsewhere =
            from table in Tables
            let activities = table.SelectMany(r => r.Activities).ToList()
            let indicators = table.SelectMany(r => r.Indicators).ToList()
            from indicator in indicators
            where RulesBetween(indicators[0].Id, indicator.Id) != RulesBetween(activities[0].Id, indicator.Under!)
            select indicator.Id;

        Assert.Equal(["3.4.i3", "4.1.i2"], elsewhere);
        Assert.All(["3.4.i3", "4.1.i2"], node => Assert.Contains(Plan.Readings, r => r.Node == node && r.Kind == ReadingKind.Pairing));
    }

    [Fact]
    public void No_quote_holds_a_rule()
    {
        Assert.All(Places, p => Assert.DoesNotContain(Document.Rules, rule => p.Value.Contains(rule)));
    }

    private static int RulesBetween(string first, string second) =>
        Document.Rules.Count(r => r.Start >= Places[first].End && r.End <= Places[second].Start);
}
