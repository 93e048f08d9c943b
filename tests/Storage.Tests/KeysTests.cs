using FsCheck;
using FsCheck.Fluent;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;

namespace Hsvo.Storage.Tests;

public sealed class KeysTests
{
    private static readonly ReportKey Cell = new("2021-05", "2.1.1.i3", "osn");

    // Few characters and short: so that near collisions ("a" and "a-", "a.b" and "a") come up often.
    private static readonly Gen<string> Id = Gen.Elements('a', 'b', '1', '-', '.').ArrayOf().Where(c => c.Length is > 0 and <= 4).Select(c => new string(c));

    private static readonly Gen<ReportKey> Triple = from round in Id from indicator in Id from department in Id select new ReportKey(round, indicator, department);

    [Fact]
    public void Each_key_has_the_form_that_stored_rows_have()
    {
        Assert.Equal("uppsala_hsvo-2021", Keys.Partition(new PlanKey("uppsala", "hsvo-2021")));
        Assert.Equal("uppsala", Keys.Partition("uppsala"));
        Assert.Equal("log_2021-05_2.1.1.i3_osn_000002", Keys.Log(Cell, 2));
        Assert.Equal("cell_2021-05_2.1.1.i3_osn", Keys.Cell(Cell));
        Assert.Equal("log_2021-05_2.1.1.i3_osn_000002_review_0637556400000000000", Keys.Review(Cell, 2, new(637_556_400_000_000_000, TimeSpan.Zero)));
        Assert.Equal("log_2021-05_2.1.1.i3_osn_000002_mask_0637556400000000000", Keys.Mask(Cell, 2, new(637_556_400_000_000_000, TimeSpan.Zero)));
        Assert.Equal("draft_2021-05_2.1.1.i3_osn", Keys.Draft(Cell));
        Assert.Equal("sent_abc_007", Keys.Sent("abc", 7));
        Assert.Equal("rebuild_2517822575999999999_00000000000000000000000000000001",
            Keys.Rebuild(new(637_556_400_000_000_000, TimeSpan.Zero), new("00000000-0000-0000-0000-000000000001")));
        Assert.Equal("meeting_2021-05_000003", Keys.Meeting("2021-05", 3));
        Assert.Equal("plan_hsvo-2021", Keys.Plan("hsvo-2021"));
        Assert.Equal("proposal_amn-2019.1", Keys.Proposal("amn-2019.1"));
        Assert.Equal("proposal_amn-2019.1_withdrawn", Keys.Withdrawal("amn-2019.1"));
        Assert.Equal("imported_0003", Keys.PlanVersion(3));
        Assert.Equal("version_0003_abc_header_002", Keys.PlanHeader(3, "abc", 2));
        Assert.Equal("version_0003_abc_node_00012", Keys.PlanNode(3, "abc", 12));
    }

    [Fact]
    public void A_withdrawal_is_told_from_a_proposal_whatever_its_id()
    {
        Assert.True(Keys.IsWithdrawal(Keys.Withdrawal("a")));
        Assert.False(Keys.IsWithdrawal(Keys.Proposal("withdrawn")));
    }

    [Fact]
    public void Each_blob_has_the_name_that_stored_papers_have()
    {
        var hash = new string('a', 64);
        Assert.Equal($"uppsala/content/{hash}", Keys.PaperContent("uppsala", hash));
        Assert.Equal("uppsala/meetings/2021-05/sealed.json", Keys.PaperManifest("uppsala", "2021-05", "sealed"));
        Assert.Equal("uppsala/meetings/2021-05/", Keys.PaperManifests("uppsala", "2021-05"));
    }

    [Fact]
    public void Each_key_is_taken_apart_into_what_it_was_made_of()
    {
        Assert.Equal("hsvo-2021", Keys.ParsePlan(Keys.Plan("hsvo-2021")));
        Assert.Equal("preliminary-1.5", Keys.ParsePaperManifest(Keys.PaperManifest("uppsala", "2021-05", "preliminary-1.5")));
        Assert.Equal(12, Keys.ParsePlanVersion(Keys.PlanVersion(12)));
        Assert.True(Keys.TryParseLog(Keys.Log(Cell, 12), out var logged, out var revision));
        Assert.Equal((Cell, 12), (logged, revision));
        Assert.True(Keys.TryParseCell(Keys.Cell(Cell), out var cell));
        Assert.Equal(Cell, cell);
        Assert.True(Keys.TryParseSent(Keys.Sent("abc", 20), out var idempotencyKey, out var part));
        Assert.Equal(("abc", 20), (idempotencyKey, part));
    }

