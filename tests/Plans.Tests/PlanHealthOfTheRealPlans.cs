using Hsvo.Domain.Plans;

namespace Hsvo.Plans.Tests;

/// <summary>
/// The health of the real plans, counted by hand in the data files: the rows with "parts", with "condition" and without, the numbers without "target",
/// the deliverables (none has a date), the activities that no row's "under" names, the departments with "nameIsAssumed", the plan's "conditions", and the
/// rows whose "responsible" has no "quote" and whose reading doesn't say that they share one.
/// </summary>
public sealed class PlanHealthOfTheRealPlans
{
    [Fact]
    public void The_plan_for_2021_has_44_findings()
    {
        var found = Found(PlanLibrary.Hsvo2021);

        Assert.Equal(["2.1.1.a4", "2.2.1.a1", "2.2.1.a2", "2.2.3.a6", "2.2.3.a7", "2.2.3.a8"], found["activity.noIndicator"]);
        Assert.Equal(
            ["2.1.3.i1", "2.1.3.i4", "2.2.3.i3", "2.2.3.i6", "2.3.1.i2", "2.3.1.i3", "2.3.1.i7", "2.3.5.i1", "2.3.5.i2"], found["indicator.compound"]);
        Assert.Equal(["2.2.3.i3"], found["indicator.noTarget"]);
        Assert.Equal(23, found["indicator.noDate"].Count());
        Assert.Equal(4, found["department.nameAssumed"].Count());
        Assert.Single(found["responsibility.assumed"]);
        Assert.Equal(44, found.Sum(f => f.Count()));
    }

    [Fact]
    public void The_plan_for_2019_has_36_findings()
    {
        var found = Found(PlanLibrary.Nsu2019);

        Assert.Equal(["5.3"], found["goal.noTable"]);
        Assert.Equal(["4.1.i2"], found["indicator.compound"]);
        Assert.Equal(["5.2.i6"], found["indicator.conditional"]);
        Assert.Equal(["3.1.i1", "5.2.i4"], found["indicator.noTarget"]);
        Assert.Equal(26, found["indicator.noDate"].Count());
        Assert.Equal(4, found["department.nameAssumed"].Count());
        Assert.Single(found["responsibility.assumed"]);
        Assert.Equal(36, found.Sum(f => f.Count()));
    }

    [Fact]
    public void The_insats_has_10_findings_and_two_of_them_are_what_it_depends_on()
    {
        var found = Found(PlanLibrary.Lokussamordnare2018);

        Assert.Equal(["effektmal.1.i1", "effektmal.2.i1", "insatsmal.1.i1", "insatsmal.2.i1", "insatsmal.3.i1"], found["row.responsibleAssumed"]);
        Assert.Equal(["effektmal.1.i1", "effektmal.2.i1"], found["indicator.noDate"]);
        Assert.Equal(2, found["plan.conditional"].Count());
        Assert.Single(found["responsibility.assumed"]);
        Assert.Equal(10, found.Sum(f => f.Count()));
    }

    [Fact]
    public void The_follow_up_has_20_findings()
    {
        var found = Found(PlanLibrary.EkonomisktBistand2023);

        Assert.Equal(["ekonomiskt-bistand.1.i1", "ekonomiskt-bistand.1.i2", "enhet-6.3.i1", "enhet-6.3.i2"], found["row.responsibleAssumed"]);
        Assert.Equal(["ekonomiskt-bistand.1.i2", "enhet-6.3.i1", "enhet-6.3.i2"], found["indicator.noTarget"]);
        Assert.Equal(["enhet-6.1", "enhet-6.2"], found["goal.noTable"]);
        Assert.Equal(Enumerable.Range(1, 10).Select(i => $"enhet-6.4.a{i}"), found["activity.noIndicator"]);
        Assert.Single(found["responsibility.assumed"]);
        Assert.Equal(20, found.Sum(f => f.Count()));
    }

    private static ILookup<string, string?> Found(Plan plan) => PlanHealth.FindingsOf(plan).ToLookup(f => f.Code, f => f.Node);
}
