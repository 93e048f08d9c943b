using Hsvo.Domain.Meetings;
using Hsvo.TestKit;
using Hsvo.TestKit.Builders;
using Hsvo.UseCases.Stores;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace Hsvo.UseCases.Tests;

/// <summary>The samråd of 20 May 2021: answers are due on 6 May, the paper is sealed on 13 May.</summary>
public sealed class DeclareNothingMoreTests(AzuriteFixture azurite) : StorageTest(azurite)
{
    [Fact]
    public async Task Nothing_more_is_awaited_from_who_declared_and_the_list_says_who_and_when()
    {
        await BeginAsync();
        await SubmitAsync(App, Submission([Row(0)]));

        var declared = (await DeclareAsync()).Value!;

        Assert.Equal((1, false, "anna", Time.GetUtcNow()), (declared.Number, declared.IsWithdrawn, declared.By, declared.At));
        Time.GoTo(new(2021, 5, 8));
        var (own, other) = await MissingAsync();
        Assert.Equal((1, 0, declared), (own.Owed, own.Rows.Count, own.NothingMore));
        Assert.Equal((3, 3, null), (other.Owed, other.Rows.Count, other.NothingMore));
    }

    [Fact]
    public async Task A_report_afterwards_counts_all_the_same()
    {
        await BeginAsync();
        await DeclareAsync();

        await SubmitAsync(App, Submission([Row(1)]));

        Assert.Equal((1, 0), await MissingAsync() is var (own, _) ? (own.Owed, own.Rows.Count) : default);
        Assert.Single(await CellsAsync());
    }

    [Fact]
    public async Task Taken_back_everything_is_awaited_again_and_both_words_are_kept()
    {
        await BeginAsync();
        await DeclareAsync();
        Time.Advance(TimeSpan.FromHours(1));

        Assert.Null((await WithdrawAsync()).Failure);

        Assert.Equal(3, (await MissingAsync()).Own.Rows.Count);
        Assert.Empty((await App.DeclareNothingMore.ListAsync(LargePlan.Id, "2021-05", default)).Value!);
        Assert.Equal([(1, false), (2, true)], (await App.Meetings.ReadAsync(Area, default)).Declarations.Select(d => (d.Number, d.IsWithdrawn)));
        Assert.Equal(3, (await DeclareAsync()).Value!.Number);
    }

    [Fact]
    public async Task Said_again_it_is_what_was_said_first()
    {
        await BeginAsync();
        var first = (await DeclareAsync()).Value!;
        Time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(first, (await DeclareAsync()).Value);
        Assert.Equal(first, Assert.Single((await App.DeclareNothingMore.ListAsync(LargePlan.Id, "2021-05", default)).Value!));
    }

    [Fact]
    public async Task Another_round_is_another_matter()
    {
        await BeginAsync();
        await App.SetMeeting.HandleAsync(Coordinator, "2021-10", AMeeting(new(2021, 5, 28), "2021-10"), default);
        await App.DeclareNothingMore.HandleAsync(Reporter(), LargePlan.Id, "2021-10", LargePlan.Department, default);

        Assert.Equal(3, (await MissingAsync()).Own.Rows.Count);
    }

    [Theory]
    [InlineData("okand-2021", "2021-05", LargePlan.Department, FailureKind.NotFound, "plan.unknown")]
    [InlineData(LargePlan.Id, "1999-01", LargePlan.Department, FailureKind.NotFound, "round.unknown")]
    [InlineData(LargePlan.Id, "2021-05", "okand", FailureKind.Invalid, "declaration.invalid")]
    [InlineData(LargePlan.Id, "2021-05", LargePlan.OtherDepartment, FailureKind.Forbidden, "declaration.forbidden")]
    public async Task Only_a_department_itself_declares_in_a_round_that_there_is(string plan, string round, string department, FailureKind kind, string code)
    {
        await BeginAsync();

        var failure = (await App.DeclareNothingMore.HandleAsync(Reporter(), plan, round, department, default)).Failure!;

        Assert.Equal((kind, code), (failure.Kind, failure.Code));
        Assert.Empty((await App.Meetings.ReadAsync(Area, default)).Declarations);
    }

    [Fact]
    public async Task What_was_never_declared_is_not_taken_back()
    {
        await BeginAsync();

        Assert.Equal((FailureKind.NotFound, "declaration.unknown"), (await WithdrawAsync()).Failure is { } f ? (f.Kind, f.Code) : default);
    }

    [Fact]
    public async Task Taken_back_though_the_answer_was_lost_it_is_taken_back()
    {
        await BeginAsync();
        await DeclareAsync();
        var losing = Start(s => s.AddSingleton(StoreThat(async (said, stamp) =>
        {
            await App.Meetings.TryDeclareAsync(said, stamp, default);
            return false;
        })));

        var taken = await losing.DeclareNothingMore.WithdrawAsync(Reporter(), LargePlan.Id, "2021-05", LargePlan.Department, default);

        Assert.Null(taken.Failure);
        Assert.Equal([(1, false), (2, true)], (await App.Meetings.ReadAsync(Area, default)).Declarations.Select(d => (d.Number, d.IsWithdrawn)));
    }

