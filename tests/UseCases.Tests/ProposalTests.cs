using Hsvo.Domain.Plans;
using Hsvo.Domain.Proposals;
using Hsvo.Plans;
using Hsvo.TestKit;
using Hsvo.TestKit.Builders;
using Hsvo.UseCases.Proposals;

namespace Hsvo.UseCases.Tests;

public sealed class ProposalTests(AzuriteFixture azurite) : StorageTest(azurite)
{
    private static readonly ProposalDraft Draft = new(2022, ProposalKind.Group, " Unga som varken arbetar eller studerar ", "De är fler än förra året.");

    [Fact]
    public async Task A_unit_proposes_for_itself_under_the_name_the_plan_gives_it()
    {
        await ImportAsync(1);

        var proposal = (await MakeAsync(Draft)).Proposal;

        Assert.Equal((LargePlan.Department, "Norra förvaltningen", new DateOnly(2021, 5, 3)), (proposal.Department, proposal.DepartmentName, proposal.ProposedAt));
        Assert.Equal("Unga som varken arbetar eller studerar", proposal.Text);
        Assert.Equivalent(proposal, Assert.Single(await App.ReadProposals.ListAsync(2022, default)));
        Assert.Empty(await App.ReadProposals.ListAsync(2023, default));
    }

    [Fact]
    public async Task The_same_key_makes_one_proposal_however_often_it_is_sent()
    {
        await ImportAsync(1);
        var first = await MakeAsync(Draft, "k");
        Time.Advance(TimeSpan.FromDays(1));

        var again = await MakeAsync(Draft, "k");

        Assert.Equal((true, false), (first.IsNew, again.IsNew));
        Assert.Equivalent(first.Proposal, again.Proposal);
        Assert.Single(await App.ReadProposals.ListAsync(null, default));
    }

    [Fact]
    public async Task The_same_key_with_another_proposal_is_refused()
    {
        await ImportAsync(1);
        await MakeAsync(Draft, "k");

        var failure = (await App.MakeProposal.HandleAsync(Reporter(), Draft with { Text = "Äldre" }, "k", default)).Failure!;

        Assert.Equal((FailureKind.Invalid, "idempotency.mismatch"), (failure.Kind, failure.Code));
    }

    [Fact]
    public async Task Without_a_key_and_by_other_callers_proposals_do_not_meet()
    {
        await ImportAsync(1);
        await MakeAsync(Draft);
        await MakeAsync(Draft);
        await MakeAsync(Draft, "k");
        Assert.Null((await App.MakeProposal.HandleAsync(Reporter("berit", LargePlan.OtherDepartment), Draft, "k", default)).Failure);

        Assert.Equal(4, (await App.ReadProposals.ListAsync(2022, default)).Count);
    }

    [Theory]
    [InlineData(1999, "a", null, "year.range /year")]
    [InlineData(2022, " ", null, "text.required /text")]
    [InlineData(2022, "20010101-2384", null, "text.personnummer /text")]
    [InlineData(2022, "a", "a\u0007", "text.character /motivation")]
    public async Task A_fault_is_told_with_its_place_and_nothing_is_kept(int year, string text, string? motivation, string expected)
    {
        await ImportAsync(1);

        var failure = (await App.MakeProposal.HandleAsync(Reporter(), new(year, ProposalKind.Area, text, motivation), null, default)).Failure!;

        Assert.Equal(expected, string.Join(", ", failure.Faults.Select(f => $"{f.Code} {f.Pointer}")));
        Assert.Empty(await App.ReadProposals.ListAsync(null, default));
    }

    [Fact]
    public async Task A_key_that_was_used_for_one_year_is_not_one_for_another()
    {
        await ImportAsync(1);
        await App.MakeProposal.HandleAsync(Reporter(), new(2022, ProposalKind.Area, "a", null), "k", default);

        var failure = (await App.MakeProposal.HandleAsync(Reporter(), new(2023, ProposalKind.Area, "a", null), "k", default)).Failure!;

        Assert.Equal("idempotency.mismatch", failure.Code);
        Assert.Single(await App.ReadProposals.ListAsync(null, default));
    }

