using System.Security.Cryptography;
using System.Text;
using Hsvo.Domain.Meetings;
using Hsvo.Domain.Proposals;
using Hsvo.Domain.Reports;
using Hsvo.Domain.Statuses;
using Hsvo.Domain.Summaries;
using Hsvo.TestKit;
using Hsvo.TestKit.Builders;
using Hsvo.UseCases.Papers;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace Hsvo.UseCases.Tests;

/// <summary>The meeting of 20 May 2021: opens on 20 April, seals on 13 May.</summary>
public sealed class CompileMeetingPapersTests(AzuriteFixture azurite) : StorageTest(azurite)
{
    private static readonly string[] FileNames = ["sammanstallning.json", "sammanstallning.html", "sammanstallning.docx"];

    private readonly List<MeetingSummary> _written = [];

    [Fact]
    public async Task Before_the_round_opens_there_is_no_paper_and_from_that_day_a_preliminary_one()
    {
        var app = await BeginAsync();

        Time.GoTo(new(2021, 4, 19));
        Assert.Empty(await app.CompileMeetingPapers.HandleAsync(default));
        Time.GoTo(new(2021, 4, 20));
        var made = Assert.Single(await app.CompileMeetingPapers.HandleAsync(default));

        Assert.Equal((PaperEdition.Preliminary, "2021-05", new DateOnly(2021, 5, 20)), (made.Edition, made.Meeting, made.MeetingDate));
        var plan = Assert.Single(made.Plans);
        Assert.Equal((LargePlan.Id, 1, "2021-05"), (plan.Plan, plan.Version, plan.Round));
        Assert.Equal(Time.GetUtcNow(), made.CompiledAt);
        Assert.Equal(made.ContentVersion, (await NewestAsync())!.ContentVersion);
    }

    [Fact]
    public async Task A_new_preliminary_paper_is_made_when_the_status_changed_and_only_then_and_the_old_one_stays()
    {
        var app = await BeginAsync();
        var first = Assert.Single(await app.CompileMeetingPapers.HandleAsync(default));

        Time.Advance(TimeSpan.FromHours(1));
        var unchanged = await app.CompileMeetingPapers.HandleAsync(default);
        await SubmitAsync(app, Submission([Row(0)]));
        Time.Advance(TimeSpan.FromHours(1));
        var changed = Assert.Single(await app.CompileMeetingPapers.HandleAsync(default));

        Assert.Empty(unchanged);
        Assert.Equal(changed.ContentVersion, (await NewestAsync())!.ContentVersion);
        var editions = (await app.ReadSummary.ListAsync(Coordinator, "2021-05", default)).Value!;
        Assert.Equal([first.Version, changed.Version], editions.Editions.Select(m => m.Version));
    }

