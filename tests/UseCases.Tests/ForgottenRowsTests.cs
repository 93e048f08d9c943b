using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.TestKit;
using Hsvo.TestKit.Builders;
using Hsvo.UseCases.Stores;

namespace Hsvo.UseCases.Tests;

/// <summary>A later version of a plan asks for something else, or no longer: what was hidden stays so, and what was begun can be ended.</summary>
public sealed class ForgottenRowsTests(AzuriteFixture azurite) : StorageTest(azurite)
{
    private static readonly Caller Reader = new("lena", new HashSet<Role> { Role.Reader }, null, IsExample: false);
    private static readonly Caller Auditor = new("arne", new HashSet<Role> { Role.Auditor }, null, IsExample: false);
    private static readonly IndicatorSpec People = Specs.Count with { CountsPeople = true };
    private static readonly IndicatorSpec Share = Specs.Percentage with { Fraction = new("personer", "befolkningen") };

    [Fact]
    public async Task The_list_tells_no_number_of_a_row_that_the_plan_has_no_longer_and_tells_copies_so()
    {
        await ImportAsync(Specs.Deliverable, People);
        await SubmitAsync(App, Submission([Number(1, 3) with { Round = "2021-10" }, Number(1, 12)]));
        Time.Advance(TimeSpan.FromHours(1));
        var since = Time.GetUtcNow();

        await ImportAsync(Specs.Deliverable);

        foreach (var changedSince in new DateTimeOffset?[] { null, since })
        {
            var reports = (await App.ReadReports.ListAsync(LargePlan.Id, changedSince, default)).Value!.Reports;
            Assert.Equal([(true, null), (true, null)], reports.Select(r => (r.Answer.IsSuppressed, r.Answer.Value)));
        }
    }

    [Fact]
    public async Task A_number_is_told_nowhere_when_its_row_asks_for_yes_or_no_instead()
    {
        await ImportAsync(People);
        await SubmitAsync(App, Submission([Number(0, 3)]));
        await ImportAsync(Specs.Deliverable);

        var list = (await App.ReadReports.ListAsync(LargePlan.Id, null, default)).Value!.Reports;
        var one = (await App.ReadReports.FindAsync(Reader, LargePlan.Id, Cell(0), default)).Value!;
        var status = (await App.ReadStatus.HandleAsync(LargePlan.Id, "2021-05", default)).Value!.Status[LargePlan.Indicator(0)].Cells[0].Report!;
        var before = (await HistoryAsync(Reader)).Revisions;

        Assert.All([.. list, one, status, .. before.Select(r => r.Shown)], r => Assert.Equal((true, null), (r.Answer.IsSuppressed, r.Answer.Value)));
        Assert.Equal(3, Assert.Single((await HistoryAsync(Reporter())).Revisions).Shown.Answer.Value!.Number);

        await SubmitAsync(App, Submission([Row(0, reason: "Det var 3")]));
        Time.Advance(TimeSpan.FromSeconds(1));

        var after = (await HistoryAsync(Reader)).Revisions;
        Assert.Equal([(null, null), (AnswerValue.Yes, null)], after.Select(r => (r.Shown.Answer.Value, r.Shown.Reason)));
    }

    public static TheoryData<IndicatorKind> LaterKinds => [IndicatorKind.Count, IndicatorKind.Percentage, IndicatorKind.Amount];

    [Theory]
    [MemberData(nameof(LaterKinds))]
    public async Task A_small_count_is_told_nowhere_when_a_version_of_the_plan_says_it_counts_no_people(IndicatorKind kind)
    {
        await ImportAsync(People);
        await SubmitAsync(App, Submission([Number(0, 3)]));
        await ImportAsync(Specs.Of(kind));

        var list = (await App.ReadReports.ListAsync(LargePlan.Id, Time.GetUtcNow(), default)).Value!.Reports;
        var status = (await App.ReadStatus.HandleAsync(LargePlan.Id, "2021-05", default)).Value!.Status[LargePlan.Indicator(0)].Cells[0];

        Assert.All([.. list, status.Report!, Assert.Single((await HistoryAsync(Reader)).Revisions).Shown], r => Assert.Equal((true, null), (r.Answer.IsSuppressed, r.Answer.Value)));
        var own = (await App.ReadPlans.FindPlainAsync(LargePlan.Id, default)).Value!;
        Assert.Equal(kind == IndicatorKind.Count ? "number.noTarget" : "answer.outdated", own.StatusIn(own.Plan.Rounds[0], new(2021, 5, 4))[LargePlan.Indicator(0)].Cells[0].Rule!.Code);
    }

    [Fact]
    public async Task The_same_number_is_another_answer_when_it_is_a_percentage_and_no_count_any_longer()
    {
        await ImportAsync(People);
        await SubmitAsync(App, Submission([Number(0, 30)]));
        Assert.Equal(RowResult.Unchanged, (await SubmitAsync(App, Submission([Number(0, 30)]))).Rows[0].Result);
        await ImportAsync(Specs.Percentage);

        Assert.Equal(RowResult.Corrected, (await SubmitAsync(App, Submission([Number(0, 30)]))).Rows[0].Result);

        Assert.Equal((30, 2), Assert.Single((await App.ReadReports.ListAsync(LargePlan.Id, null, default)).Value!.Reports) is var r ? (r.Answer.Value!.Number, r.Revision) : default);
    }

