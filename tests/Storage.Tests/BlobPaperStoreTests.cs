using System.Net;
using System.Security.Cryptography;
using System.Text;
using Azure.Core.Pipeline;
using Hsvo.Domain.Reports;
using Hsvo.Domain.Statuses;
using Hsvo.Domain.Summaries;
using Hsvo.TestKit;
using Hsvo.UseCases.Papers;
using Hsvo.UseCases.Stores;

namespace Hsvo.Storage.Tests;

public sealed class BlobPaperStoreTests : StoreTest
{
    private static readonly DateTimeOffset Morning = new(2021, 5, 3, 6, 0, 0, TimeSpan.Zero);
    private static readonly ReadOnlyMemory<byte> Content = Encoding.UTF8.GetBytes("<h1>Sammanställning inför samråd</h1>");

    private readonly BlobPaperStore _store;

    public BlobPaperStoreTests(AzuriteFixture azurite)
        : base(azurite) => _store = new(Blobs);

    [Fact]
    public async Task There_is_no_paper_before_one_is_compiled()
    {
        Assert.Null(await _store.FindNewestAsync(Area, "2021-05", default));
        Assert.Null(await _store.FindContentAsync(Area, new('0', 64), default));
    }

    [Fact]
    public async Task A_content_is_found_by_its_hash_and_saving_it_again_is_harmless()
    {
        var first = await _store.SaveContentAsync(Area, Content, "text/html", default);
        var second = await _store.SaveContentAsync(Area, Content, "text/html", default);

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Content.Span)), first);
        Assert.Equal(first, second);
        Assert.Equal(Content.ToArray(), (await _store.FindContentAsync(Area, first, default))!.Value.ToArray());
    }

    [Fact]
    public async Task A_content_alone_shows_no_paper()
    {
        await _store.SaveContentAsync(Area, Content, "text/html", default);

        Assert.Null(await _store.FindNewestAsync(Area, "2021-05", default));
    }

    [Fact]
    public async Task A_manifest_comes_back_as_it_was()
    {
        var manifest = Manifest(PaperEdition.Preliminary, Morning, "v1");

        Assert.True(await _store.TryCreateManifestAsync(manifest, default));

        SaysTheSame(manifest, await _store.FindNewestAsync(Area, "2021-05", default));
    }

    [Theory]
    [InlineData(PaperEdition.Sealed)]
    [InlineData(PaperEdition.Preliminary)]
    public async Task A_manifest_is_created_once_and_the_first_stands(PaperEdition edition)
    {
        var first = Manifest(edition, Morning, "v1");
        await _store.TryCreateManifestAsync(first, default);

        Assert.False(await _store.TryCreateManifestAsync(first with { MeetingDate = new(2021, 6, 1) }, default));

        SaysTheSame(first, await _store.FindNewestAsync(Area, "2021-05", default));
    }

    [Fact]
    public async Task Of_many_who_seal_at_once_one_does()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(1, 6).Select(v => _store.TryCreateManifestAsync(Manifest(PaperEdition.Sealed, Morning, $"v{v}"), default)));

        var winner = Assert.Single(Enumerable.Range(1, 6), v => outcomes[v - 1]);
        Assert.Equal($"v{winner}", (await _store.FindNewestAsync(Area, "2021-05", default))!.ContentVersion);
    }

    [Fact]
    public async Task The_newest_preliminary_one_counts()
    {
        await _store.TryCreateManifestAsync(Manifest(PaperEdition.Preliminary, Morning.AddHours(14), "v3"), default);
        await _store.TryCreateManifestAsync(Manifest(PaperEdition.Preliminary, Morning, "v9"), default);
        await _store.TryCreateManifestAsync(Manifest(PaperEdition.Preliminary, Morning.AddHours(3), "v2"), default);
        await _store.TryCreateManifestAsync(Manifest(PaperEdition.Preliminary, Morning.AddHours(14).AddMilliseconds(-1), "v9"), default);

        Assert.Equal("v3", (await _store.FindNewestAsync(Area, "2021-05", default))!.ContentVersion);
    }

    [Fact]
    public async Task The_sealed_one_counts_before_any_preliminary()
    {
        await _store.TryCreateManifestAsync(Manifest(PaperEdition.Sealed, Morning, "sealed"), default);
        await _store.TryCreateManifestAsync(Manifest(PaperEdition.Preliminary, Morning.AddDays(1), "later"), default);

        Assert.Equal("sealed", (await _store.FindNewestAsync(Area, "2021-05", default))!.ContentVersion);
    }

    [Fact]
    public async Task Every_edition_stays_and_is_listed_by_time_with_the_sealed_one_last()
    {
        Assert.Empty(await _store.ListVersionsAsync(Area, "2021-05", default));
        await _store.TryCreateManifestAsync(Manifest(PaperEdition.Sealed, Morning.AddHours(2), "v3"), default);
        await _store.TryCreateManifestAsync(Manifest(PaperEdition.Preliminary, Morning.AddHours(1), "v1"), default);
        await _store.TryCreateManifestAsync(Manifest(PaperEdition.Preliminary, Morning, "v2"), default);

        var versions = await _store.ListVersionsAsync(Area, "2021-05", default);

        Assert.Equal(["preliminary-20210503t060000.0000000z-v2", "preliminary-20210503t070000.0000000z-v1", "sealed"], versions);
        SaysTheSame(Manifest(PaperEdition.Preliminary, Morning, "v2"), await _store.FindManifestAsync(Area, "2021-05", versions[0], default));
        SaysTheSame(
            [
                ListedPaper.Of(Manifest(PaperEdition.Preliminary, Morning, "v2")), ListedPaper.Of(Manifest(PaperEdition.Preliminary, Morning.AddHours(1), "v1")),
                ListedPaper.Of(Manifest(PaperEdition.Sealed, Morning.AddHours(2), "v3")),
            ],
            await _store.ListAsync(Area, "2021-05", default));
        Assert.Null(await _store.FindManifestAsync(Area, "2021-05", "preliminary-20210503t060000z-v9", default));
    }

    [Fact]
    public async Task Meetings_and_areas_see_nothing_of_each_other()
    {
        var hash = await _store.SaveContentAsync($"{Area}-uppsala", Content, "text/html", default);
        await _store.TryCreateManifestAsync(Manifest(PaperEdition.Sealed, Morning, "v1") with { Area = $"{Area}-uppsala" }, default);

        Assert.NotNull(await _store.FindNewestAsync($"{Area}-uppsala", "2021-05", default));
        Assert.Null(await _store.FindNewestAsync($"{Area}-uppsala", "2021-05-extra", default));
        Assert.Null(await _store.FindNewestAsync($"{Area}-enkoping", "2021-05", default));
        Assert.Null(await _store.FindNewestAsync($"{Area}-upp", "2021-05", default));
        Assert.Null(await _store.FindContentAsync($"{Area}-enkoping", hash, default));
    }

    [Theory]
    [InlineData("../uppsala")]
    [InlineData("a/b")]
    [InlineData("")]
    [InlineData("Å")]
    public async Task A_text_that_is_no_id_becomes_no_name(string text)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => _store.FindNewestAsync(Area, text, default));
        await Assert.ThrowsAsync<ArgumentException>(() => _store.FindNewestAsync(text, "2021-05", default));
        await Assert.ThrowsAsync<ArgumentException>(() => _store.SaveContentAsync(text, Content, "text/html", default));
    }

    [Fact]
    public async Task A_manifest_that_stands_under_another_meetings_name_is_not_read()
    {
        await _store.TryCreateManifestAsync(Manifest(PaperEdition.Sealed, Morning, "v1"), default);
        var papers = Blobs.GetBlobContainerClient("papers");
        var content = (await papers.GetBlobClient(Keys.PaperManifest(Area, "2021-05", "sealed")).DownloadContentAsync()).Value.Content;
        await papers.GetBlobClient(Keys.PaperManifest(Area, "2021-10", "sealed")).UploadAsync(content);

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => _store.FindNewestAsync(Area, "2021-10", default));

        Assert.Contains($"{Area}/meetings/2021-10/sealed.json", failure.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidOperationException>(() => _store.ListAsync(Area, "2021-10", default));
    }

    // To take it for "exists already" would lose the paper.
    [Fact]
    public async Task A_container_that_is_being_deleted_is_unavailable()
    {
        using var http = new HttpClient(new BeingDeleted());
        var store = new BlobPaperStore(new(ConnectionString, new() { Transport = new HttpClientTransport(http) }));

        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.TryCreateManifestAsync(Manifest(PaperEdition.Sealed, Morning, "v1"), default));
    }

    // The container is there, and each blob is refused.
    private sealed class BeingDeleted : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var isContainer = request.RequestUri!.Query.Contains("restype=container", StringComparison.Ordinal);
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.Conflict)
            {
                RequestMessage = request,
                Headers = { { "x-ms-error-code", isContainer ? "ContainerAlreadyExists" : "ContainerBeingDeleted" } },
            });
        }
    }

    private PaperManifest Manifest(PaperEdition edition, DateTimeOffset compiledAt, string version) => new()
    {
        Area = Area,
        Meeting = "2021-05",
        MeetingDate = new(2021, 5, 20),
        Edition = edition,
        ContentVersion = version,
        CompiledAt = compiledAt,
        Files = [new("sammanstallning.html", "text/html", new('a', 64), 42)],
        Plans =
        [
            new(
                "hsvo-2021",
                1,
                "2021-05",
                [
                    new(Reports.Key(1), 3, new Answer { Parts = [new("a", AnswerValue.Of(1.4)), new("b", AnswerValue.ReachedOn(new(2021, 4, 1)))], Assessment = Status.AtRisk }),
                    new(Reports.Key(2), 1, null),
                ],
                [new() { Node = "2.1.1.i1", Status = Status.AtRisk, Answered = 3, Owed = 7, Awaiting = ["ubn", "vs"] }]),
        ],
    };
}