    [Fact]
    public async Task Of_two_runs_at_once_the_paper_of_the_one_that_knows_more_is_the_newest_though_the_other_be_done_later()
    {
        var app = await BeginAsync();
        PaperManifest? quick = null;
        var slow = Start(s => s.AddSingleton(WriterAfter(async () =>
        {
            await SubmitAsync(app, Submission([Row(0)]));
            Time.Advance(TimeSpan.FromSeconds(1));
            quick = Assert.Single(await app.CompileMeetingPapers.HandleAsync(default));
            Time.Advance(TimeSpan.FromSeconds(1));
        })));

        var late = Assert.Single(await slow.CompileMeetingPapers.HandleAsync(default));

        Assert.NotEqual(late.ContentVersion, quick!.ContentVersion);
        Assert.Equal(quick.Version, (await NewestAsync())!.Version);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_masked_is_out_of_the_newest_paper_at_once_and_what_held_it_is_no_longer_for_everyone(bool isCorrectedSince)
    {
        var app = await BeginAsync();
        await SubmitAsync(app, Submission([Row(0, comment: "Anna på Storgatan")]));
        var before = Assert.Single(await app.CompileMeetingPapers.HandleAsync(default)).Version;
        Time.Advance(TimeSpan.FromMinutes(1));
        if (isCorrectedSince)
        {
            await SubmitAsync(app, Submission([Row(0, comment: "En av oss")]));
        }

        var reader = new Caller("lena", new HashSet<Role> { Role.Reader }, null, IsExample: false);
        Assert.Null((await app.ReadSummary.HandleAsync(reader, "2021-05", before, FileNames[0], default)).Failure);
        Assert.Null((await app.MaskComment.HandleAsync(Coordinator, LargePlan.Id, Cell(0), 1, "Namn", default)).Failure);

        Assert.Equal(isCorrectedSince ? "En av oss" : null, SummaryOf("2021-05").Plans[0].Status[LargePlan.Indicator(0)].Cells[0].Report!.Comment);
        Assert.NotEqual(before, (await NewestAsync())!.Version);
        Assert.Equal("paper.superseded", (await app.ReadSummary.HandleAsync(reader, "2021-05", before, FileNames[0], default)).Failure!.Code);
        Assert.Null((await app.ReadSummary.HandleAsync(Coordinator, "2021-05", before, FileNames[0], default)).Failure);
    }

    [Fact]
    public async Task A_mask_whose_paper_could_not_be_made_is_sent_again_and_then_it_is()
    {
        var app = await BeginAsync();
        await SubmitAsync(app, Submission([Row(0, comment: "Anna på Storgatan")]));
        var before = Assert.Single(await app.CompileMeetingPapers.HandleAsync(default)).Version;
        Time.Advance(TimeSpan.FromMinutes(1));
        var failing = Start(s => s.AddSingleton(WriterAfter(() => throw new InvalidOperationException("Can't be written."))));

        await Assert.ThrowsAsync<InvalidOperationException>(() => failing.MaskComment.HandleAsync(Coordinator, LargePlan.Id, Cell(0), 1, "Namn", default));
        Assert.Equal(before, (await NewestAsync())!.Version);
        Assert.Null((await app.MaskComment.HandleAsync(Coordinator, LargePlan.Id, Cell(0), 1, "Namn", default)).Failure);

        Assert.NotEqual(before, (await NewestAsync())!.Version);
        Assert.Null(SummaryOf("2021-05").Plans[0].Status[LargePlan.Indicator(0)].Cells[0].Report!.Comment);
    }

    [Fact]
    public async Task On_the_sealing_day_the_paper_is_sealed_once_and_never_again()
    {
        var app = await BeginAsync();
        await app.CompileMeetingPapers.HandleAsync(default);

        Time.GoTo(new(2021, 5, 13));
        var made = Assert.Single(await app.CompileMeetingPapers.HandleAsync(default));
        await ChangeSealedAsync(app, Row(0));
        var later = new List<PaperManifest>();
        foreach (var day in new DateOnly[] { new(2021, 5, 13), new(2021, 5, 14), new(2021, 5, 20), new(2021, 5, 21) })
        {
            Time.GoTo(day);
            later.AddRange(await app.CompileMeetingPapers.HandleAsync(default));
            later.AddRange(await Start(s => WithWriters(s)).CompileMeetingPapers.HandleAsync(default));
        }

        Assert.Equal(PaperEdition.Sealed, made.Edition);
        Assert.Empty(later);
        Assert.Equal(made.ContentVersion, (await NewestAsync())!.ContentVersion);
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
        Assert.Empty(await Start(s => WithWriters(s)).CompileMeetingPapers.HandleAsync(default));
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

    [Fact]
    public async Task After_downtime_over_two_meetings_both_are_sealed_and_the_later_one_is_compared_with_the_earlier()
    {
        var app = await BeginAsync();
        await SetOctoberAsync(app);
        Time.GoTo(new(2021, 11, 1));

        var made = await app.CompileMeetingPapers.HandleAsync(default);

        Assert.Equal([("2021-05", PaperEdition.Sealed), ("2021-10", PaperEdition.Sealed)], made.Select(m => (m.Meeting, m.Edition)));
        Assert.Equal("2021-05", Assert.Single(SummaryOf("2021-10").Plans).Since!.Meeting);
    }

    // The nights when the clocks change: Stockholm's midnight is 23:00 UTC in winter and 22:00 in summer.
    [Theory]
    [InlineData("2021-04-04", "2021-03-27T23:00:00Z")]
    [InlineData("2021-04-05", "2021-03-28T22:00:00Z")]
    [InlineData("2021-11-07", "2021-10-30T22:00:00Z")]
    [InlineData("2021-11-08", "2021-10-31T23:00:00Z")]
    public async Task The_paper_is_sealed_from_midnight_in_Stockholm_when_the_clocks_change_too(string meeting, string midnight)
    {
        await ImportAsync(1);
        await App.Meetings.TryAddAsync(
            new(1, new() { Id = "m", Area = Area, Date = DateOnly.Parse(meeting, null), Agenda = [new(LargePlan.Id, "2021-05")] }, IsRemoved: false, "nvs", Time.GetUtcNow()),
            await App.Meetings.ReadStampAsync(Area, default), default);
        var app = Start(s => WithWriters(s));
        GoTo(DateTimeOffset.Parse(midnight, null).AddHours(-3));

        var made = new List<PaperManifest>();
        for (var hour = 0; hour < 30; hour++)
        {
            made.AddRange(await app.CompileMeetingPapers.HandleAsync(default));
            GoTo(Time.GetUtcNow().AddHours(1));
        }

        Assert.Equal(DateTimeOffset.Parse(midnight, null), Assert.Single(made, m => m.Edition == PaperEdition.Sealed).CompiledAt);
        Assert.Equal(PaperEdition.Preliminary, made[0].Edition);
    }

    [Fact]
    public async Task The_manifest_lists_the_files_the_revisions_that_were_used_and_what_was_said_of_each_node()
    {
        var app = await BeginAsync();
        await SubmitAsync(app, Submission([Row(0), Row(1)]));
        await SubmitAsync(app, Submission([Row(1, "nej")]));

        var manifest = Assert.Single(await app.CompileMeetingPapers.HandleAsync(default));

        var plan = Assert.Single(manifest.Plans);
        Assert.Equal(
            [(LargePlan.Indicator(0), 1, "ja"), (LargePlan.Indicator(1), 2, "nej")],
            plan.Revisions.Select(r => (r.Key.Indicator, r.Revision, r.Answer!.Value!.ToString())));
        var standing = plan.Standings.Single(s => s.Node == LargePlan.Indicator(0));
        Assert.Equal((Status.OnTrack, 1, 2), (standing.Status, standing.Answered, standing.Owed));
        Assert.Equal([LargePlan.OtherDepartment], standing.Awaiting);
        Assert.Equal(FileNames, manifest.Files.Select(f => f.Name));
        foreach (var file in manifest.Files)
        {
            var paper = (await app.ReadSummary.HandleAsync(Reporter(), "2021-05", manifest.Version, file.Name, default)).Value!;
            Assert.Equal(Written(file.Name, PaperEdition.Preliminary, answered: 2), Encoding.UTF8.GetString(paper.Content.Span));
            Assert.Equal((file.Length, file.Sha256), (paper.Content.Length, Convert.ToHexStringLower(SHA256.HashData(paper.Content.Span))));
        }
    }

    [Fact]
    public async Task A_plans_first_paper_is_compared_with_nothing_and_the_next_with_the_sealed_one()
    {
        var app = await BeginAsync();
        await SubmitAsync(app, Submission([Row(0, "nej"), Row(1)]));
        Time.GoTo(new(2021, 5, 13));
        await app.CompileMeetingPapers.HandleAsync(default);
        await SetOctoberAsync(app);
        await ChangeSealedAsync(app, Row(1, "nej", reason: "Fel enhet"));
        Time.GoTo(new(2021, 10, 1));
        await SubmitAsync(app, Submission([Row(0, "ja", "2021-10")]));

        await app.CompileMeetingPapers.HandleAsync(default);

        Assert.Null(Assert.Single(SummaryOf("2021-05").Plans).Since);
        var since = Assert.Single(SummaryOf("2021-10").Plans).Since!;
        Assert.Equal(("2021-05", new DateOnly(2021, 5, 20), "2021-05", 1), (since.Meeting, since.Date, since.Round, since.PlanVersion));
        Assert.Equal(ChangeKind.New, since.Changes.Of(LargePlan.Indicator(0))!.Kind);
        Assert.Equal([LargePlan.OtherDepartment], since.Changes.MissingAt(LargePlan.Indicator(0))!.Departments);
        var correction = Assert.Single(since.Corrections);
        Assert.Equal((LargePlan.Indicator(1), 1, 2), (correction.Now.Key.Indicator, correction.Before!.Revision, correction.Now.Revision));
        Assert.Equal((AnswerValue.Yes, "Fel enhet"), (correction.Before.Answer!.Value, correction.Now.Reason));
    }

    [Fact]
    public async Task In_May_the_coming_years_proposals_are_in_the_paper_and_a_new_one_makes_a_new_edition()
    {
        var app = await BeginAsync();
        var first = Assert.Single(await app.CompileMeetingPapers.HandleAsync(default));
        Assert.Equal(2022, SummaryOf("2021-05").Proposals!.Year);
        Assert.Empty(SummaryOf("2021-05").Proposals!.Proposals);

        await app.MakeProposal.HandleAsync(Reporter(), new(2022, ProposalKind.Group, "Nyanlända med psykisk ohälsa", null), null, default);
        await app.MakeProposal.HandleAsync(Reporter(), new(2023, ProposalKind.Area, "Annat år", null), null, default);
        Time.Advance(TimeSpan.FromHours(1));
        var second = Assert.Single(await app.CompileMeetingPapers.HandleAsync(default));

        Assert.NotEqual(first.ContentVersion, second.ContentVersion);
        Assert.Equal("Nyanlända med psykisk ohälsa", Assert.Single(SummaryOf("2021-05").Proposals!.Proposals).Text);
        Assert.Null(SummaryOf("2021-05").ToAdopt);
    }

    [Fact]
    public async Task In_October_the_plan_to_adopt_is_the_coming_years_newest_and_else_it_is_said_that_none_is_loaded()
    {
        var app = await BeginAsync();
        await SetOctoberAsync(app);
        Time.GoTo(new(2021, 10, 1));
        await app.CompileMeetingPapers.HandleAsync(default);
        Assert.Equal(new(2022, Plan: null), SummaryOf("2021-10").ToAdopt);

        await App.Plans.TryImportAsync(LargePlan.Create(Area, 1) with { Id = "stor-2022", Year = 2022 }, default);
        Time.Advance(TimeSpan.FromHours(1));
        await app.CompileMeetingPapers.HandleAsync(default);

        Assert.Equal((2022, "stor-2022"), (SummaryOf("2021-10").ToAdopt!.Year, SummaryOf("2021-10").ToAdopt!.Plan!.Id));
        Assert.Null(SummaryOf("2021-05").ToAdopt);
    }

    [Theory]
    [InlineData("2021-05", "preliminary", "sammanstallning.html", "paper.version")]
    [InlineData("2021-05", "sealed", "finns-inte.html", "paper.file")]
    [InlineData("2021-05", "No id_", "sammanstallning.html", "paper.version")]
    [InlineData("2021-10", "sealed", "sammanstallning.html", "paper.version")]
    [InlineData("No id_", "sealed", "sammanstallning.html", "paper.version")]
    public async Task An_edition_or_file_that_is_not_there_is_not_found(string meeting, string version, string file, string code)
    {
        var app = await BeginAsync();
        Time.GoTo(new(2021, 5, 13));
        await app.CompileMeetingPapers.HandleAsync(default);

        var failure = (await app.ReadSummary.HandleAsync(Reporter(), meeting, version, file, default)).Failure!;
        Assert.Equal((FailureKind.NotFound, code), (failure.Kind, failure.Code));
        Assert.Equal(code == "paper.file", failure.Swedish.Contains(string.Join(", ", FileNames), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Role.Reader, false)]
    [InlineData(Role.Reporter, false)]
    [InlineData(Role.Coordinator, true)]
    [InlineData(Role.Auditor, true)]
    public async Task Earlier_preliminary_papers_may_hold_what_was_masked_since_and_are_for_the_coordinator_and_the_auditor(Role role, bool readsAll)
    {
        var caller = new Caller("lena", new HashSet<Role> { role }, null, IsExample: false);
        var app = await BeginAsync();
        var first = Assert.Single(await app.CompileMeetingPapers.HandleAsync(default)).Version;
        await SubmitAsync(app, Submission([Row(0)]));
        Time.Advance(TimeSpan.FromHours(1));
        var second = Assert.Single(await app.CompileMeetingPapers.HandleAsync(default)).Version;
        Time.GoTo(new(2021, 5, 13));
        await app.CompileMeetingPapers.HandleAsync(default);

        var listed = (await app.ReadSummary.ListAsync(caller, "2021-05", default)).Value!.Editions.Select(m => m.Version);
        var outcomes = new List<Outcome<PaperContent>>();
        foreach (var version in new[] { first, second, "sealed" })
        {
            outcomes.Add(await app.ReadSummary.HandleAsync(caller, "2021-05", version, FileNames[0], default));
        }

        Assert.Equal(readsAll ? [first, second, "sealed"] : [second, "sealed"], listed);
        (FailureKind, string)? refused = readsAll ? null : (FailureKind.Forbidden, "paper.superseded");
        Assert.Equal([refused, null, null], outcomes.Select(o => o.Failure is { } f ? (f.Kind, f.Code) : ((FailureKind, string)?)null));
    }

    [Fact]
    public async Task However_many_editions_there_are_their_list_takes_one_question()
    {
        var app = await BeginAsync();
        for (var edition = 0; edition < 3; edition++)
        {
            await SubmitAsync(app, Submission([Row(0, edition % 2 == 0 ? "ja" : "nej")]));
            Time.Advance(TimeSpan.FromHours(1));
            await app.CompileMeetingPapers.HandleAsync(default);
        }

        var pipeline = new Pipeline();
        var editions = (await Start(s => pipeline.Under(s, Storage)).ReadSummary.ListAsync(Coordinator, "2021-05", default)).Value!.Editions;

        Assert.Equal(3, editions.Count);
        Assert.Equal((LargePlan.Id, 1, "2021-05", 1), Assert.Single(editions[^1].Plans) is var p ? (p.Plan, p.Version, p.Round, p.Answers) : default);
        Assert.Equal(FileNames, editions[^1].Files.Select(f => f.Name));
        Assert.Single(pipeline.Requests);
    }

    [Theory]
    [InlineData("2021-10")]
    [InlineData("No id_")]
    public async Task A_meeting_without_paper_has_no_summary_and_no_editions(string meeting)
    {
        var app = await BeginAsync();

        Assert.Equal("paper.unknown", (await app.ReadSummary.FindNewestAsync(meeting, default)).Failure!.Code);
        Assert.Equal("paper.unknown", (await app.ReadSummary.ListAsync(Coordinator, meeting, default)).Failure!.Code);
    }

    [Fact]
    public async Task A_paper_takes_one_write_for_each_file_and_one_for_the_manifest()
    {
        await BeginAsync();
        var pipeline = new Pipeline();

        await Start(s => pipeline.Under(WithWriters(s), Storage)).CompileMeetingPapers.HandleAsync(default);

        Assert.Equal(FileNames.Length + 1, pipeline.Writes);
    }

    // Each of the four writes that the test above counts, cut before it reaches storage and after.
    [Theory]
    [InlineData(1, false)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    [InlineData(3, true)]
    [InlineData(4, false)]
    [InlineData(4, true)]
    public async Task A_run_that_is_cut_off_at_any_write_shows_no_half_paper_and_the_next_finishes(int write, bool isStored)
    {
        var app = await BeginAsync();
        Time.GoTo(new(2021, 5, 13));
        var dying = Start(s => new Pipeline().CutAt(write, isStored).Under(WithWriters(s), Storage));

        await Assert.ThrowsAnyAsync<Exception>(() => dying.CompileMeetingPapers.HandleAsync(default));
        var shown = await NewestAsync();
        var next = await app.CompileMeetingPapers.HandleAsync(default);

        // Only the last write shows anything, and then all of it.
        Assert.Equal(write == FileNames.Length + 1 && isStored, shown is not null);
        Assert.Equal(shown is null ? 1 : 0, next.Count);
        var manifest = (await NewestAsync())!;
        Assert.Equal(PaperEdition.Sealed, manifest.Edition);
        foreach (var file in manifest.Files)
        {
            var paper = (await app.ReadSummary.HandleAsync(Reporter(), "2021-05", "sealed", file.Name, default)).Value!;
            Assert.Equal(file.Sha256, Convert.ToHexStringLower(SHA256.HashData(paper.Content.Span)));
        }
    }

    [Fact]
    public async Task Two_runs_at_once_seal_one_paper()
    {
        var app = await BeginAsync();
        var other = Start(s => WithWriters(s));
        Time.GoTo(new(2021, 5, 13));

        var made = await Task.WhenAll(app.CompileMeetingPapers.HandleAsync(default), other.CompileMeetingPapers.HandleAsync(default));

        Assert.Single(made.SelectMany(m => m));
        Assert.Equal(["sealed"], await App.Papers.ListVersionsAsync(Area, "2021-05", default));
    }

    [Fact]
    public async Task A_paper_of_a_plan_in_memory_asks_no_table_for_rows_and_one_manifest_to_compare_itself_with()
    {
        var first = await BeginAsync();
        Time.GoTo(new(2021, 5, 13));
        await first.CompileMeetingPapers.HandleAsync(default);
        await SetOctoberAsync(first);
        Time.GoTo(new(2021, 10, 1));
        var pipeline = new Pipeline();
        var app = Start(s => pipeline.Under(WithWriters(s), Storage));
        await app.CompileMeetingPapers.HandleAsync(default);
        pipeline.Forget();

        await app.CompileMeetingPapers.HandleAsync(default);

        Assert.DoesNotContain(pipeline.Requests, r => r.StartsWith("tables", StringComparison.Ordinal));
        Assert.Single(pipeline.Requests, r => r.StartsWith("blobs GET", StringComparison.Ordinal) && r.Contains("meetings/2021-05/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_agenda_of_several_plans_is_one_paper_and_plans_of_one_earlier_meeting_are_compared_by_one_read()
    {
        var app = await BeginAsync();
        await App.Plans.TryImportAsync(LargePlan.Create(Area, 1) with { Id = "stor-insats" }, default);
        await SetAsync(app, "2021-05", new(2021, 5, 20));
        Time.GoTo(new(2021, 5, 13));
        await app.CompileMeetingPapers.HandleAsync(default);
        await SetAsync(app, "2021-10", new(2021, 10, 21));
        Time.GoTo(new(2021, 10, 1));
        var pipeline = new Pipeline();
        var other = Start(s => pipeline.Under(WithWriters(s), Storage));
        var made = await other.CompileMeetingPapers.HandleAsync(default);
        pipeline.Forget();

        await other.CompileMeetingPapers.HandleAsync(default);

        Assert.Equal([LargePlan.Id, "stor-insats"], Assert.Single(made).Plans.Select(p => p.Plan));
        Assert.All(SummaryOf("2021-10").Plans, p => Assert.Equal("2021-05", p.Since!.Meeting));
        Assert.Single(pipeline.Requests, r => r.StartsWith("blobs GET", StringComparison.Ordinal) && r.Contains("meetings/2021-05/", StringComparison.Ordinal));

        static async Task SetAsync(Instance app, string round, DateOnly date) => Assert.Null((await app.SetMeeting.HandleAsync(
            Reporter(), round, new(date, MeetingKind.Ordinary, [new(LargePlan.Id, round), new("stor-insats", round)]), default)).Failure);
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
        writer.Setup(w => w.WriteAsync(It.IsAny<MeetingSummary>(), It.IsAny<CancellationToken>()))
            .Returns<MeetingSummary, CancellationToken>((summary, _) => summary.Meeting.Id == "2021-05"
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

    // October's round opens on 21 September.
    private static async Task SetOctoberAsync(Instance app) =>
        Assert.Null((await app.SetMeeting.HandleAsync(Reporter(), "2021-10", AMeeting(new(2021, 10, 21), "2021-10"), default)).Failure);

    private static async Task ChangeSealedAsync(Instance app, SubmittedRow row)
    {
        await app.PermitLateChange.HandleAsync(Reporter(), LargePlan.Id, "2021-05", new(LargePlan.Department, new(2021, 5, 14), "Glömdes"), default);
        await SubmitAsync(app, Submission([row]));
    }

    private void GoTo(DateTimeOffset instant) => Time.Advance(instant - Time.GetUtcNow());

    private IServiceCollection WithWriters(IServiceCollection services) =>
        FileNames.Aggregate(services, (all, name) => all.AddSingleton(Writer(name, "text/plain")));

    private IPaperWriter Writer(string name, string type)
    {
        var writer = new Mock<IPaperWriter>();
        writer.Setup(w => w.FileName).Returns(name);
        writer.Setup(w => w.ContentType).Returns(type);
        writer.Setup(w => w.WriteAsync(It.IsAny<MeetingSummary>(), It.IsAny<CancellationToken>()))
            .Returns<MeetingSummary, CancellationToken>((summary, _) =>
            {
                lock (_written)
                {
                    _written.Add(summary);
                }

                return Task.FromResult<ReadOnlyMemory<byte>>(Encoding.UTF8.GetBytes(Written(name, summary.Edition, summary.Plans[0].Status["1"].Coverage.Answered)));
            });
        return writer.Object;
    }

    private static IPaperWriter WriterAfter(Func<Task> happens)
    {
        var writer = new Mock<IPaperWriter>();
        writer.Setup(w => w.FileName).Returns(FileNames[0]);
        writer.Setup(w => w.ContentType).Returns("text/plain");
        writer.Setup(w => w.WriteAsync(It.IsAny<MeetingSummary>(), It.IsAny<CancellationToken>())).Returns(async () =>
        {
            await happens();
            return (ReadOnlyMemory<byte>)new byte[] { 1 };
        });
        return writer.Object;
    }

    private MeetingSummary SummaryOf(string meeting) => _written.Last(s => s.Meeting.Id == meeting);

    private static string Written(string name, PaperEdition edition, int answered) => $"{name} {edition} {answered}";

    private Task<PaperManifest?> NewestAsync() => App.Papers.FindNewestAsync(Area, "2021-05", default);
}
