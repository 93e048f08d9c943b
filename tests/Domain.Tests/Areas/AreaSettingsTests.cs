using Hsvo.Domain.Areas;
using Hsvo.Domain.Plans;
using Hsvo.TestKit.Builders;
using static Hsvo.TestKit.Builders.PlanBuilder;

namespace Hsvo.Domain.Tests.Areas;

/// <summary>A plan of three departments and three rows: i1 is everyone's, i2 and i3 are Vård's and Äldre's together.</summary>
public sealed class AreaSettingsTests
{
    private const string Everyone = "all";
    private const string Two = "aln-vs";

    private static readonly Plan Said = APlan()
        .WithDepartment("aln", Principal.Kommun).WithDepartment("vs", Principal.Region).WithDepartment("nvs", Principal.Joint)
        .WithIndicator("i1", Specs.Deliverable)
        .WithIndicator("i2", Specs.Deliverable, "aln", "vs")
        .WithIndicator("i3", Specs.Count, "aln", "vs")
        .WithReference("r1", to: "i1")
        .Build();

    private static readonly Plan Plan = Said with { ResponsibilityIsAssumed = true };

    [Fact]
    public void Until_something_is_settled_a_plan_is_as_it_was_read() => Assert.Same(Plan, new AreaSettings().ApplyTo(Plan));

    [Fact]
    public void What_is_settled_for_another_plan_is_not_this_plans() =>
        Assert.Same(Plan, Settled(new Responsibility("hsvo-2020", Everyone, null, ["nvs"], IsConfirmed: true)).ApplyTo(Plan));

    [Fact]
    public void A_bodys_rows_are_owed_by_the_departments_settled_for_it_and_no_other_row()
    {
        var plan = Settled(Body(Two, "nvs")).ApplyTo(Plan);

        Assert.Equal(["aln", "vs", "nvs"], Owing(plan, "i1"));
        Assert.Equal(["nvs"], Owing(plan, "i2"));
        Assert.Equal(["nvs"], Owing(plan, "i3"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_last_word_on_a_row_is_its_own_in_whatever_order_they_stand(bool rowFirst)
    {
        Responsibility[] both = [Row("i2", "vs"), Body(Two, "nvs")];

        var plan = Settled(rowFirst ? both : [.. both.Reverse()]).ApplyTo(Plan);

        Assert.Equal(["vs"], Owing(plan, "i2"));
        Assert.Equal(["nvs"], Owing(plan, "i3"));
    }

    [Fact]
    public void A_row_may_be_owed_by_nobody() => Assert.Empty(Owing(Settled(Row("i1")).ApplyTo(Plan), "i1"));

    [Fact]
    public void Departments_answer_in_the_plans_order_and_one_that_the_plan_no_longer_has_does_not_answer() =>
        Assert.Equal(["aln", "nvs"], Owing(Settled(Row("i1", "nvs", "gone", "aln")).ApplyTo(Plan), "i1"));

    [Fact]
    public void A_department_sees_its_own_part_of_what_is_settled()
    {
        var own = Settled(Row("i1", "vs", "nvs"), Body(Two, "nvs")).ApplyTo(Plan).AnsweredBy("nvs");

        Assert.Equal([["nvs"], ["nvs"], ["nvs"]], new[] { "i1", "i2", "i3" }.Select(i => Owing(own, i)));
        Assert.Empty(Owing(own.AnsweredBy("aln"), "i1"));
    }

    [Fact]
    public void It_is_assumed_until_every_row_is_confirmed()
    {
        Assert.True(Settled(Body(Everyone, "aln")).ApplyTo(Plan).ResponsibilityIsAssumed);
        Assert.True(Settled(Confirmed(Body(Everyone, "aln"))).ApplyTo(Plan).ResponsibilityIsAssumed);
        Assert.True(Settled(Confirmed(Body(Everyone, "aln")), Confirmed(Row("i2", "vs"))).ApplyTo(Plan).ResponsibilityIsAssumed);
        Assert.True(Settled(Confirmed(Body(Everyone, "aln")), Confirmed(Body(Two, "vs")), Row("i2", "vs")).ApplyTo(Plan).ResponsibilityIsAssumed);

        Assert.False(Settled(Confirmed(Body(Everyone, "aln")), Confirmed(Body(Two, "vs"))).ApplyTo(Plan).ResponsibilityIsAssumed);
        Assert.False(Settled(Confirmed(Row("i1", "aln")), Confirmed(Row("i2", "vs")), Confirmed(Row("i3", "vs"))).ApplyTo(Plan).ResponsibilityIsAssumed);
    }

    [Fact]
    public void What_a_document_itself_says_is_not_assumed_until_something_unconfirmed_takes_its_place()
    {
        Assert.False(Settled(Confirmed(Row("i1", "aln"))).ApplyTo(Said).ResponsibilityIsAssumed);
        Assert.True(Settled(Row("i1", "aln")).ApplyTo(Said).ResponsibilityIsAssumed);
    }

    [Fact]
    public void Two_that_say_the_same_are_told_from_two_that_do_not()
    {
        AreaSettings one = Settled(Row("i1", "aln", "vs")) with { OrdinaryMonths = [1, 5] }, same = Settled(Row("i1", "aln", "vs")) with { OrdinaryMonths = [1, 5] };

        Assert.True(one.SaysTheSameAs(same));
        AreaSettings[] others =
        [
            same with { OrdinaryMonths = [1, 6] }, same with { Responsibilities = [Row("i1", "vs")] }, same with { Responsibilities = [Confirmed(Row("i1", "aln", "vs"))] },
            same with { Days = new(30, 14, 6) }, same with { WarningDays = 61 }, same with { SmallNumberThreshold = 6 }, same with { Monthly = new(15, IsConfirmed: true) },
        ];
        Assert.All(others, o => Assert.False(one.SaysTheSameAs(o)));
    }

    private static AreaSettings Settled(params Responsibility[] rows) => new() { Responsibilities = rows };

    private static Responsibility Body(string body, params string[] departments) => new("hsvo-2021", body, null, departments, IsConfirmed: false);

    private static Responsibility Row(string indicator, params string[] departments) => new("hsvo-2021", null, indicator, departments, IsConfirmed: false);

    private static Responsibility Confirmed(Responsibility row) => row with { IsConfirmed = true };

    private static string[] Owing(Plan plan, string indicator) => [.. plan.Owing(plan.Node(indicator)).Select(d => d.Id)];
}
