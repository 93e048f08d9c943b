using Hsvo.Domain.Meetings;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.TestKit;
using Hsvo.TestKit.Builders;
using Hsvo.UseCases.Audit;
using Hsvo.UseCases.Stores;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace Hsvo.UseCases.Tests;

/// <summary>A test of use cases over the real stores, in an area of its own, with time in its hands.</summary>
[Collection(AzuriteFixture.Collection)]
public abstract class StorageTest : IDisposable
{
    private readonly AzuriteFixture _azurite;
    private readonly List<Instance> _instances = [];

    protected StorageTest(AzuriteFixture azurite)
    {
        _azurite = azurite;
        Plan = new(Area, LargePlan.Id);
        App = Start();
    }

    protected string Area { get; } = $"t{Guid.NewGuid():N}";

    protected PlanKey Plan { get; }

    /// <summary>The account's connection string.</summary>
    protected string Storage => _azurite.ConnectionString;

    /// <summary>Two and a half weeks before the meeting that <see cref="SetMeetingAsync"/> sets, three days before answers are due.</summary>
    protected FakeTime Time { get; } = FakeTime.At(2021, 5, 3);

    protected Instance App { get; }

    public void Dispose()
    {
        _instances.ForEach(i => i.Dispose());
        GC.SuppressFinalize(this);
    }

    protected Instance Start(Action<IServiceCollection>? overrides = null)
    {
        var instance = new Instance(_azurite.ConnectionString, Area, Time, overrides);
        _instances.Add(instance);
        return instance;
    }

    protected async Task ImportAsync(int indicators = 60) => Assert.True(await App.Plans.TryImportAsync(LargePlan.Create(Area, indicators), default));

    /// <summary>The samråd of 20 May 2021: answers are due on 6 May, the paper is sealed on 13 May.</summary>
    protected async Task SetMeetingAsync() => Assert.True(await App.Meetings.TryAddAsync(
        new(1, new() { Id = "2021-05", Area = Area, Date = new(2021, 5, 20), Agenda = [new(LargePlan.Id, "2021-05")] }, IsRemoved: false, "nvs", Time.GetUtcNow()),
        await App.Meetings.ReadStampAsync(Area, default),
        default));

    /// <summary>What a coordinator says of an ordinary meeting that follows up one round of the large plan.</summary>
    protected static MeetingPlan AMeeting(DateOnly date, string round = "2021-05", string plan = LargePlan.Id) =>
        new(date, MeetingKind.Ordinary, [new(plan, round)]);

    protected static Caller Reporter(string objectId = "anna", string? department = LargePlan.Department) =>
        new(objectId, new HashSet<Role> { Role.Reporter }, department, IsExample: false);

    protected static readonly Caller Coordinator = new("nvs", new HashSet<Role> { Role.Coordinator }, "nvs", IsExample: false);

    protected static ReportKey Cell(int indicator, string department = LargePlan.Department) => new("2021-05", LargePlan.Indicator(indicator), department);

    protected static SubmittedRow Row(int indicator, string value = "ja", string round = "2021-05", string? comment = null, string? reason = null) => new(
        LargePlan.Indicator(indicator), LargePlan.Department, round, new() { Value = SubmittedValue.Of(value), Comment = comment, Reason = reason }, []);

    protected static Submission Submission(IReadOnlyList<SubmittedRow> rows, string? key = null, bool dryRun = false, Caller? caller = null) =>
        new(caller ?? Reporter(), LargePlan.Id, rows, dryRun, key, Door.Api);

    protected static async Task<SubmissionReceipt> SubmitAsync(Instance app, Submission submission)
    {
        var outcome = await app.SubmitReports.HandleAsync(submission, default);
        Assert.Null(outcome.Failure);
        return outcome.Value!;
    }

    protected static async Task<Failure> FailToSubmitAsync(Instance app, Submission submission)
    {
        var outcome = await app.SubmitReports.HandleAsync(submission, default);
        Assert.Null(outcome.Value);
        return outcome.Failure!;
    }

    protected async Task<List<Report>> CellsAsync() => [.. (await App.Reports.ReadCellsAsync(Plan, default)).Select(c => c.Report)];

    protected async Task<List<Report>> LogAsync() => await App.Reports.ReadLogAsync(Plan, default).Select(r => r.Original).ToListAsync();

    /// <summary>The real report store, with one method that a test decides on; it gets the number of the call, from 0. Drafts are removed after what a test does then.</summary>
    protected Action<IServiceCollection> WithAppend(Func<int, Func<Task<AppendOutcome>>, Task<AppendOutcome>> append, Action? beforeRemoval = null)
    {
        var real = App.Reports;
        var calls = 0;
        var store = new Mock<IReportStore>(MockBehavior.Strict);
        store.Setup(s => s.ReadCellsAsync(It.IsAny<PlanKey>(), It.IsAny<CancellationToken>())).Returns<PlanKey, CancellationToken>(real.ReadCellsAsync);
        store.Setup(s => s.ReadCellsAndDraftsAsync(It.IsAny<PlanKey>(), It.IsAny<CancellationToken>()))
            .Returns<PlanKey, CancellationToken>(real.ReadCellsAndDraftsAsync);
        store.Setup(s => s.ReadStampAsync(It.IsAny<PlanKey>(), It.IsAny<CancellationToken>())).Returns<PlanKey, CancellationToken>(real.ReadStampAsync);
        store.Setup(s => s.ReadSentAsync(It.IsAny<PlanKey>(), It.IsAny<string>(), It.IsAny<CancellationToken>()))
            .Returns<PlanKey, string, CancellationToken>(real.ReadSentAsync);
        store.Setup(s => s.TryRemoveDraftsAsync(It.IsAny<PlanKey>(), It.IsAny<IReadOnlyList<StoredDraft>>(), It.IsAny<RemovedBy>(), It.IsAny<CancellationToken>()))
            .Callback(() => beforeRemoval?.Invoke())
            .Returns<PlanKey, IReadOnlyList<StoredDraft>, RemovedBy, CancellationToken>(real.TryRemoveDraftsAsync);
        store.Setup(s => s.AppendAsync(It.IsAny<PlanKey>(), It.IsAny<SubmissionPart>(), It.IsAny<CancellationToken>()))
            .Returns<PlanKey, SubmissionPart, CancellationToken>(async (plan, part, token) =>
            {
                AppendedPart? appended = null;
                var outcome = await append(calls++, async () => (appended = await real.AppendAsync(plan, part, token)).Outcome);
                return appended?.Outcome == outcome ? appended : new(outcome, []);
            });
        return services => services.AddSingleton(store.Object);
    }

    protected static StoreUnavailableException Unavailable => new(new TimeoutException());
}
