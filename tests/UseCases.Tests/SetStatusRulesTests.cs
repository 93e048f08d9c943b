using Hsvo.Domain.Statuses;
using Hsvo.TestKit;
using Hsvo.TestKit.Builders;

namespace Hsvo.UseCases.Tests;

/// <summary>Status rules that the coordinator writes.</summary>
public sealed class SetStatusRulesTests(AzuriteFixture azurite) : StorageTest(azurite)
{
    private static readonly WrittenRules Strict = new([new([new(RuleField.Value, RuleOperator.Equal) { Number = 1 }], Status.OnTrack)], Status.Overdue);

    [Fact]
    public async Task What_is_written_holds_for_answers_given_before_and_until_it_is_taken_away_and_every_time_is_remembered()
    {
        await ImportAsync(2);
        await SubmitAsync(App, Submission([Row(0, "nej"), Row(1, "nej")]));
        var before = Time.GetUtcNow();
        Time.Advance(TimeSpan.FromHours(1));

        var written = await SetAsync(Strict);
        var held = await StatusAsync();
        var other = Start();
        var elsewhere = (await other.ReadStatus.HandleAsync(LargePlan.Id, "2021-05", default)).Value!.Status[LargePlan.Indicator(0)].Status;
        Time.Advance(TimeSpan.FromHours(1));
        var removed = await SetAsync(null);

        Assert.Equal((1, 2), (written.Value!.Number, removed.Value!.Number));
        Assert.Equal((Status.Overdue, Status.Overdue, null), (held, elsewhere, await StatusAsync()));
        Assert.Equal([null, Status.Overdue], new[] { await StatusAsync(before), await StatusAsync(before.AddHours(1)) });
        Assert.Equal([Status.Overdue, null], (await App.Meetings.ReadAsync(Area, default)).StatusRules.Select(c => c.Rules?.Otherwise));
    }

    [Fact]
    public async Task A_status_sent_along_that_contradicts_written_rules_is_refused()
    {
        await ImportAsync(1);
        await SetAsync(Strict);
        var row = Row(0, "nej");

        var failure = await FailToSubmitAsync(App, Submission([row with { Answer = row.Answer with { Assessment = Status.AtRisk } }]));

        Assert.Equal(["assessment.contradicts"], failure.Faults.Select(f => f.Code));
    }

    [Fact]
    public async Task Whoever_saw_another_change_is_refused_and_what_is_not_written_can_not_be_taken_away()
    {
        await ImportAsync(1);

        Assert.Equal(FailureKind.NotFound, (await SetAsync(null)).Failure!.Kind);
        Assert.Equal(FailureKind.PreconditionFailed, (await SetAsync(Strict, seen: 1)).Failure!.Kind);
        Assert.Equal(1, (await SetAsync(Strict, seen: 0)).Value!.Number);
        Assert.Equal(2, (await SetAsync(Strict with { Otherwise = Status.Behind }, seen: 1)).Value!.Number);
    }

    [Fact]
    public async Task Of_many_who_write_at_once_each_is_a_change_of_its_own()
    {
        await ImportAsync(1);
        Instance[] instances = [App, Start()];

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => instances[i % 2].SetStatusRules.HandleAsync(
            Coordinator, LargePlan.Id, LargePlan.Indicator(0), Strict, seen: null, default)));

        var stored = outcomes.Where(o => o.Value is not null).Select(o => o.Value!.Number).Order().ToList();
        Assert.Equal(Enumerable.Range(1, stored.Count), stored);
        Assert.All(outcomes.Where(o => o.Failure is not null), o => Assert.Equal(FailureKind.Unavailable, o.Failure!.Kind));
    }

    private Task<Outcome<Domain.Areas.StatusRulesChange>> SetAsync(WrittenRules? rules, int? seen = null) =>
        App.SetStatusRules.HandleAsync(Coordinator, LargePlan.Id, LargePlan.Indicator(0), rules, seen, default);

    private async Task<Status?> StatusAsync(DateTimeOffset? asOf = null) =>
        (await App.ReadStatus.HandleAsync(LargePlan.Id, "2021-05", asOf, default)).Value!.Status[LargePlan.Indicator(0)].Status;
}
