using Hsvo.Domain.Areas;
using Hsvo.Domain.Reports;
using Hsvo.Functions.Http.PowerBI;
using Hsvo.Functions.Mapping;
using Hsvo.Functions.Mapping.OData;
using Hsvo.Plans;
using Hsvo.TestKit.Builders;
using Hsvo.UseCases;

namespace Hsvo.Functions.Tests.OData;

/// <summary>The day a milestone was reached, as each feed says it.</summary>
public sealed class SpokenDateTests
{
    private static readonly DateOnly Today = new(2018, 11, 1);

    [Fact]
    public void A_date_stands_in_the_same_words_in_answers_and_status_and_as_a_machine_writes_it_in_power_bi()
    {
        var plan = PlanLibrary.Lokussamordnare2018;
        var department = plan.Departments[0].Id;
        Report report = ReportBuilder.AReport("insatsmal.1.i1", department).In("2018-10").Saying(AnswerValue.ReachedOn(new(2018, 6, 20)));
        var snapshot = new PlanSnapshot(plan, AreaRecord.Empty, [report], "stamp").Published;

        var rows = PlanRows.Of(snapshot, Today);
        var answered = Assert.Single(rows.CurrentReports);
        var status = rows.StatusFeed.Single(r => r.NodeId == "insatsmal.1.i1" && r.RoundId == "2018-10");
        var workspace = new WorkspacePlan(new(PowerBIIds.Group(plan.Area, department), "", department), snapshot);
        var checkIn = new GoalValueMapping(workspace, Today).Of(plan.Node("insatsmal.1.i1"), plan.FindRound("2018-10")!)!;

        Assert.Equal(("20 juni 2018", "20 juni 2018"), (answered.ValueText, status.ValueText));
        Assert.Equal("2018-06-20", checkIn.ValueDisplayString);
    }
}
