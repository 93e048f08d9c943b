using Hsvo.Functions.Http.Health;
using Hsvo.Plans;
using Hsvo.UseCases;
using Hsvo.UseCases.Proposals;
using Hsvo.UseCases.Stores;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging.Abstractions;
using Moq;

namespace Hsvo.Functions.Tests;

/// <summary>A start that waits for no storage, and callers who aren't told that there are no plans while it looks for them.</summary>
public sealed class PlanImportMiddlewareTests : IDisposable
{
    private readonly TaskCompletionSource<string?> _storage = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly PlanImportService _import;

    public PlanImportMiddlewareTests()
    {
        var area = new AreaOptions("uppsala");
        var plans = new Mock<IPlanStore>();
        plans.Setup(p => p.ReadBuiltInAsync(area.Area, It.IsAny<CancellationToken>())).Returns(_storage.Task);
        _import = new(
            new(area, plans.Object, new(plans.Object, Mock.Of<IMeetingStore>(), Mock.Of<IReportStore>(), TimeProvider.System), TimeProvider.System),
            new ImportBuiltInProposals(Mock.Of<IProposalStore>()), new TimerRuns(area, Mock.Of<IRunStore>(), TimeProvider.System), TimeProvider.System,
            NullLogger<PlanImportService>.Instance);
    }

    public void Dispose() => _import.Dispose();

    [Fact]
    public async Task The_start_waits_for_no_storage_and_the_liveness_probe_neither()
    {
        await _import.StartAsync(CancellationToken.None);

        await InvokeAsync(HealthFunctions.LiveName);

        Assert.False(_import.TriedOnce.IsCompleted);
    }

    [Fact]
    public async Task What_is_asked_before_the_plans_were_looked_for_waits_and_is_answered_then()
    {
        await _import.StartAsync(CancellationToken.None);
        var asked = InvokeAsync("ListPlans");
        Assert.False(asked.IsCompleted);

        _storage.SetResult(PlanLibrary.Build);

        await asked;
    }

    [Fact]
    public async Task Storage_that_is_away_keeps_nobody_waiting_for_the_next_try()
    {
        await _import.StartAsync(CancellationToken.None);
        var asked = InvokeAsync("ListPlans");

        _storage.SetException(new StoreUnavailableException(new IOException("Away.")));

        await asked;
        await _import.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_caller_who_gives_up_waits_no_longer()
    {
        await _import.StartAsync(CancellationToken.None);
        using var caller = new CancellationTokenSource();
        var asked = InvokeAsync("ListPlans", caller.Token);

        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
    }

    private Task InvokeAsync(string function, CancellationToken cancellationToken = default)
    {
        var context = new Mock<FunctionContext>();
        context.Setup(c => c.FunctionDefinition).Returns(Mock.Of<FunctionDefinition>(d => d.Name == function));
        context.Setup(c => c.CancellationToken).Returns(cancellationToken);
        return new PlanImportMiddleware(_import).Invoke(context.Object, _ => Task.CompletedTask);
    }
}
