using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Hsvo.Domain.Areas;
using Hsvo.Domain.Audit;
using Hsvo.Domain.Meetings;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.Domain.Scorecards;
using Hsvo.UseCases.Notices;
using Hsvo.UseCases.Stores;

namespace Hsvo.Storage;

/// <summary>
/// Makes and parses every key of every table and every blob's name, and nothing else does (design section 5). Ids are <c>[a-z0-9.-]</c>, so <c>_</c> separates them and
/// no two different ids can meet in one key; each table's partitions begin with the area. Row kinds are told apart by their first word.
/// </summary>
internal static class Keys
{
    private const char Separator = '_';

    // The character after '_': "cell_2021-05_" up to "cell_2021-05`" holds just that round.
    private const char AfterSeparator = '`';

    // The first of the characters that an id may have: "a-" is right after "a".
    private const char FirstOfIds = '-';

    private const string Manifest = ".json";

    /// <summary>The one row that every transaction on a partition renews.</summary>
    public const string Stamp = "stamp";

    /// <summary>The row that tells which version of a plan is the newest whole one.</summary>
    public const string Newest = "newest";

    /// <summary>The row that tells which build of the app has given an area its own plans.</summary>
    public const string BuiltIn = "builtin";

    /// <summary>A plan's partition, in the tables of plans and of reports.</summary>
    public static string Partition(PlanKey plan) => Join(plan.Area, plan.Plan);

    /// <summary>An area's partition: its meetings in the table of meetings, the list of its plans in the table of plans.</summary>
    public static string Partition(string area) => Join(area);

    /// <summary>A department's partition, in the table of its own scorecards.</summary>
    public static string DepartmentPartition(string area, string department) => Join(area, department);

    /// <summary>A department's own scorecard.</summary>
    public static string PersonalScorecard(Guid id) => Join("scorecard", id.ToString("N"));

    /// <summary>A revision of a check-in on a department's own goal.</summary>
    public static string CheckIn(Guid scorecard, GoalCheckIn checkIn) => Join(
        "log", scorecard.ToString("N"), checkIn.Goal.ToString("N"), "value", Day(checkIn.Date), Number(checkIn.Revision, 6));

    /// <summary>A change of the rules of a department's own goal.</summary>
    public static string GoalRules(Guid scorecard, GoalRules rules) => Join("log", scorecard.ToString("N"), rules.Goal.ToString("N"), "rules", Number(rules.Number, 6));

    /// <summary>Whether a key of a scorecard's log is of rules; else it is of a check-in.</summary>
    public static bool IsGoalRules(string rowKey) => rowKey.Split(Separator) is ["log", _, _, "rules", _];

    /// <summary>Every scorecard of a department's own.</summary>
    public static (string From, string To) PersonalScorecardRange() => RangeOf("scorecard");

    /// <summary>What was checked in on a scorecard's goals, or on one of them, and their rules.</summary>
    public static (string From, string To) ScorecardLogRange(Guid scorecard, Guid? goal) =>
        goal is { } one ? RangeOf("log", scorecard.ToString("N"), one.ToString("N")) : RangeOf("log", scorecard.ToString("N"));

    /// <summary>The partitions of an area's departments.</summary>
    public static (string From, string To) DepartmentPartitionRange(string area) => RangeOf(area);

    /// <summary>An audit entry, by time; refusals are a kind of their own, since they may be removed.</summary>
    public static string Audit(AuditEntry entry) => Join(AuditKind(entry.IsRefusal), Ticks(entry.At), entry.Id);

    /// <summary>The audit entries of a period, after a place in it.</summary>
    public static (string From, string To) AuditRange(AuditPeriod period, bool refusals) =>
    (
        period.After is { } after ? Join(AuditKind(refusals), Ticks(after.At), after.Id) + FirstOfIds : Join(AuditKind(refusals), Ticks(period.From)),
        Join(AuditKind(refusals), Ticks(period.To))
    );

    /// <summary>A revision in the log.</summary>
    public static string Log(ReportKey report, int revision) => Join("log", report.Round, report.Indicator, report.Department, Number(revision, 6));

    /// <summary>A review of a revision: right after it in the log, so that one range holds all that is known of a cell.</summary>
    public static string Review(ReportKey report, int revision, DateTimeOffset at) => Join("log", report.Round, report.Indicator, report.Department, Number(revision, 6), "review", Ticks(at));

    /// <summary>A mask on a revision: right after it in the log.</summary>
    public static string Mask(ReportKey report, int revision, DateTimeOffset at) => Join("log", report.Round, report.Indicator, report.Department, Number(revision, 6), "mask", Ticks(at));

    /// <summary>A draft.</summary>
    public static string Draft(ReportKey report) => Join("draft", report.Round, report.Indicator, report.Department);

    /// <summary>The cell that counts.</summary>
    public static string Cell(ReportKey report) => Join("cell", report.Round, report.Indicator, report.Department);

    /// <summary>The receipt of a submission's part.</summary>
    public static string Sent(string idempotencyKey, int part) => Join("sent", idempotencyKey, Number(part, 3));

