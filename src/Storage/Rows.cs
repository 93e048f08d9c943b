using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Azure;
using Azure.Data.Tables;
using Hsvo.Domain.Areas;
using Hsvo.Domain.Audit;
using Hsvo.Domain.Meetings;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Proposals;
using Hsvo.Domain.Reports;
using Hsvo.Domain.Scorecards;
using Hsvo.UseCases;
using Hsvo.UseCases.Notices;
using Hsvo.UseCases.Stores;

namespace Hsvo.Storage;

/// <summary>Turns what is stored into table rows and back. What is looked for stands in the key, the content as JSON beside columns for people.</summary>
internal static class Rows
{
    private const string Content = "Content";
    private const string Import = "Import";

    // A column holds 32,768 characters.
    private const int MaxColumn = 32_000;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,

        // Never put into a page as it stands. An å written as \u00e5 is six characters, and a column holds 32,768.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NeedNoNulls } },
    };

    // As it was given: what is said of it since stands in rows of its own.
    public static TableEntity Log(PlanKey plan, Report report)
    {
        var row = Report(plan, Keys.Log(report.Key, report.Revision), report with { Review = null, Mask = null });
        AddOrigin(row, report.Origin);
        return row;
    }

    public static TableEntity Audit(string partition, AuditEntry entry) => new(partition, Keys.Audit(entry)) { [Content] = JsonSerializer.Serialize(entry, Json) };

    public static AuditEntry ReadAudit(TableEntity row) =>
        Read<AuditEntry>(row) is var entry && row.RowKey == Keys.Audit(entry) ? entry : throw Keys.Contradicted(row.RowKey);

    public static TableEntity Notice(string area, Notice notice) => new(Keys.Partition(area), Keys.Notice(notice)) { [Content] = JsonSerializer.Serialize(notice, Json) };

    public static StoredNotice ReadNotice(TableEntity row) =>
        Read<Notice>(row) is var notice && row.RowKey == Keys.Notice(notice) ? new(notice, row.ETag.ToString()) : throw Keys.Contradicted(row.RowKey);

    public static TableEntity Cell(PlanKey plan, Report report) => Report(plan, Keys.Cell(report.Key), report);

    public static TableEntity Review(PlanKey plan, ReportKey key, int revision, Review review) =>
        OfRevision(plan, Keys.Review(key, revision, review.At), key, revision, review);

    public static TableEntity Mask(PlanKey plan, ReportKey key, int revision, CommentMask mask) =>
        OfRevision(plan, Keys.Mask(key, revision, mask.At), key, revision, mask);

    public static TableEntity Draft(PlanKey plan, Draft draft)
    {
        var row = new TableEntity(Keys.Partition(plan), Keys.Draft(draft.Key))
        {
            [Content] = JsonSerializer.Serialize(draft with { Answer = draft.Answer with { Comment = null, Reason = null } }, Json),
        };
        AddTexts(row, draft.Answer.Comment, draft.Answer.Reason);
        return row;
    }

    // Nobody reads the value: the row's ETag is new with every write.
    public static TableEntity Stamp(string partition) => new(partition, Keys.Stamp);

    public static TableEntity Sent(PlanKey plan, SentPart part) => new(Keys.Partition(plan), Keys.Sent(part.IdempotencyKey, part.Part))
    {
        ["BodyHash"] = part.BodyHash,
        ["SentAt"] = part.SentAt,
        [Content] = JsonSerializer.Serialize(part.Rows, Json),
    };

    public static TableEntity Rebuild(PlanKey plan, Rebuild rebuild) => new(Keys.Partition(plan), Keys.Rebuild(rebuild.BeganAt, rebuild.Id))
    {
        [Content] = JsonSerializer.Serialize(rebuild, Json),
    };

    public static TableEntity Meeting(MeetingChange change) => new(Keys.Partition(change.Meeting.Area), Keys.Meeting(change.Meeting.Id, change.Number))
    {
        [Content] = JsonSerializer.Serialize(change, Json),
    };

    // Who owes what may be longer than one column holds.
    public static TableEntity Configuration(string area, AreaConfiguration configuration) =>
        Long(new(Keys.Partition(area), Keys.Configuration(configuration.Version)), configuration);

    public static TableEntity Declaration(Declaration declaration) => new(Keys.Partition(declaration.Area), Keys.Declaration(declaration))
    {
        [Content] = JsonSerializer.Serialize(declaration, Json),
    };

    public static TableEntity PersonalScorecard(PersonalScorecard scorecard) =>
        Long(new(Keys.DepartmentPartition(scorecard.Area, scorecard.Department), Keys.PersonalScorecard(scorecard.Id)), scorecard);

    public static StoredScorecard ReadPersonalScorecard(TableEntity row) =>
        ReadLong<PersonalScorecard>(row) is var scorecard && row.RowKey == Keys.PersonalScorecard(scorecard.Id)
            ? new(scorecard, row.ETag.ToString())
            : throw Keys.Contradicted(row.RowKey);

    public static TableEntity CheckIn(PersonalScorecard scorecard, GoalCheckIn checkIn) =>
        Long(new(Keys.DepartmentPartition(scorecard.Area, scorecard.Department), Keys.CheckIn(scorecard.Id, checkIn)), checkIn);

    public static TableEntity GoalRules(PersonalScorecard scorecard, GoalRules rules) =>
        Long(new(Keys.DepartmentPartition(scorecard.Area, scorecard.Department), Keys.GoalRules(scorecard.Id, rules)), rules);

    public static ScorecardLog ReadScorecardLog(Guid scorecard, IReadOnlyCollection<TableEntity> rows)
    {
        var isRules = rows.ToLookup(r => Keys.IsGoalRules(r.RowKey));
        return new(
            isRules[false].Select(r => ReadLong<GoalCheckIn>(r) is var checkIn && r.RowKey == Keys.CheckIn(scorecard, checkIn) ? checkIn : throw Keys.Contradicted(r.RowKey)),
            isRules[true].Select(r => ReadLong<GoalRules>(r) is var rules && r.RowKey == Keys.GoalRules(scorecard, rules) ? rules : throw Keys.Contradicted(r.RowKey)));
    }

    public static TableEntity StatusRules(StatusRulesChange change) => new(Keys.Partition(change.Area), Keys.StatusRules(change))
    {
        [Content] = JsonSerializer.Serialize(change, Json),
    };

    public static TableEntity Permit(LateChangePermit permit) => new(Keys.Partition(permit.Area), Keys.Permit(permit))
    {
        [Content] = JsonSerializer.Serialize(permit, Json),
    };

    // As many rows as it takes: the whole loading report is part of it.
    public static IEnumerable<TableEntity> Header(Plan plan, string import) => Cut(JsonSerializer.Serialize(plan with { Nodes = [] }, Json))
        .Select((text, part) => new TableEntity(Keys.Partition(plan.Key), Keys.PlanHeader(plan.Version, import, part)) { [Content] = text });

    public static TableEntity Node(Plan plan, string import, int order) =>
        Long(new(Keys.Partition(plan.Key), Keys.PlanNode(plan.Version, import, order)), plan.Nodes[order]);

    public static TableEntity Version(Plan plan, string import)
    {
        var row = new TableEntity(Keys.Partition(plan.Key), Keys.PlanVersion(plan.Version)) { [Import] = import };
        if (plan.Imported is { } imported)
        {
            row["At"] = imported.At;
            if (imported.By is { } by)
            {
                row["By"] = by;
            }

            row["IsExample"] = imported.IsExample;
            AddOrigin(row, imported.Origin);
        }

        return row;
    }

    public static TableEntity BuiltIn(string area, string build) => new(Keys.Partition(area), Keys.BuiltIn) { ["Build"] = build };

    public static string ReadBuiltIn(TableEntity row) => row.GetString("Build") ?? throw Keys.Unknown(row.RowKey);

    public static TableEntity Run(string area, string timer, DateTimeOffset at) => new(Keys.Partition(area), Keys.Run(timer)) { ["Timer"] = timer, ["At"] = at };

    public static (string Timer, DateTimeOffset At) ReadRun(TableEntity row) =>
        row.GetString("Timer") is { } timer && row.RowKey == Keys.Run(timer) && row.GetDateTimeOffset("At") is { } at ? (timer, at) : throw Keys.Unknown(row.RowKey);

    public static TableEntity FormKey(string area, Guid id, string content) => new(Keys.Partition(area), Keys.FormKey(id)) { [Content] = content };

    public static string ReadFormKey(TableEntity row) => row.GetString(Content) ?? throw Keys.Unknown(row.RowKey);

    public static TableEntity Listed(PlanKey plan) => new(Keys.Partition(plan.Area), Keys.Plan(plan.Plan));

    public static TableEntity Newest(Plan plan, string import) => new(Keys.Partition(plan.Key), Keys.Newest)
    {
        ["Version"] = plan.Version,
        [Import] = import,
    };

    public static TableEntity Proposal(Proposal proposal) => new(Keys.Partition(proposal.Area), Keys.Proposal(proposal.Id))
    {
        [Content] = JsonSerializer.Serialize(proposal with { Withdrawn = null }, Json),
    };

    public static TableEntity Withdrawal(string area, string id, Withdrawal withdrawal) => new(Keys.Partition(area), Keys.Withdrawal(id))
    {
        [Content] = JsonSerializer.Serialize(withdrawal, Json),
    };

    public static IEnumerable<Proposal> ReadProposals(IReadOnlyCollection<TableEntity> rows)
    {
        var byKey = rows.ToDictionary(r => r.RowKey, StringComparer.Ordinal);
        foreach (var row in rows.Where(r => !Keys.IsWithdrawal(r.RowKey)))
        {
            var proposal = Read<Proposal>(row);
            yield return row.RowKey == Keys.Proposal(proposal.Id)
                ? proposal with { Withdrawn = byKey.GetValueOrDefault(Keys.Withdrawal(proposal.Id)) is { } withdrawn ? Read<Withdrawal>(withdrawn) : null }
                : throw Keys.Contradicted(row.RowKey);
        }
    }

    public static Report ReadLog(TableEntity row)
    {
        var report = ReadReport(row) with { Origin = ReadOrigin(row) };
        return Keys.TryParseLog(row.RowKey, out var key, out var revision) && (key, revision) == (report.Key, report.Revision)
            ? report
            : throw Keys.Contradicted(row.RowKey);
    }

    /// <summary>A revision with one more of the rows that follow it in the log.</summary>
    public static LoggedRevision With(LoggedRevision revision, TableEntity row)
    {
        var (key, number) = (revision.Original.Key, revision.Original.Revision);
        if (Keys.IsReview(row.RowKey))
        {
            var review = Read<Review>(row);
            return row.RowKey == Keys.Review(key, number, review.At) ? revision with { Reviews = [.. revision.Reviews, review] } : throw Keys.Contradicted(row.RowKey);
        }

        var mask = Keys.IsMask(row.RowKey) ? Read<CommentMask>(row) : throw Keys.Unknown(row.RowKey);
        return row.RowKey == Keys.Mask(key, number, mask.At) ? revision with { Mask = mask } : throw Keys.Contradicted(row.RowKey);
    }

    public static StoredDraft ReadDraft(TableEntity row)
    {
        var draft = Read<Draft>(row);
        var answer = draft.Answer with { Comment = row.GetString("Comment"), Reason = row.GetString("Reason") };
        return row.RowKey == Keys.Draft(draft.Key) ? new(draft with { Answer = answer }, row.ETag.ToString()) : throw Keys.Contradicted(row.RowKey);
    }

    public static StoredCell ReadCell(TableEntity row)
    {
        var report = ReadReport(row);
        return Keys.TryParseCell(row.RowKey, out var key) && key == report.Key ? new(report, row.ETag.ToString()) : throw Keys.Contradicted(row.RowKey);
    }

    public static Rebuild ReadRebuild(TableEntity row) =>
        Read<Rebuild>(row) is var rebuild && row.RowKey == Keys.Rebuild(rebuild.BeganAt, rebuild.Id) ? rebuild : throw Keys.Contradicted(row.RowKey);

    public static MeetingChange ReadMeeting(TableEntity row) =>
        Read<MeetingChange>(row) is var change && row.RowKey == Keys.Meeting(change.Meeting.Id, change.Number) ? change : throw Keys.Contradicted(row.RowKey);

    public static LateChangePermit ReadPermit(TableEntity row) =>
        Read<LateChangePermit>(row) is var permit && row.RowKey == Keys.Permit(permit) ? permit : throw Keys.Contradicted(row.RowKey);

    public static AreaConfiguration ReadConfiguration(TableEntity row) =>
        ReadLong<AreaConfiguration>(row) is var configuration && row.RowKey == Keys.Configuration(configuration.Version)
            ? configuration
            : throw Keys.Contradicted(row.RowKey);

    public static Declaration ReadDeclaration(TableEntity row) =>
        Read<Declaration>(row) is var declaration && row.RowKey == Keys.Declaration(declaration) ? declaration : throw Keys.Contradicted(row.RowKey);

    public static StatusRulesChange ReadStatusRules(TableEntity row) =>
        Read<StatusRulesChange>(row) is var change && row.RowKey == Keys.StatusRules(change) ? change : throw Keys.Contradicted(row.RowKey);

    public static PlanNode ReadNode(TableEntity row) => ReadLong<PlanNode>(row);

    public static Plan ReadHeader(IReadOnlyList<TableEntity> rows) => Parse<Plan>(rows[0], string.Concat(rows.Select(r => r.GetString(Content))));

    public static (int Version, string Import) ReadNewest(TableEntity row) =>
        (row.GetInt32("Version") ?? throw Keys.Unknown(row.RowKey), ReadImport(row));

    public static string ReadImport(TableEntity row) => row.GetString(Import) ?? throw Keys.Unknown(row.RowKey);

    public static PlanVersion ReadVersion(TableEntity row) => new(
        Keys.ParsePlanVersion(row.RowKey),
        row.GetDateTimeOffset("At") is { } at ? new(at, row.GetString("By"), row.GetBoolean("IsExample") ?? false) { Origin = ReadOrigin(row) } : null);

    public static SentPart ReadSent(TableEntity row) =>
        Keys.TryParseSent(row.RowKey, out var key, out var part)
            ? new(key, part, row.GetString("BodyHash"), Read<SentRow[]>(row), row.GetDateTimeOffset("SentAt")!.Value)
            : throw Keys.Unknown(row.RowKey);

    public static ETag Version(string version) => new(version);

    // What is null isn't written, so what may be null needn't be there.
    private static void NeedNoNulls(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(p => p.IsSetNullable))
        {
            property.IsRequired = false;
        }
    }

    private static Report ReadReport(TableEntity row) => Read<Report>(row) with { Comment = row.GetString("Comment"), Reason = row.GetString("Reason") };

    private static TableEntity Report(PlanKey plan, string rowKey, Report report)
    {
        var row = new TableEntity(Keys.Partition(plan), rowKey)
        {
            // The same facts as in the content, for whoever opens the table to answer a request for a public record.
            ["Round"] = report.Key.Round,
            ["Indicator"] = report.Key.Indicator,
            ["Department"] = report.Key.Department,
            ["Revision"] = report.Revision,
            ["ReportedAt"] = report.ReportedAt,
            ["Reporter"] = report.Reporter,
            ["IsExample"] = report.IsExample,
            [Content] = JsonSerializer.Serialize(report with { Comment = null, Reason = null }, Json),
        };

        AddTexts(row, report.Comment, report.Reason);
        return row;
    }

    private static TableEntity OfRevision<T>(PlanKey plan, string rowKey, ReportKey key, int revision, T content) => new(Keys.Partition(plan), rowKey)
    {
        ["Round"] = key.Round,
        ["Indicator"] = key.Indicator,
        ["Department"] = key.Department,
        ["Revision"] = revision,
        [Content] = JsonSerializer.Serialize(content, Json),
    };

    // For whoever opens the table to find a request.
    private static void AddOrigin(TableEntity row, Origin? origin)
    {
        if (origin is null)
        {
            return;
        }

        row["Door"] = JsonNamingPolicy.CamelCase.ConvertName(origin.Door.ToString());
        row["Operation"] = origin.Operation;
        row["RequestId"] = origin.RequestId;
    }

    private static Origin? ReadOrigin(TableEntity row) =>
        row.GetString("RequestId") is { } request && row.GetString("Operation") is { } operation && Enum.TryParse<Door>(row.GetString("Door"), ignoreCase: true, out var door)
            ? new(door, operation, request)
            : null;

    // Beside the content, since the longest texts together are more than one column holds.
    private static void AddTexts(TableEntity row, string? comment, string? reason)
    {
        if (comment is not null)
        {
            row["Comment"] = comment;
        }

        if (reason is not null)
        {
            row["Reason"] = reason;
        }
    }

    private static T Read<T>(TableEntity row) => Parse<T>(row, row.GetString(Content) ?? throw Keys.Unknown(row.RowKey));

    private static TableEntity Long<T>(TableEntity row, T value)
    {
        foreach (var (column, text) in Cut(JsonSerializer.Serialize(value, Json)).Index())
        {
            row[ColumnOf(column)] = text;
        }

        return row;
    }

    private static T ReadLong<T>(TableEntity row) =>
        Parse<T>(row, string.Concat(Enumerable.Range(0, row.Count).Select(column => row.GetString(ColumnOf(column))).TakeWhile(text => text is not null)));

    // In pieces that a column holds, none of which ends in half a character.
    private static IEnumerable<string> Cut(string text)
    {
        for (var from = 0; from < text.Length;)
        {
            var length = Math.Min(MaxColumn, text.Length - from);
            if (char.IsHighSurrogate(text[from + length - 1]))
            {
                length--;
            }

            yield return text.Substring(from, length);
            from += length;
        }
    }

    private static string ColumnOf(int number) => number == 0 ? Content : string.Create(CultureInfo.InvariantCulture, $"{Content}{number}");

    private static T Parse<T>(TableEntity row, string text) => JsonSerializer.Deserialize<T>(text, Json) ?? throw Keys.Unknown(row.RowKey);
}
