using Hsvo.Domain.Audit;
using Hsvo.Domain.Reports;
using Hsvo.TestKit;
using Hsvo.UseCases.Audit;
using Hsvo.UseCases.Stores;
using Microsoft.Extensions.DependencyInjection;

namespace Hsvo.UseCases.Tests;

/// <summary>Gallring: nothing unless it is set, and never more than what is.</summary>
public sealed class DisposalTests(AzuriteFixture azurite) : StorageTest(azurite)
{
    private static readonly AuditPeriod Always = new(DateTimeOffset.UnixEpoch, FakeTime.At(2030, 1, 1).GetUtcNow());

    [Fact]
    public async Task Nothing_is_disposed_of_unless_it_is_set()
    {
        await WriteAsync();
        Time.Advance(TimeSpan.FromDays(3000));

        var forgotten = await App.ForgetLeftovers.HandleAsync(default);

        Assert.Equal((0, 0, 0), (forgotten.Drafts, forgotten.OldDrafts, forgotten.Refusals));
        Assert.Equal((2, 2), (await DraftsAsync(), await RefusalsAsync()));
    }

    [Fact]
    public async Task What_is_older_than_is_set_is_removed_once_and_the_audit_says_so()
    {
        var app = Start(s => s.AddSingleton(new DisposalOptions { DraftDays = 90, RefusalDays = 365 }));
        await WriteAsync();
        Time.Advance(TimeSpan.FromDays(90));
        var atTheBorder = await app.ForgetLeftovers.HandleAsync(default);
        Time.Advance(TimeSpan.FromHours(1));

        var drafts = await app.ForgetLeftovers.HandleAsync(default);
        var again = await app.ForgetLeftovers.HandleAsync(default);
        Time.Advance(TimeSpan.FromDays(276));
        var refusals = await app.ForgetLeftovers.HandleAsync(default);
        var last = await app.ForgetLeftovers.HandleAsync(default);

        Assert.Equal([(0, 0), (1, 0), (0, 0), (1, 2), (0, 0)], new[] { atTheBorder, drafts, again, refusals, last }.Select(f => (f.OldDrafts, f.Refusals)));
        Assert.Equal((0, 0), (await DraftsAsync(), await RefusalsAsync()));
        var said = (await App.ReadAudit.ReadAsync(new(Always) { Door = Door.App }, default).ToListAsync()).Where(e => e.Action is AuditAction.DraftsRemoved or AuditAction.RefusalsRemoved);
        Assert.Equal([(AuditAction.DraftsRemoved, 1, null), (AuditAction.DraftsRemoved, 1, null), (AuditAction.RefusalsRemoved, 0, 2)], said.Select(e => (e.Action, e.Items.Count, e.Count)).Order());
    }

    [Fact]
    public async Task Answers_and_what_the_audit_says_of_them_stay_however_old()
    {
        var app = Start(s => s.AddSingleton(new DisposalOptions { DraftDays = DisposalOptions.FewestDays, RefusalDays = DisposalOptions.FewestDays }));
        await WriteAsync();
        Time.Advance(TimeSpan.FromDays(3000));

        await app.ForgetLeftovers.HandleAsync(default);

        Assert.Equal((1, 1), ((await CellsAsync()).Count, (await LogAsync()).Count));
        Assert.Single(await App.ReadAudit.ReadAsync(new(Always), default).Where(e => e.Action == AuditAction.ReportsStored).ToListAsync());
    }

    [Fact]
    public async Task Two_that_dispose_at_once_remove_each_entry_once()
    {
        await ImportAsync(1);
        foreach (var i in Enumerable.Range(0, 150))
        {
            await KeepRefusalAsync(i);
        }

        Time.Advance(TimeSpan.FromDays(31));
        Instance[] both = [.. Enumerable.Range(0, 2).Select(_ => Start(s => s.AddSingleton(new DisposalOptions { RefusalDays = 30 })))];

        var forgotten = await Task.WhenAll(both.Select(b => b.ForgetLeftovers.HandleAsync(default)));

        Assert.Equal(150, forgotten.Sum(f => f.Refusals));
        Assert.Equal(0, await RefusalsAsync());
        Assert.Equal(150, (await App.ReadAudit.ReadAsync(new(Always), default).ToListAsync()).Sum(e => e.Action == AuditAction.RefusalsRemoved ? e.Count : 0));
    }

    // An answer, two drafts of which one is a day younger, and two refusals.
    private async Task WriteAsync()
    {
        await ImportAsync(3);
        await SubmitAsync(App, Submission([Row(0)]));
        await SubmitAsync(App, Submission([Row(1)]) with { IsDraft = true });
        await KeepRefusalAsync(0);
        await KeepRefusalAsync(1);
        Time.Advance(TimeSpan.FromDays(1));
        await SubmitAsync(App, Submission([Row(2)]) with { IsDraft = true });
        Time.Advance(TimeSpan.FromDays(-1));
    }

    private Task KeepRefusalAsync(int number) => App.Audit.KeepAsync(
        Area,
        new() { Id = AuditEntries.NewId(), At = Time.GetUtcNow(), Action = AuditAction.Refused, By = "anna", Refused = new(403, "role.missing", "GET", $"/{number}") },
        default);

    private async Task<int> DraftsAsync() => (await App.Reports.ReadDraftsAsync(Plan, default)).Count;

    private Task<int> RefusalsAsync() => App.ReadAudit.ReadAsync(new(Always with { Refusals = true }), default).CountAsync().AsTask();
}