    [Fact]
    public async Task Too_long_texts_are_refused()
    {
        await ImportAsync(1);

        var failure = (await App.MakeProposal.HandleAsync(
            Reporter(), new(2022, ProposalKind.Area, new('a', MakeProposal.MaxText + 1), new('a', MakeProposal.MaxMotivation + 1)), null, default)).Failure!;

        Assert.Equal(["/text", "/motivation"], failure.Faults.Select(f => f.Pointer));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("ostra")]
    public async Task Who_speaks_for_no_unit_of_the_plans_proposes_nothing(string? department)
    {
        await ImportAsync(1);

        Assert.Equal(FailureKind.Forbidden, (await App.MakeProposal.HandleAsync(Reporter(department: department), Draft, null, default)).Failure!.Kind);
    }

    [Fact]
    public async Task The_office_enters_what_another_unit_or_a_board_proposes_and_it_says_who_and_that_the_office_did()
    {
        await ImportWithBoardAsync();

        var units = (await App.MakeProposal.HandleAsync(Coordinator, Draft with { Department = LargePlan.Department }, null, default)).Value!.Proposal;
        var boards = (await App.MakeProposal.HandleAsync(Coordinator, Draft with { Board = "nn" }, null, default)).Value!.Proposal;
        var own = (await App.MakeProposal.HandleAsync(Reporter(), Draft with { Department = LargePlan.Department }, null, default)).Value!.Proposal;

        Assert.Equal([(false, true), (true, true), (false, false)], new[] { units, boards, own }.Select(p => (p.IsOfBoard, p.IsEnteredByOffice)));
        Assert.All([units, boards, own], p => Assert.Equal((LargePlan.Department, "Norra nämnden"), (p.Department, p.Board)));
        Assert.Equal("nvs", boards.ProposedBy);
        Assert.Equivalent(new[] { units, boards, own }.OrderBy(p => p.Id), (await App.ReadProposals.ListAsync(2022, default)).OrderBy(p => p.Id));
    }

    [Fact]
    public async Task A_board_and_its_unit_may_propose_the_same_under_one_key_and_neither_is_taken_for_the_other()
    {
        await ImportWithBoardAsync();
        await App.MakeProposal.HandleAsync(Coordinator, Draft with { Board = "nn" }, "k", default);

        Assert.False((await App.MakeProposal.HandleAsync(Coordinator, Draft with { Board = "nn" }, "k", default)).Value!.IsNew);
        Assert.Equal("idempotency.mismatch", (await App.MakeProposal.HandleAsync(Coordinator, Draft with { Department = LargePlan.Department }, "k", default)).Failure!.Code);
    }

    [Theory]
    [InlineData("ostra", null, "department.unknown /department")]
    [InlineData(null, "on", "board.unknown /board")]
    [InlineData(null, "No id_", "board.unknown /board")]
    [InlineData("norra", "nn", "proposer.one /board")]
    public async Task Whom_the_plans_do_not_know_nobody_enters_a_proposal_for(string? department, string? board, string expected)
    {
        await ImportWithBoardAsync();

        var failure = (await App.MakeProposal.HandleAsync(Coordinator, Draft with { Department = department, Board = board }, null, default)).Failure!;

        Assert.Equal((FailureKind.Invalid, expected), (failure.Kind, string.Join(", ", failure.Faults.Select(f => $"{f.Code} {f.Pointer}"))));
        Assert.Empty(await App.ReadProposals.ListAsync(null, default));
    }

    [Theory]
    [InlineData(LargePlan.OtherDepartment, null)]
    [InlineData(null, "nn")]
    public async Task A_unit_enters_nothing_for_others_nor_for_its_board(string? department, string? board)
    {
        await ImportWithBoardAsync();

        var failure = (await App.MakeProposal.HandleAsync(Reporter(), Draft with { Department = department, Board = board }, null, default)).Failure!;

        Assert.Equal((FailureKind.Forbidden, "proposal.otherDepartment"), (failure.Kind, failure.Code));
    }

    [Fact]
    public async Task A_boards_proposal_is_taken_back_by_the_office_and_not_by_its_unit()
    {
        await ImportWithBoardAsync();
        var id = (await App.MakeProposal.HandleAsync(Coordinator, Draft with { Board = "nn" }, null, default)).Value!.Proposal.Id;

        Assert.Equal(FailureKind.Forbidden, (await App.WithdrawProposal.HandleAsync(Reporter(), id, default)).Failure!.Kind);
        Assert.Null((await App.WithdrawProposal.HandleAsync(Coordinator, id, default)).Failure);
    }

