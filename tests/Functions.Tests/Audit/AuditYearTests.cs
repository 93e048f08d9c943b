using System.Security.Cryptography;
using System.Text;
using Hsvo.Domain.Areas;
using Hsvo.Domain.Audit;
using Hsvo.Domain.Reports;
using Hsvo.Functions.Audit;
using Hsvo.UseCases;
using Hsvo.UseCases.Audit;
using Hsvo.UseCases.Stores;
using Moq;

namespace Hsvo.Functions.Tests.Audit;

/// <summary>A finished year's files: the same whenever they are asked for, however many entries, and nothing in them runs.</summary>
public sealed class AuditYearTests
{
    private static readonly DateTimeOffset Began = new(2020, 12, 31, 23, 0, 0, TimeSpan.Zero);

    private readonly List<AuditEntry> _entries = [];

    [Fact]
    public async Task A_finished_year_is_the_same_to_the_byte_whenever_it_is_asked_for()
    {
        _entries.AddRange(Enumerable.Range(0, 500).Select(i => Entry(i)));
        var first = await FilesAsync(new(2022, 1, 2, 0, 0, 0, TimeSpan.Zero));
        _entries.Add(Entry(0) with { At = Began.AddYears(1) });

        var later = await FilesAsync(new(2031, 6, 1, 0, 0, 0, TimeSpan.Zero));

        Assert.Equal(first.Select(f => (f.Name, f.Hash)), later.Select(f => (f.Name, f.Hash)));
        Assert.All(first, f => Assert.Equal(f.Said, f.Hash));
        Assert.Equal(5, first.Count);
    }

    [Fact]
    public async Task One_entry_that_is_changed_or_gone_changes_the_hash()
    {
        _entries.AddRange(Enumerable.Range(0, 10).Select(i => Entry(i)));
        var before = (await FilesAsync(Began.AddYears(2)))[0].Hash;

        _entries[4] = _entries[4] with { By = "bo" };
        var changed = (await FilesAsync(Began.AddYears(2)))[0].Hash;
        _entries.RemoveAt(4);

        Assert.Equal(3, new[] { before, changed, (await FilesAsync(Began.AddYears(2)))[0].Hash }.Distinct().Count());
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(59, false)]
    [InlineData(60, true)]
    public void A_year_is_finished_when_what_began_before_midnight_in_Stockholm_has_been_stored(int minutes, bool expected) =>
        Assert.Equal(expected, Year(Began.AddYears(1).AddMinutes(minutes)).IsFinished);

    [Fact]
    public async Task Refusals_stand_apart_so_that_disposing_of_them_leaves_the_other_files_as_they_were()
    {
        _entries.Add(Entry(0));
        _entries.Add(Entry(1) with { Action = AuditAction.Refused, Refused = new(403, "role.missing", "GET", "/") });
        var before = await FilesAsync(Began.AddYears(2));
        _entries.RemoveAt(1);

        var after = await FilesAsync(Began.AddYears(2));

        Assert.Equal([true, true, false, false, false], before.Zip(after).Select(p => p.First.Hash == p.Second.Hash));
    }

    [Fact]
    public async Task A_cell_that_begins_a_formula_is_defused()
    {
        _entries.Add(Entry(0) with { Action = AuditAction.Refused, Refused = new(403, "role.missing", "GET", "=HYPERLINK(\"http://x\")") });

        var csv = Encoding.UTF8.GetString((await FilesAsync(Began.AddYears(2))).Single(f => f.Name == "logg-2021-nekat.csv").Content);

        Assert.DoesNotContain(";=", csv, StringComparison.Ordinal);
        Assert.DoesNotContain(";\"=", csv, StringComparison.Ordinal);
        Assert.Contains("HYPERLINK", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_large_year_is_sent_in_pieces_and_never_held_whole()
    {
        _entries.AddRange(Enumerable.Range(0, 20_000).Select(i => Entry(i)));
        var largest = 0;
        using var output = new Watched(n => largest = Math.Max(largest, n));

        await Year(Began.AddYears(2)).Find("logg-2021-sparat.json")!.WriteAsync(output, default);

        Assert.True(output.Sent > 5_000_000);
        Assert.InRange(largest, 1, 128 * 1024);
    }

    private static AuditEntry Entry(int number) => new()
    {
        Id = $"{number:d6}",
        At = Began.AddMinutes(number),
        Action = AuditAction.ReportsStored,
        By = "anna",
        Door = Door.Api,
        Operation = "SubmitReports",
        RequestId = $"r{number}",
        Plan = "hsvo-2021",
        Items = [new("2021-05", "2.1.1.i3", "amn", 1, AuditResult.Created)],
    };

    private AuditYear Year(DateTimeOffset now)
    {
        var audit = new Mock<IAuditStore>();
        audit.Setup(a => a.OpenAsync("uppsala", It.IsAny<IReadOnlyList<string>>(), It.IsAny<AuditPeriod>(), It.IsAny<CancellationToken>()))
            .Returns<string, IReadOnlyList<string>, AuditPeriod, CancellationToken>((_, _, period, _) =>
                Task.FromResult<IReadOnlyList<IAsyncEnumerable<AuditEntry>>>([_entries.Where(period.Holds).OrderBy(e => e.At).ToAsyncEnumerable()]));
        var meetings = new Mock<IMeetingStore>();
        meetings.Setup(m => m.ReadAsync("uppsala", It.IsAny<CancellationToken>())).ReturnsAsync(AreaHistory.Empty);
        var plans = new Mock<IPlanStore>();
        plans.Setup(p => p.ListAsync("uppsala", It.IsAny<CancellationToken>())).ReturnsAsync([]);
        var proposals = new Mock<IProposalStore>();
        proposals.Setup(p => p.ListAsync("uppsala", It.IsAny<CancellationToken>())).ReturnsAsync([]);
        return new(new ReadAudit(new AreaOptions("uppsala"), audit.Object, meetings.Object, plans.Object, proposals.Object, Mock.Of<IPaperStore>()), 2021, now);
    }

    private async Task<List<(string Name, string Said, string Hash, byte[] Content)>> FilesAsync(DateTimeOffset now)
    {
        var year = Year(now);
        var files = new List<(string, string, string, byte[])>();
        foreach (var file in await year.ListAsync(default))
        {
            using var content = new MemoryStream();
            await year.Find(file.Name)!.WriteAsync(content, default);
            files.Add((file.Name, file.Sha256, Convert.ToHexStringLower(SHA256.HashData(content.ToArray())), content.ToArray()));
        }

        return files;
    }

    private sealed class Watched(Action<int> written) : MemoryStream
    {
        public long Sent { get; private set; }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            written(buffer.Length);
            Sent += buffer.Length;
            return ValueTask.CompletedTask;
        }
    }
}
