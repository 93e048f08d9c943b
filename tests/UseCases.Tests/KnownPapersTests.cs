using Hsvo.Domain.Areas;
using Hsvo.Domain.Meetings;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Summaries;
using Hsvo.Plans;
using Hsvo.UseCases.Papers;
using Hsvo.UseCases.Stores;
using Moq;

namespace Hsvo.UseCases.Tests;

/// <summary>What many pages ask of the papers, storage is asked for seldom.</summary>
public sealed class KnownPapersTests
{
    private static readonly Plan Plan = PlanLibrary.Hsvo2021;
    private static readonly Meeting May = MeetingOn("2021-05", new(2021, 5, 20));
    private static readonly Meeting October = MeetingOn("2021-10", new(2021, 10, 21));

    private readonly Mock<IPaperStore> _store = new();
    private readonly KnownPapers _papers;

    public KnownPapersTests()
    {
        _papers = new(new("uppsala"), _store.Object, TimeProvider.System);
        _store.Setup(s => s.ListAsync("uppsala", It.IsAny<string>(), It.IsAny<CancellationToken>())).ReturnsAsync([]);
    }

    [Fact]
    public async Task Everyone_gets_the_newest_preliminary_edition_and_the_sealed_one()
    {
        Seal(May, "preliminary-1", "preliminary-2");

        var editions = await _papers.ListAsync(May, default);

        Assert.Equal(["preliminary-2", "sealed"], editions.Select(e => e.Version));
    }

    [Fact]
    public async Task The_last_paper_is_that_of_the_last_samrad_that_has_been_held()
    {
        Seal(May);
        Seal(October);

        Assert.Null(await LastOnAsync(May.Date));
        Assert.Equal("2021-05", (await LastOnAsync(May.Date.AddDays(1)))?.Manifest.Meeting);
        Assert.Equal("2021-05", (await LastOnAsync(October.Date))?.Manifest.Meeting);
        Assert.Equal("2021-10", (await LastOnAsync(October.Date.AddDays(1)))?.Manifest.Meeting);
    }

    [Fact]
    public async Task A_samrad_without_a_sealed_paper_is_passed_over()
    {
        Seal(May);

        Assert.Equal("2021-05", (await LastOnAsync(October.Date.AddDays(30)))?.Manifest.Meeting);
    }

    [Fact]
    public async Task A_sealed_paper_is_read_once_however_many_ask()
    {
        Seal(May);

        for (var i = 0; i < 20; i++)
        {
            await LastOnAsync(May.Date.AddDays(10));
        }

        _store.Verify(s => s.ListAsync("uppsala", May.Id, It.IsAny<CancellationToken>()), Times.Once);
        _store.Verify(s => s.FindManifestAsync("uppsala", May.Id, "sealed", It.IsAny<CancellationToken>()), Times.Once);
    }

    private static Meeting MeetingOn(string id, DateOnly date) => new() { Id = id, Area = "uppsala", Date = date, Agenda = [new(Plan.Id, id)] };

    private Task<(PaperManifest Manifest, PaperPlan Plan)?> LastOnAsync(DateOnly day) =>
        _papers.FindLastAsync(new(Plan, new AreaRecord { Meetings = [May, October] }, [], "stamp"), day, default);

    private void Seal(Meeting meeting, params string[] earlier)
    {
        var manifest = new PaperManifest
        {
            Area = "uppsala",
            Meeting = meeting.Id,
            MeetingDate = meeting.Date,
            Edition = PaperEdition.Sealed,
            ContentVersion = "x",
            CompiledAt = new(meeting.Seals.ToDateTime(default), TimeSpan.Zero),
            Files = [],
            Plans = [new(Plan.Id, 1, meeting.Id, [], [])],
        };
        _store.Setup(s => s.FindManifestAsync("uppsala", meeting.Id, "sealed", It.IsAny<CancellationToken>())).ReturnsAsync(manifest);
        _store.Setup(s => s.ListAsync("uppsala", meeting.Id, It.IsAny<CancellationToken>()))
            .ReturnsAsync([.. earlier.Select(v => ListedPaper.Of(manifest) with { Version = v, Edition = PaperEdition.Preliminary }), ListedPaper.Of(manifest)]);
    }
}