    [Fact]
    public async Task A_share_was_of_people_before_the_plan_said_so()
    {
        await ImportAsync(People, Share);
        await SubmitAsync(App, Submission([Number(0, 3), Number(1, 0.3)]));
        var then = Time.GetUtcNow();
        Time.Advance(TimeSpan.FromDays(1));
        await ImportAsync(People, Share with { Fraction = Share.Fraction! with { CountedBy = LargePlan.Indicator(0) } });
        await SubmitAsync(App, Submission([Number(1, 0.4)]));

        Assert.Equal([true, true], (await AtAsync(then)).Cells.Select(c => c.Answer.IsSuppressed));
    }

    [Fact]
    public async Task A_share_was_of_people_before_the_plan_had_them_counted()
    {
        await ImportAsync(Share);
        await SubmitAsync(App, Submission([Number(0, 0.3)]));
        var then = Time.GetUtcNow();
        Time.Advance(TimeSpan.FromDays(1));
        await ImportAsync(Share with { Fraction = Share.Fraction! with { CountedBy = LargePlan.Indicator(1) } }, People);
        await SubmitAsync(App, Submission([Number(0, 0.4), Number(1, 4)]));

        Assert.True(Assert.Single((await AtAsync(then)).Cells).Answer.IsSuppressed);
    }

    [Fact]
    public async Task A_row_that_was_removed_and_put_back_is_told_of_as_of_when_it_was_gone()
    {
        await ImportAsync(Specs.Deliverable, People);
        await SubmitAsync(App, Submission([Row(0), Number(1, 3)]));
        await ImportAsync(Specs.Deliverable);
        var then = Time.GetUtcNow();
        Time.Advance(TimeSpan.FromDays(1));
        await ImportAsync(Specs.Deliverable, People);

        Assert.Equal([false, true], (await AtAsync(then)).Cells.Select(c => c.Answer.IsSuppressed));
    }

    [Fact]
    public async Task A_row_that_is_gone_now_counted_people_then_and_one_without_number_tells_what_it_told()
    {
        await ImportAsync(Specs.Deliverable, Specs.Count);
        await SubmitAsync(App, Submission([Row(0), Number(1, 3)]));
        var then = Time.GetUtcNow();
        Time.Advance(TimeSpan.FromDays(1));
        await ImportAsync(Specs.Deliverable, People);
        await SubmitAsync(App, Submission([Number(1, 30)]));
        await ImportAsync();

        Assert.Equal([false, true], (await AtAsync(then)).Cells.Select(c => c.Answer.IsSuppressed));
    }

    [Fact]
    public async Task That_an_answer_that_counts_people_was_masked_is_told_and_its_text_is_not()
    {
        await ImportAsync(People);
        await SubmitAsync(App, Submission([Number(0, 3) with { Answer = new() { Value = SubmittedValue.Of(3), Comment = "Anna och två till" } }]));
        Assert.Null((await App.MaskComment.HandleAsync(Coordinator, LargePlan.Id, Cell(0), 1, "Namn", default)).Failure);

        foreach (var caller in new[] { Reader, Auditor })
        {
            var revision = Assert.Single((await HistoryAsync(caller)).Revisions);
            Assert.Equal((new CommentMask("nvs", Time.GetUtcNow(), "Namn"), true, null), (revision.Shown.Mask, revision.Shown.Answer.IsSuppressed, revision.Original.Comment));
        }
    }

    [Fact]
    public async Task A_draft_of_a_row_that_the_plan_has_no_longer_is_thrown_away_by_its_own_department()
    {
        await ImportAsync(Specs.Deliverable, Specs.Deliverable);
        await SubmitAsync(App, Submission([Row(1)]) with { IsDraft = true });
        await ImportAsync(Specs.Deliverable);

        var others = await App.ReadDrafts.RemoveAsync(Reporter("david", LargePlan.OtherDepartment), LargePlan.Id, Cell(1), default);
        var own = await App.ReadDrafts.RemoveAsync(Reporter(), LargePlan.Id, Cell(1), default);
        var again = await App.ReadDrafts.RemoveAsync(Reporter(), LargePlan.Id, Cell(1), default);

        Assert.Equal(("indicator.unknown", null, "indicator.unknown"), (others.Failure!.Code, own.Failure, again.Failure!.Code));
        Assert.Empty((await App.ReadDrafts.ListAsync(Reporter(), LargePlan.Id, null, default)).Value!);
    }

    private async Task ImportAsync(params IndicatorSpec[] specs)
    {
        var plan = LargePlan.Create(Area, specs.Length);
        var version = await App.Plans.ReadVersionAsync(Plan, default);
        var asking = plan with { Nodes = [.. plan.Nodes.Take(plan.Nodes.Count - specs.Length), .. plan.Nodes.TakeLast(specs.Length).Zip(specs, (n, s) => n with { Indicator = s })] };
        Assert.Null((await App.ImportPlan.HandleAsync(new(Coordinator, asking, version == 0 ? null : version, null, DryRun: false), default)).Failure);
        Time.Advance(TimeSpan.FromSeconds(1));
    }

    private static SubmittedRow Number(int indicator, double number) => Row(indicator) with { Answer = new() { Value = SubmittedValue.Of(number) } };

    private async Task<ReportHistory> HistoryAsync(Caller caller) => (await App.ReadHistory.HandleAsync(caller, LargePlan.Id, Cell(0), default)).Value!;

    private async Task<PlanSnapshot> AtAsync(DateTimeOffset asOf) => (await App.ReadPlans.FindAsync(LargePlan.Id, asOf, default)).Value!;
}