    [Fact]
    public void A_key_of_one_kind_is_not_taken_for_another()
    {
        string[] all = [Keys.Log(Cell, 1), Keys.Review(Cell, 1, default), Keys.Mask(Cell, 1, default), Keys.Draft(Cell), Keys.Cell(Cell), Keys.Sent("abc", 1), Keys.Stamp, Keys.Newest, Keys.Meeting("2021-05", 1), "log_a_b_c_x", "cell", "sent_abc_", ""];

        Assert.Equal([Keys.Log(Cell, 1)], all.Where(k => Keys.TryParseLog(k, out _, out _)));
        Assert.Equal([Keys.Review(Cell, 1, default)], all.Where(Keys.IsReview));
        Assert.Equal([Keys.Mask(Cell, 1, default)], all.Where(Keys.IsMask));
        Assert.Equal([Keys.Draft(Cell)], all.Where(Keys.IsDraft));
        Assert.Equal([Keys.Cell(Cell)], all.Where(k => Keys.TryParseCell(k, out _)));
        Assert.Equal([Keys.Sent("abc", 1)], all.Where(k => Keys.TryParseSent(k, out _, out _)));
        Assert.Equal([Keys.Meeting("2021-05", 1)], all.Where(k => Keys.KindOf(k) == "meeting"));
        Assert.All(all, k => Assert.Throws<InvalidOperationException>(() => Keys.ParsePlan(k)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a_b")]
    [InlineData("A")]
    [InlineData("å")]
    [InlineData("a/b")]
    [InlineData("a b")]
    [InlineData("a'b")]
    [InlineData("a`")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void A_text_that_is_no_id_becomes_no_key(string text)
    {
        Assert.Throws<ArgumentException>(() => Keys.Partition(text));
        Assert.Throws<ArgumentException>(() => Keys.Partition(new PlanKey("uppsala", text)));
        Assert.Throws<ArgumentException>(() => Keys.Plan(text));
        Assert.Throws<ArgumentException>(() => Keys.Log(Cell with { Round = text }, 1));
        Assert.Throws<ArgumentException>(() => Keys.Review(Cell with { Round = text }, 1, default));
        Assert.Throws<ArgumentException>(() => Keys.Mask(Cell with { Indicator = text }, 1, default));
        Assert.Throws<ArgumentException>(() => Keys.Draft(Cell with { Department = text }));
        Assert.Throws<ArgumentException>(() => Keys.LogRange(Cell with { Department = text }));
        Assert.Throws<ArgumentException>(() => Keys.Cell(Cell with { Indicator = text }));
        Assert.Throws<ArgumentException>(() => Keys.Cell(Cell with { Department = text }));
        Assert.Throws<ArgumentException>(() => Keys.Sent(text, 0));
        Assert.Throws<ArgumentException>(() => Keys.SentRange(text));
        Assert.Throws<ArgumentException>(() => Keys.Meeting(text, 1));
        Assert.Throws<ArgumentException>(() => Keys.PlanNode(1, text, 0));
        Assert.Throws<ArgumentException>(() => Keys.PaperContent("uppsala", text));
        Assert.Throws<ArgumentException>(() => Keys.PaperManifest("uppsala", text, "sealed"));
        Assert.Throws<ArgumentException>(() => Keys.PaperManifest("uppsala", "2021-05", text));
        Assert.Throws<ArgumentException>(() => Keys.PaperManifests(text, "2021-05"));
    }

    [Fact]
    public void Revisions_parts_rounds_and_nodes_stand_in_the_order_of_their_numbers()
    {
        InOrder(Enumerable.Range(1, 2000).Select(i => Keys.Log(Cell, i)));
        InOrder([Keys.Log(Cell, 1), Keys.Mask(Cell, 1, default), Keys.Review(Cell, 1, default), Keys.Review(Cell, 1, DateTimeOffset.MaxValue), Keys.Log(Cell, 2)]);
        InOrder(Enumerable.Range(0, 21).Select(i => Keys.Sent("abc", i)));
        InOrder(Enumerable.Range(0, 1200).Select(i => Keys.PlanNode(1, "abc", i)));
        InOrder(new[] { "2021-01", "2021-05", "2021-10", "2022-01" }.Select(r => Keys.Cell(Cell with { Round = r })));
    }

    [Fact]
    public void A_range_holds_its_own_kind_of_row_and_no_other()
    {
        string[] all =
        [
            Keys.Log(Cell, 1), Keys.Log(Cell, 999_999), Keys.Cell(Cell), Keys.Cell(new("0", "0", "0")), Keys.Cell(new("z", "z", "z")), Keys.Stamp, Keys.Newest,
            Keys.Review(Cell, 1, default), Keys.Mask(Cell, 1, default), Keys.Log(Cell with { Department = "osn-b" }, 1), Keys.Log(Cell with { Department = "os" }, 1),
            Keys.Draft(Cell), Keys.Draft(new("z", "z", "z")), Keys.Sent("abc", 0), Keys.Sent("abc", 20), Keys.Sent("abcd", 0), Keys.Sent("ab", 0), Keys.Sent("abc.d", 0), Keys.Meeting("2021-05", 1), Keys.Plan("hsvo-2021"),
            Keys.PlanHeader(1, "abc", 0), Keys.PlanHeader(1, "abc", 1), Keys.PlanNode(1, "abc", 0), Keys.PlanNode(1, "abd", 0), Keys.PlanNode(2, "abc", 0), Keys.PlanNode(10, "abc", 0),
            Keys.PlanVersion(1), Keys.PlanVersion(10), Keys.Proposal("a"), Keys.Withdrawal("a"), Keys.Proposal("a.b"),
        ];

        Assert.Equal(all.Where(k => k.StartsWith("log_", StringComparison.Ordinal)), In(Keys.LogRange(), all));
        Assert.Equal([Keys.Log(Cell, 1), Keys.Log(Cell, 999_999), Keys.Review(Cell, 1, default), Keys.Mask(Cell, 1, default)], In(Keys.LogRange(Cell), all));
        Assert.Equal([Keys.Draft(Cell), Keys.Draft(new("z", "z", "z"))], In(Keys.DraftRange(), all));
        Assert.Equal([.. In(Keys.CellRange(), all), .. In(Keys.DraftRange(), all)], In(Keys.CellAndDraftRange(), all));
        Assert.Equal([Keys.Cell(Cell), Keys.Cell(new("0", "0", "0")), Keys.Cell(new("z", "z", "z"))], In(Keys.CellRange(), all));
        Assert.Equal([Keys.Sent("abc", 0), Keys.Sent("abc", 20)], In(Keys.SentRange("abc"), all));
        Assert.Equal([Keys.Plan("hsvo-2021")], In(Keys.PlanRange(), all));
        Assert.Equal([Keys.PlanNode(1, "abc", 0)], In(Keys.PlanNodeRange(1, "abc"), all));
        Assert.Equal([Keys.PlanHeader(1, "abc", 0), Keys.PlanHeader(1, "abc", 1)], In(Keys.PlanHeaderRange(1, "abc"), all));
        Assert.Equal([Keys.Proposal("a"), Keys.Withdrawal("a"), Keys.Proposal("a.b")], In(Keys.ProposalRange(), all));
        Assert.Equal([Keys.PlanVersion(1), Keys.PlanVersion(10)], In(Keys.PlanVersionRange(), all));
    }

    [Fact]
    public void Different_cells_have_different_keys_that_are_taken_apart_again() =>
        Prop.ForAll(
            (from one in Triple from other in Triple select (one, other)).ToArbitrary(),
            pair => pair.one == pair.other == (Keys.Cell(pair.one) == Keys.Cell(pair.other))
                && pair.one == pair.other == (Keys.Log(pair.one, 1) == Keys.Log(pair.other, 1))
                && Keys.Log(pair.one, 1) != Keys.Log(pair.one, 2)
                && Keys.TryParseCell(Keys.Cell(pair.one), out var cell) && cell == pair.one
                && Keys.TryParseLog(Keys.Log(pair.one, 7), out var logged, out var revision) && (logged, revision) == (pair.one, 7))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Different_areas_and_plans_have_different_partitions() =>
        Prop.ForAll(
            (from one in Id from other in Id from plan in Id from another in Id select (one, other, plan, another)).ToArbitrary(),
            t => (t.one == t.other) == (Keys.Partition(t.one) == Keys.Partition(t.other))
                && Keys.Partition(t.one) != Keys.Partition(new PlanKey(t.other, t.plan))
                && ((t.one, t.plan) == (t.other, t.another)) == (Keys.Partition(new PlanKey(t.one, t.plan)) == Keys.Partition(new PlanKey(t.other, t.another))))
        .QuickCheckThrowOnFailure();

    private static string[] In((string From, string To) range, IEnumerable<string> keys) =>
        [.. keys.Where(k => string.CompareOrdinal(k, range.From) >= 0 && string.CompareOrdinal(k, range.To) < 0)];

    private static void InOrder(IEnumerable<string> keys)
    {
        string[] all = [.. keys];
        Assert.Equal(all.Order(StringComparer.Ordinal), all);
    }
}
