using Hsvo.UseCases.Archive;
using Hsvo.UseCases.Audit;
using Hsvo.UseCases.Calendar;
using Hsvo.UseCases.Notices;
using Hsvo.UseCases.Papers;
using Hsvo.UseCases.Proposals;
using Microsoft.Extensions.DependencyInjection;

namespace Hsvo.UseCases;

/// <summary>Registers the use cases.</summary>
public static class UseCasesExtensions
{
    /// <summary>Adds every use case; the stores, the paper writers and a <see cref="TimeProvider"/> come from elsewhere.</summary>
    /// <param name="services">The services.</param>
    /// <param name="area">The area served.</param>
    /// <param name="disposal">What is disposed of; nothing when it isn't said.</param>
    /// <param name="notices">To whom notices are sent; to nobody when it isn't said.</param>
    public static IServiceCollection AddUseCases(
        this IServiceCollection services, AreaOptions area, DisposalOptions? disposal = null, NoticeOptions? notices = null) => services
        .AddSingleton(area)
        .AddSingleton(disposal ?? new())
        .AddSingleton(notices ?? new())
        .AddSingleton<ReadAudit>()
        .AddSingleton<RefusedRequests>()
        .AddSingleton<PlanFeeds>()
        .AddSingleton<ImportBuiltInPlan>()
        .AddSingleton<ImportPlan>()
        .AddSingleton<DraftPlanFromDocument>()
        .AddSingleton<PastPlans>()
        .AddSingleton<ReadPlanVersions>()
        .AddSingleton<ReadFirstImport>()
        .AddSingleton<ImportBuiltInProposals>()
        .AddSingleton<ReadProposals>()
        .AddSingleton<MakeProposal>()
        .AddSingleton<WithdrawProposal>()
        .AddSingleton<ReadPlans>()
        .AddSingleton<ReadStatus>()
        .AddSingleton<ReadMissing>()
        .AddSingleton<SetMeeting>()
        .AddSingleton<RemoveMeeting>()
        .AddSingleton<PermitLateChange>()
        .AddSingleton<SetConfiguration>()
        .AddSingleton<SetStatusRules>()
        .AddSingleton<PersonalScorecards>()
        .AddSingleton<OwnGoalCheckIns>()
        .AddSingleton<DeclareNothingMore>()
        .AddSingleton<ReadBurden>()
        .AddSingleton<ReadAnswerSheet>()
        .AddSingleton<SubmitReports>()
        .AddSingleton<ChangeReport>()
        .AddSingleton<ReportPlaces>()
        .AddSingleton<ReadReports>()
        .AddSingleton<ReadHistory>()
        .AddSingleton<ReadRevisions>()
        .AddSingleton<ReadDrafts>()
        .AddSingleton<ReadOwnRounds>()
        .AddSingleton<ReviewReports>()
        .AddSingleton<MaskComment>()
        .AddSingleton<RebuildCells>()
        .AddSingleton<ReadArchive>()
        .AddSingleton<ReadCalendar>()
        .AddSingleton<DueNotices>()
        .AddSingleton<SendNotices>()
        .AddSingleton<ReadNotices>()
        .AddSingleton<TestReceiver>()
        .AddSingleton<ForgetLeftovers>()
        .AddSingleton<TimerRuns>()
        .AddSingleton<CompileMeetingPapers>()
        .AddSingleton<SummarizeMeeting>()
        .AddSingleton<ReadSummary>()
        .AddSingleton<KnownPapers>();
}