    /// <summary>A rebuild of a plan's cells: the newest first.</summary>
    public static string Rebuild(DateTimeOffset beganAt, Guid id) => Join("rebuild", Ticks(DateTimeOffset.MaxValue - (beganAt - DateTimeOffset.MinValue)), id.ToString("N"));

    /// <summary>A change of a meeting.</summary>
    public static string Meeting(string id, int number) => Join("meeting", id, Number(number, 6));

    /// <summary>A configuration.</summary>
    public static string Configuration(int version) => Join("configuration", Number(version, 6));

    /// <summary>What a department declares of a round.</summary>
    public static string Declaration(Declaration declaration) =>
        Join("declaration", declaration.Plan, declaration.Round, declaration.Department, Number(declaration.Number, 6));

    /// <summary>A change of a row's status rules.</summary>
    public static string StatusRules(StatusRulesChange change) => Join("rules", change.Plan, change.Indicator, Number(change.Number, 6));

    /// <summary>A permit for late changes: one row for each, by the time it was given.</summary>
    public static string Permit(LateChangePermit permit) =>
        Join("permit", permit.Plan, permit.Round, permit.Department, Ticks(permit.GrantedAt));

    /// <summary>A notice, by its day.</summary>
    public static string Notice(Notice notice) => notice.Meeting is { } meeting
        ? Join("notice", Day(notice.Day), notice.Kind.ToString().ToLowerInvariant(), meeting, notice.Department, notice.Receiver)
        : Join("notice", Day(notice.Day), notice.Kind.ToString().ToLowerInvariant(), notice.Department, notice.Receiver);

    /// <summary>The notices of a stretch of days.</summary>
    public static (string From, string To) NoticeRange(DateOnly from, DateOnly to) => (Join("notice", Day(from)), Join("notice", Day(to)) + AfterSeparator);

    /// <summary>When a timer last ran.</summary>
    public static string Run(string timer) => Join("run", timer);

    /// <summary>A key of forms.</summary>
    public static string FormKey(Guid id) => Join("key", id.ToString("N"));

    /// <summary>A plan in the list of its area's plans.</summary>
    public static string Plan(string id) => Join("plan", id);

    /// <summary>A proposal for a coming year.</summary>
    public static string Proposal(string id) => Join("proposal", id);

    /// <summary>That a proposal was taken back.</summary>
    public static string Withdrawal(string id) => Join("proposal", id, "withdrawn");

    /// <summary>Whether a row among the proposals tells that one was taken back.</summary>
    public static bool IsWithdrawal(string rowKey) => rowKey.Split(Separator) is ["proposal", _, "withdrawn"];

    /// <summary>Every proposal, and after each whether it was taken back.</summary>
    public static (string From, string To) ProposalRange() => RangeOf("proposal");

    /// <summary>Which import made a version of a plan, when and by whom: written once, together with <see cref="Newest"/>.</summary>
    public static string PlanVersion(int version) => Join("imported", Number(version, 4));

    /// <summary>Every version of a plan.</summary>
    public static (string From, string To) PlanVersionRange() => RangeOf("imported");

    /// <summary>Takes the key of a plan's version apart.</summary>
    public static int ParsePlanVersion(string rowKey) =>
        rowKey.Split(Separator) is ["imported", var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : throw Unknown(rowKey);

    /// <summary>A part of a plan's header in a version, as one import wrote it.</summary>
    public static string PlanHeader(int version, string import, int part) => Join("version", Number(version, 4), import, "header", Number(part, 3));

    /// <summary>A plan's node in a version, as one import wrote it, in the plan's order.</summary>
    public static string PlanNode(int version, string import, int order) => Join("version", Number(version, 4), import, "node", Number(order, 5));

    /// <summary>The whole log.</summary>
    public static (string From, string To) LogRange() => RangeOf("log");

    /// <summary>What the log holds of one cell.</summary>
    public static (string From, string To) LogRange(ReportKey report) => RangeOf("log", report.Round, report.Indicator, report.Department);

    /// <summary>A part of the log; where it begins after its end, there is nothing in it.</summary>
    public static (string From, string To) LogRange(LogRange range)
    {
        var (from, to) = range switch
        {
            { Round: null } => RangeOf("log"),
            { Indicator: null } => RangeOf("log", range.Round),
            { Department: null } => RangeOf("log", range.Round, range.Indicator),
            _ => RangeOf("log", range.Round, range.Indicator, range.Department),
        };

        // What was said of a revision follows it, and belongs to it.
        return range.After is { } after && Log(after.Cell, after.Revision) + AfterSeparator is var next && string.CompareOrdinal(next, from) > 0 ? (next, to) : (from, to);
    }

    /// <summary>Every draft.</summary>
    public static (string From, string To) DraftRange() => RangeOf("draft");

    /// <summary>Every cell, and after them every draft: the two stand side by side, so that a submission asks once.</summary>
    public static (string From, string To) CellAndDraftRange() => (CellRange().From, DraftRange().To);

    /// <summary>Every cell.</summary>
    public static (string From, string To) CellRange() => RangeOf("cell");

    /// <summary>Every part of a submission.</summary>
    public static (string From, string To) SentRange(string idempotencyKey) => RangeOf("sent", idempotencyKey);

    /// <summary>Every receipt.</summary>
    public static (string From, string To) SentRange() => RangeOf("sent");

    /// <summary>Every rebuild of a plan's cells.</summary>
    public static (string From, string To) RebuildRange() => RangeOf("rebuild");

    /// <summary>Every plan in the list.</summary>
    public static (string From, string To) PlanRange() => RangeOf("plan");

    /// <summary>A plan's header in a version, as one import wrote it.</summary>
    public static (string From, string To) PlanHeaderRange(int version, string import) => RangeOf("version", Number(version, 4), import, "header");

    /// <summary>A plan's nodes in a version, as one import wrote them.</summary>
    public static (string From, string To) PlanNodeRange(int version, string import) => RangeOf("version", Number(version, 4), import, "node");

    /// <summary>What kind of row a key is of: its first word.</summary>
    public static string KindOf(string rowKey) => rowKey.Split(Separator)[0];

    /// <summary>Takes a log row's key apart.</summary>
    public static bool TryParseLog(string rowKey, out ReportKey report, out int revision)
    {
        revision = 0;
        report = default;
        if (rowKey.Split(Separator) is not ["log", var round, var indicator, var department, var number]
            || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out revision))
        {
            return false;
        }

        report = new(round, indicator, department);
        return true;
    }