    [Fact]
    public async Task A_proposal_that_is_taken_back_stays_in_the_list_and_stands_no_longer()
    {
        await ImportAsync(1);
        var kept = (await MakeAsync(Draft)).Proposal;
        var taken = (await MakeAsync(Draft with { Text = "Äldre" })).Proposal;

        var outcome = await App.WithdrawProposal.HandleAsync(Reporter("berit"), taken.Id, default);
        Time.Advance(TimeSpan.FromDays(1));
        var again = await App.WithdrawProposal.HandleAsync(Coordinator, taken.Id, default);

        Assert.Equal("berit", outcome.Value!.Withdrawn!.By);
        Assert.Equal(outcome.Value.Withdrawn, again.Value!.Withdrawn);
        Assert.Equal(2, (await App.ReadProposals.ListAsync(2022, default)).Count);
        Assert.Equal([kept.Id], (await App.ReadProposals.ListStandingAsync(2022, default)).Select(p => p.Id));
    }

    [Fact]
    public async Task Only_its_unit_and_the_office_take_a_proposal_back()
    {
        await ImportAsync(1);
        var id = (await MakeAsync(Draft)).Proposal.Id;

        Assert.Equal(FailureKind.Forbidden, (await App.WithdrawProposal.HandleAsync(Reporter(department: LargePlan.OtherDepartment), id, default)).Failure!.Kind);
        Assert.Equal(FailureKind.NotFound, (await App.WithdrawProposal.HandleAsync(Coordinator, "ingen", default)).Failure!.Kind);
        Assert.Null((await App.WithdrawProposal.HandleAsync(Coordinator, id, default)).Failure);
    }

    [Fact]
    public async Task Of_many_who_take_it_back_at_once_one_is_the_first_and_all_are_told_so()
    {
        await ImportAsync(1);
        var id = (await MakeAsync(Draft)).Proposal.Id;

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => App.WithdrawProposal.HandleAsync(Reporter($"{i}"), id, default)));

        Assert.Single(outcomes.Select(o => o.Value!.Withdrawn!.By).Distinct());
    }

    [Fact]
    public async Task What_stands_in_documents_is_imported_once_and_keeps_its_quote_and_source()
    {
        IEnumerable<Proposal> documents = [.. PlanLibrary.Proposals.Select(p => p with { Area = Area })];

        Assert.Equal(3, await App.ImportBuiltInProposals.ImportMissingAsync(documents, default));
        Assert.Equal(0, await Start().ImportBuiltInProposals.ImportMissingAsync(documents, default));

        var proposals = await App.ReadProposals.ListStandingAsync(2019, default);
        Assert.Equivalent(documents, proposals);
        Assert.All(proposals, p => Assert.True(p.Quote is not null && p.Source is not null));
    }

    [Fact]
    public async Task A_documents_proposal_that_was_taken_back_does_not_come_again_at_the_next_start()
    {
        IEnumerable<Proposal> documents = [.. PlanLibrary.Proposals.Select(p => p with { Area = Area })];
        await App.ImportBuiltInProposals.ImportMissingAsync(documents, default);
        await App.WithdrawProposal.HandleAsync(Coordinator, documents.First().Id, default);

        await Start().ImportBuiltInProposals.ImportMissingAsync(documents, default);

        Assert.Equal(2, (await App.ReadProposals.ListStandingAsync(2019, default)).Count);
    }

    private async Task ImportWithBoardAsync()
    {
        var plan = LargePlan.Create(Area, 1);
        Assert.True(await App.Plans.TryImportAsync(
            plan with
            {
                Boards = [new("nn", "Norra nämnden", "NN", Principal.Kommun, "Norra nämnden")],
                Departments = [.. plan.Departments.Select(d => d.Id == LargePlan.Department ? d with { Board = "nn" } : d)],
            },
            default));
    }

    private async Task<ProposalReceipt> MakeAsync(ProposalDraft draft, string? key = null)
    {
        var outcome = await App.MakeProposal.HandleAsync(Reporter(), draft, key, default);
        Assert.Null(outcome.Failure);
        return outcome.Value!;
    }
}
