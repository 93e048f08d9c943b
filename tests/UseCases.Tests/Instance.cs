using Hsvo.Storage;
using Hsvo.UseCases.Archive;
using Hsvo.UseCases.Audit;
using Hsvo.UseCases.Calendar;
using Hsvo.UseCases.Notices;
using Hsvo.UseCases.Papers;
using Hsvo.UseCases.Proposals;
using Hsvo.UseCases.Stores;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Hsvo.UseCases.Tests;

/// <summary>The use cases and real stores as one running app has them; several share one storage.</summary>
public sealed class Instance : IDisposable
{
    private readonly ServiceProvider _services;

    /// <param name="storage">The account.</param>
    /// <param name="area">The area served.</param>
    /// <param name="time">The clock.</param>
    /// <param name="overrides">What stands in place of a real store.</param>
    public Instance(string storage, string area, TimeProvider time, Action<IServiceCollection>? overrides = null)
    {
        var services = new ServiceCollection()
            .AddStorage(new ConfigurationBuilder().AddInMemoryCollection([new("Storage", storage)]).Build())
            .AddUseCases(new AreaOptions(area))
            .AddSingleton(time)
            .AddLogging();
        overrides?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    public SubmitReports SubmitReports => _services.GetRequiredService<SubmitReports>();

    public ChangeReport ChangeReport => _services.GetRequiredService<ChangeReport>();

    public ReviewReports ReviewReports => _services.GetRequiredService<ReviewReports>();

    public MaskComment MaskComment => _services.GetRequiredService<MaskComment>();

    public ReadHistory ReadHistory => _services.GetRequiredService<ReadHistory>();

    public ReadRevisions ReadRevisions => _services.GetRequiredService<ReadRevisions>();

    public ReadReports ReadReports => _services.GetRequiredService<ReadReports>();

    public ReadDrafts ReadDrafts => _services.GetRequiredService<ReadDrafts>();

    public TimerRuns TimerRuns => _services.GetRequiredService<TimerRuns>();

    public ReadPlans ReadPlans => _services.GetRequiredService<ReadPlans>();

    public PlanFeeds Feeds => _services.GetRequiredService<PlanFeeds>();

    public ReadStatus ReadStatus => _services.GetRequiredService<ReadStatus>();

    public PermitLateChange PermitLateChange => _services.GetRequiredService<PermitLateChange>();

    public SetConfiguration SetConfiguration => _services.GetRequiredService<SetConfiguration>();

    public SetStatusRules SetStatusRules => _services.GetRequiredService<SetStatusRules>();

    public OwnGoalCheckIns OwnGoalCheckIns => _services.GetRequiredService<OwnGoalCheckIns>();

    public DeclareNothingMore DeclareNothingMore => _services.GetRequiredService<DeclareNothingMore>();

    public ReadBurden ReadBurden => _services.GetRequiredService<ReadBurden>();

    public ReadMissing ReadMissing => _services.GetRequiredService<ReadMissing>();

    public ReadCalendar ReadCalendar => _services.GetRequiredService<ReadCalendar>();

    public SendNotices SendNotices => _services.GetRequiredService<SendNotices>();

    public ReadNotices ReadNotices => _services.GetRequiredService<ReadNotices>();

    public TestReceiver TestReceiver => _services.GetRequiredService<TestReceiver>();

    public SetMeeting SetMeeting => _services.GetRequiredService<SetMeeting>();

    public RemoveMeeting RemoveMeeting => _services.GetRequiredService<RemoveMeeting>();

    public ImportBuiltInPlan ImportBuiltInPlan => _services.GetRequiredService<ImportBuiltInPlan>();

    public ImportBuiltInProposals ImportBuiltInProposals => _services.GetRequiredService<ImportBuiltInProposals>();

    public MakeProposal MakeProposal => _services.GetRequiredService<MakeProposal>();

    public WithdrawProposal WithdrawProposal => _services.GetRequiredService<WithdrawProposal>();

    public ReadProposals ReadProposals => _services.GetRequiredService<ReadProposals>();

    public ReadPlanVersions ReadPlanVersions => _services.GetRequiredService<ReadPlanVersions>();

    public ImportPlan ImportPlan => _services.GetRequiredService<ImportPlan>();

    public RebuildCells RebuildCells => _services.GetRequiredService<RebuildCells>();

    public IRebuildStore Rebuilds => _services.GetRequiredService<IRebuildStore>();

    public ReadArchive ReadArchive => _services.GetRequiredService<ReadArchive>();

    public ReadAudit ReadAudit => _services.GetRequiredService<ReadAudit>();

    public PersonalScorecards PersonalScorecards => _services.GetRequiredService<PersonalScorecards>();

    public IAuditStore Audit => _services.GetRequiredService<IAuditStore>();

    public ForgetLeftovers ForgetLeftovers => _services.GetRequiredService<ForgetLeftovers>();

    public CompileMeetingPapers CompileMeetingPapers => _services.GetRequiredService<CompileMeetingPapers>();

    public ReadSummary ReadSummary => _services.GetRequiredService<ReadSummary>();

    public IReportStore Reports => _services.GetRequiredService<IReportStore>();

    public IPlanStore Plans => _services.GetRequiredService<IPlanStore>();

    public IMeetingStore Meetings => _services.GetRequiredService<IMeetingStore>();

    public IPaperStore Papers => _services.GetRequiredService<IPaperStore>();

    public void Dispose() => _services.Dispose();
}