    /// <summary>Whether a row of the log is a review.</summary>
    public static bool IsReview(string rowKey) => rowKey.Split(Separator) is ["log", _, _, _, _, "review", _];

    /// <summary>Whether a row of the log is a mask.</summary>
    public static bool IsMask(string rowKey) => rowKey.Split(Separator) is ["log", _, _, _, _, "mask", _];

    /// <summary>Whether a row is a draft.</summary>
    public static bool IsDraft(string rowKey) => rowKey.Split(Separator) is ["draft", _, _, _];

    /// <summary>Takes a cell's key apart.</summary>
    public static bool TryParseCell(string rowKey, out ReportKey report)
    {
        report = default;
        if (rowKey.Split(Separator) is not ["cell", var round, var indicator, var department])
        {
            return false;
        }

        report = new(round, indicator, department);
        return true;
    }

    /// <summary>Takes a receipt's key apart.</summary>
    public static bool TryParseSent(string rowKey, [NotNullWhen(true)] out string? idempotencyKey, out int part)
    {
        (idempotencyKey, part) = (null, 0);
        if (rowKey.Split(Separator) is not ["sent", var key, var number]
            || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out part))
        {
            return false;
        }

        idempotencyKey = key;
        return true;
    }

    /// <summary>Takes the key of a plan in the list apart.</summary>
    public static string ParsePlan(string rowKey) => rowKey.Split(Separator) is ["plan", var id] ? id : throw Unknown(rowKey);

    /// <summary>The blob of a paper's content.</summary>
    public static string PaperContent(string area, string sha256) => Path(area, "content", sha256);

    /// <summary>The blob of the manifest of a meeting's edition. The order of these names is the order of editions.</summary>
    public static string PaperManifest(string area, string meeting, string version) => $"{Path(area, "meetings", meeting, version)}{Manifest}";

    /// <summary>What the names of a meeting's manifests begin with.</summary>
    public static string PaperManifests(string area, string meeting) => $"{Path(area, "meetings", meeting)}/";

    /// <summary>The version that a manifest's name ends with.</summary>
    public static string ParsePaperManifest(string name) =>
        name.EndsWith(Manifest, StringComparison.Ordinal) ? name[(name.LastIndexOf('/') + 1)..^Manifest.Length] : throw Unknown(name);

    /// <summary>What a key of an unknown form is: a row that this code never wrote.</summary>
    public static InvalidOperationException Unknown(string key) => new($"The key '{key}' is of no form this version knows.");

    /// <summary>What a row is whose content is of another key.</summary>
    public static InvalidOperationException Contradicted(string key) => new($"What stands under the key '{key}' is of another key.");

    private static string AuditKind(bool refusals) => refusals ? "refused" : "audit";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // Padded, so that the order of keys is the order of numbers.
    private static string Number(int number, int digits) => number.ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');

    // As many digits as the last instant has, so that the order of keys is the order of time.
    private static string Ticks(DateTimeOffset at) => at.UtcTicks.ToString("d19", CultureInfo.InvariantCulture);

    private static (string From, string To) RangeOf(params ReadOnlySpan<string> words)
    {
        var prefix = Join(words);
        return (prefix + Separator, prefix + AfterSeparator);
    }

    private static string Join(params ReadOnlySpan<string> words) => string.Join(Separator, Checked(words));

    private static string Path(params ReadOnlySpan<string> words) => string.Join('/', Checked(words));

    private static ReadOnlySpan<string> Checked(ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (!Identifier.IsValid(word))
            {
                throw new ArgumentException($"'{word}' can't be part of a key.", nameof(words));
            }
        }

        return words;
    }
}
