using System.Security.Cryptography;
using System.Text;
using Hsvo.Domain.Meetings;
using Hsvo.TestKit;
using Hsvo.TestKit.Builders;
using Hsvo.UseCases.Papers;
using Hsvo.UseCases.Stores;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace Hsvo.UseCases.Tests;

/// <summary>The meeting of 20 May 2021: opens on 20 April, seals on 13 May.</summary>
public sealed class CompileMeetingPapersTests(AzuriteFixture azurite) : StorageTest(azurite)
{
    [Fact]
    public async Task Before_the_round_opens_there_is_no_paper_and_from_that_day_a_preliminary_one()
    {
        var app = await BeginAsync();

        Time.GoTo(new(2021, 4, 19));
        Assert.Empty(await app.CompileMeetingPapers.HandleAsync(default));
        Time.GoTo(new(2021, 4, 20));
        var made = Assert.Single(await app.CompileMeetingPapers.HandleAsync(default));

        Assert.Equal((PaperEdition.Preliminary, "2021-05", LargePlan.Id, 1, "2021-05"), (made.Edition, made.Meeting, made.Plan, made.PlanVersion, made.Round));
        Assert.Equal(Time.GetUtcNow(), made.CompiledAt);
        Assert.Equal(made.StatusVersion, (await NewestAsync())!.StatusVersion);
    }

    [Fact]
    public async Task A_new_preliminary_paper_is_made_when_the_status_changed_and_only_then()
    {
        var app = await BeginAsync();
        await app.CompileMeetingPapers.HandleAsync(default);

        Time.Advance(TimeSpan.FromHours(1));
        var unchanged = await app.CompileMeetingPapers.HandleAsync(default);
        await SubmitAsync(app, Submission([Row(0)]));
        Time.Advance(TimeSpan.FromHours(1));
        var changed = await app.CompileMeetingPapers.HandleAsync(default);

        Assert.Empty(unchanged);
        Assert.Equal(Assert.Single(changed).StatusVersion, (await NewestAsync())!.StatusVersion);
    }

    [Fact]
    public async Task On_the_sealing_day_the_paper_is_sealed_once_and_never_again()
    {
        var app = await BeginAsync();
        await app.CompileMeetingPapers.HandleAsync(default);

        Time.GoTo(new(2021, 5, 13));
        var made = Assert.Single(await app.CompileMeetingPapers.HandleAsync(default));
        await app.PermitLateChange.HandleAsync(
            Reporter(), LargePlan.Id, "2021-05", new(LargePlan.Department, new(2021, 5, 14), "Glömdes"), default);
        await SubmitAsync(app, Submission([Row(0)]));
        var later = new List<PaperManifest>();
        foreach (var day in new DateOnly[] { new(2021, 5, 13), new(2021, 5, 14), new(2021, 5, 20), new(2021, 5, 21) })
        {
            Time.GoTo(day);
            later.AddRange(await app.CompileMeetingPapers.HandleAsync(default));
        }

        Assert.Equal(PaperEdition.Sealed, made.Edition);
        Assert.Empty(later);
        Assert.Equal(made.StatusVersion, (await NewestAsync())!.StatusVersion);
    }

    [Fact]
    public async Task A_meeting_that_is_moved_after_its_paper_was_sealed_keeps_that_paper()
    {
        var app = await BeginAsync();
        Time.GoTo(new(2021, 5, 13));
        await app.CompileMeetingPapers.HandleAsync(default);

        await app.SetMeeting.HandleAsync(Reporter(), "2021-05", AMeeting(new(2021, 6, 3), "2021-05"), default);
        Time.GoTo(new(2021, 5, 14));

        Assert.Empty(await app.CompileMeetingPapers.HandleAsync(default));
    }

    [Theory]
    [InlineData(2021, 5, 12, PaperEdition.Preliminary)]
    [InlineData(2021, 5, 20, PaperEdition.Sealed)]
    [InlineData(2021, 5, 21, PaperEdition.Sealed)]
    [InlineData(2021, 9, 1, PaperEdition.Sealed)]
    public async Task A_timer_that_comes_late_makes_what_is_due_on_its_day_though_the_meeting_be_past(int year, int month, int day, PaperEdition edition)
    {
        var app = await BeginAsync();
        Time.GoTo(new(year, month, day));

        Assert.Equal(edition, Assert.Single(await app.CompileMeetingPapers.HandleAsync(default)).Edition);
        Assert.Empty(await app.CompileMeetingPapers.HandleAsync(default));
    }

    // 22:30 UTC on 12 May is half past midnight on the sealing day in Stockholm.
    [Fact]
    public async Task The_days_are_Stockholms()
    {
        var app = await BeginAsync();
        Time.GoTo(new(2021, 5, 12));
        Time.Advance(TimeSpan.FromHours(11.5));

        Assert.Equal(PaperEdition.Sealed, Assert.Single(await app.CompileMeetingPapers.HandleAsync(default)).Edition);
    }

    [Fact]
    public async Task The_manifest_lists_the_files_and_the_revisions_that_were_used()
    {
        var app = await BeginAsync();
        await SubmitAsync(app, Submission([Row(0), Row(1)]));
        await SubmitAsync(app, Submission([Row(1, "nej")]));

        var manifest = Assert.Single(await app.CompileMeetingPapers.HandleAsync(default));

        Assert.Equal([(0, 1), (1, 2)], manifest.Revisions.Select(r => (r.Key.Indicator == LargePlan.Indicator(0) ? 0 : 1, r.Revision)));
        Assert.Equal(["sammanstallning.txt", "sammanstallning.html"], manifest.Files.Select(f => f.Name));
        foreach (var file in manifest.Files)
        {
            var paper = (await app.ReadPaper.HandleAsync("2021-05", file.Name, default)).Value!;
            Assert.Equal(Written(file.Name, PaperEdition.Preliminary, answered: 2), Encoding.UTF8.GetString(paper.Content.Span));
            Assert.Equal((file.Length, file.Sha256), (paper.Content.Length, Convert.ToHexStringLower(SHA256.HashData(paper.Content.Span))));
        }
    }