    [Fact]
    public async Task Who_never_stops_changing_its_word_is_asked_to_and_reports_all_the_same()
    {
        await BeginAsync();
        for (var i = 0; i < DeclareNothingMore.MaxDeclarations / 2; i++)
        {
            Assert.Null((await DeclareAsync()).Failure);
            Assert.Null((await WithdrawAsync()).Failure);
        }

        var failure = (await DeclareAsync()).Failure!;

        Assert.Equal((FailureKind.Invalid, "declaration.tooMany"), (failure.Kind, Assert.Single(failure.Faults).Code));
        Assert.Equal(DeclareNothingMore.MaxDeclarations, (await App.Meetings.ReadAsync(Area, default)).Declarations.Count);
        await SubmitAsync(App, Submission([Row(0)]));
        Assert.Null((await App.DeclareNothingMore.HandleAsync(Reporter(), LargePlan.Id, "2021-10", LargePlan.Department, default)).Failure);
    }

    [Fact]
    public async Task Who_owes_nothing_in_the_plan_has_nothing_to_declare_but_may_take_back_what_it_said()
    {
        await BeginAsync();
        await DeclareAsync();
        await App.SetConfiguration.HandleAsync(
            Coordinator, new() { Responsibilities = [new(LargePlan.Id, "tl", null, [LargePlan.OtherDepartment], IsConfirmed: true)] }, [0], default);

        var refused = (await DeclareAsync()).Failure!;
        var taken = await WithdrawAsync();

        Assert.Equal((FailureKind.Invalid, "department.notOwing", "/department"), refused.Faults.Select(f => (refused.Kind, f.Code, f.Pointer)).Single());
        Assert.Null(taken.Failure);
    }

    [Fact]
    public async Task From_the_sealing_on_it_is_refused_like_a_report_unless_the_coordinator_permits_it()
    {
        await BeginAsync();
        Time.GoTo(new(2021, 5, 13));

        var failure = (await DeclareAsync()).Failure!;

        Assert.Equal(("round.sealed", "round"), failure.Faults.Select(f => (f.Code, f.Pointer)).Single());
        await App.PermitLateChange.HandleAsync(Coordinator, LargePlan.Id, "2021-05", new(LargePlan.Department, new(2021, 5, 14), "Glömdes."), default);
        Assert.Null((await DeclareAsync()).Failure);
    }

    [Fact]
    public async Task Of_many_who_say_it_at_once_for_their_department_all_hear_the_same_and_it_stands_once()
    {
        await BeginAsync();
        Instance[] instances = [App, Start()];

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(i =>
            instances[i % 2].DeclareNothingMore.HandleAsync(Reporter($"anna-{i}"), LargePlan.Id, "2021-05", LargePlan.Department, default)));

        Assert.Single(outcomes.Select(o => o.Value).Distinct());
        Assert.Single((await App.Meetings.ReadAsync(Area, default)).Declarations);
    }

    private IMeetingStore StoreThat(Func<Declaration, string, Task<bool>> declares)
    {
        var store = new Mock<IMeetingStore>(MockBehavior.Strict);
        store.Setup(s => s.ReadStampAsync(Area, It.IsAny<CancellationToken>())).Returns<string, CancellationToken>(App.Meetings.ReadStampAsync);
        store.Setup(s => s.ReadAsync(Area, It.IsAny<CancellationToken>())).Returns<string, CancellationToken>(App.Meetings.ReadAsync);
        store.Setup(s => s.TryDeclareAsync(It.IsAny<Declaration>(), It.IsAny<string>(), It.IsAny<CancellationToken>()))
            .Returns<Declaration, string, CancellationToken>((said, stamp, _) => declares(said, stamp));
        return store.Object;
    }

    private async Task BeginAsync()
    {
        await ImportAsync(3);
        await SetMeetingAsync();
    }

    private Task<Outcome<Declaration>> DeclareAsync() => App.DeclareNothingMore.HandleAsync(Reporter(), LargePlan.Id, "2021-05", LargePlan.Department, default);

    private Task<Outcome<Declaration>> WithdrawAsync() => App.DeclareNothingMore.WithdrawAsync(Reporter(), LargePlan.Id, "2021-05", LargePlan.Department, default);

    private async Task<(DepartmentMissing Own, DepartmentMissing Other)> MissingAsync()
    {
        var missing = (await App.ReadMissing.HandleAsync(LargePlan.Id, "2021-05", asOf: null, default)).Value!.Departments;
        return (missing.Single(d => d.Department.Id == LargePlan.Department), missing.Single(d => d.Department.Id == LargePlan.OtherDepartment));
    }
}