    [Theory]
    [InlineData("2021-05", "finns-inte.html", "paper.file")]
    [InlineData("2021-10", "sammanstallning.html", "paper.unknown")]
    [InlineData("No id_", "sammanstallning.html", "paper.unknown")]
    public async Task A_paper_or_file_that_is_not_there_is_not_found(string meeting, string file, string code)
    {
        var app = await BeginAsync();
        await app.CompileMeetingPapers.HandleAsync(default);

        var failure = (await app.ReadPaper.HandleAsync(meeting, file, default)).Failure!;
        Assert.Equal((FailureKind.NotFound, code), (failure.Kind, failure.Code));
        Assert.Equal(code == "paper.file", failure.Swedish.Contains("sammanstallning.txt, sammanstallning.html", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_run_that_ends_before_the_manifest_leaves_nothing_visible_and_the_next_goes_on()
    {
        var app = await BeginAsync();
        var papers = new Mock<IPaperStore>();
        papers.Setup(p => p.SaveContentAsync(It.IsAny<string>(), It.IsAny<ReadOnlyMemory<byte>>(), It.IsAny<string>(), It.IsAny<CancellationToken>()))
            .Returns<string, ReadOnlyMemory<byte>, string, CancellationToken>(app.Papers.SaveContentAsync);
        papers.Setup(p => p.TryCreateManifestAsync(It.IsAny<PaperManifest>(), It.IsAny<CancellationToken>())).ThrowsAsync(Unavailable);
        var dying = Start(services => WithWriters(services).AddSingleton(papers.Object));

        await Assert.ThrowsAsync<StoreUnavailableException>(() => dying.CompileMeetingPapers.HandleAsync(default));

        Assert.Null(await NewestAsync());
        Assert.NotNull((await app.ReadPaper.HandleAsync("2021-05", "sammanstallning.html", default)).Failure);
        var manifest = Assert.Single(await app.CompileMeetingPapers.HandleAsync(default));
        Assert.Equal(2, manifest.Files.Count);
    }

    [Fact]
    public async Task Two_runs_at_once_seal_one_paper()
    {
        var app = await BeginAsync();
        var other = Start(s => WithWriters(s));
        Time.GoTo(new(2021, 5, 13));

        var made = await Task.WhenAll(app.CompileMeetingPapers.HandleAsync(default), other.CompileMeetingPapers.HandleAsync(default));

        Assert.Single(made.SelectMany(m => m));
    }

    [Fact]
    public async Task A_meeting_whose_paper_fails_keeps_no_other_from_its_own_and_the_run_fails()
    {
        await ImportAsync(2);
        await SetMeetingAsync();
        await App.SetMeeting.HandleAsync(Reporter(), "2021-10", AMeeting(new(2021, 5, 25), "2021-10"), default);
        var writer = new Mock<IPaperWriter>();
        writer.Setup(w => w.FileName).Returns("sammanstallning.txt");
        writer.Setup(w => w.ContentType).Returns("text/plain");
        writer.Setup(w => w.WriteAsync(It.IsAny<Meeting>(), It.IsAny<PaperEdition>(), It.IsAny<StatusFeed>(), It.IsAny<CancellationToken>()))
            .Returns<Meeting, PaperEdition, StatusFeed, CancellationToken>((meeting, _, _, _) => meeting.Id == "2021-05"
                ? throw new InvalidOperationException("Can't be written.")
                : Task.FromResult<ReadOnlyMemory<byte>>(new byte[] { 1 }));
        var app = Start(s => s.AddSingleton(writer.Object));

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => app.CompileMeetingPapers.HandleAsync(default));

        Assert.Equal("Can't be written.", failure.Message);
        Assert.Null(await NewestAsync());
        Assert.NotNull(await App.Papers.FindNewestAsync(Area, "2021-10", default));
    }

    private async Task<Instance> BeginAsync()
    {
        await ImportAsync(2);
        await SetMeetingAsync();
        return Start(s => WithWriters(s));
    }

    private static IServiceCollection WithWriters(IServiceCollection services) => services
        .AddSingleton(Writer("sammanstallning.txt", "text/plain"))
        .AddSingleton(Writer("sammanstallning.html", "text/html"));

    private static IPaperWriter Writer(string name, string type)
    {
        var writer = new Mock<IPaperWriter>();
        writer.Setup(w => w.FileName).Returns(name);
        writer.Setup(w => w.ContentType).Returns(type);
        writer.Setup(w => w.WriteAsync(It.IsAny<Meeting>(), It.IsAny<PaperEdition>(), It.IsAny<StatusFeed>(), It.IsAny<CancellationToken>()))
            .Returns<Meeting, PaperEdition, StatusFeed, CancellationToken>((_, edition, feed, _) =>
                Task.FromResult<ReadOnlyMemory<byte>>(Encoding.UTF8.GetBytes(Written(name, edition, feed.Status["1"].Coverage.Answered))));
        return writer.Object;
    }

    private static string Written(string name, PaperEdition edition, int answered) => $"{name} {edition} {answered}";

    private Task<PaperManifest?> NewestAsync() => App.Papers.FindNewestAsync(Area, "2021-05", default);
}
