using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Azure;
using Azure.Data.Tables;
using Hsvo.Domain.Areas;
using Hsvo.Domain.Meetings;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.UseCases.Stores;

namespace Hsvo.Storage;

/// <summary>Turns what is stored into table rows and back. What is looked for stands in the key, the content as JSON beside columns for people.</summary>
internal static class Rows
{
    private const string Content = "Content";
    private const string Readings = "Readings";

    // A column holds 32,768 characters.
    private const int MaxColumn = 30_000;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,

        // Never put into a page as it stands. An å written as \u00e5 is six characters, and a column holds 32,768.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    // As it was given: what is said of it since stands in rows of its own.
    public static TableEntity Log(PlanKey plan, Report report) => Report(plan, Keys.Log(report.Key, report.Revision), report with { Review = null, Mask = null });

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

    public static TableEntity Meeting(MeetingChange change) => new(Keys.Partition(change.Meeting.Area), Keys.Meeting(change.Meeting.Id, change.Number))
    {
        [Content] = JsonSerializer.Serialize(change, Json),
    };

    public static TableEntity Configuration(string area, AreaConfiguration configuration)
    {
        var row = new TableEntity(Keys.Partition(area), Keys.Configuration(configuration.Version));

        // Who owes what may be longer than one column holds.
        foreach (var (i, part) in JsonSerializer.Serialize(configuration, Json).Chunk(MaxColumn).Index())
        {
            row[i == 0 ? Content : ContentPart(i)] = new string(part);
        }

        return row;
    }

    public static TableEntity Declaration(Declaration declaration) => new(Keys.Partition(declaration.Area), Keys.Declaration(declaration))
    {
        [Content] = JsonSerializer.Serialize(declaration, Json),
    };

    public static TableEntity Permit(LateChangePermit permit) => new(Keys.Partition(permit.Area), Keys.Permit(permit))
    {
        [Content] = JsonSerializer.Serialize(permit, Json),
    };

    public static TableEntity Header(Plan plan, string import) => new(Keys.Partition(plan.Key), Keys.PlanHeader(plan.Version, import))
    {
        [Content] = JsonSerializer.Serialize(plan with { Nodes = [], Readings = [] }, Json),

        // Beside the content, since a plan's readings alone fill most of a column.
        [Readings] = JsonSerializer.Serialize(plan.Readings, Json),
    };

    public static TableEntity Node(Plan plan, string import, int order) => new(Keys.Partition(plan.Key), Keys.PlanNode(plan.Version, import, order))
    {
        [Content] = JsonSerializer.Serialize(plan.Nodes[order], Json),
    };

    public static TableEntity Listed(PlanKey plan) => new(Keys.Partition(plan.Area), Keys.Plan(plan.Plan));

    public static TableEntity Newest(Plan plan, string import) => new(Keys.Partition(plan.Key), Keys.Newest)
    {
        ["Version"] = plan.Version,
        ["Import"] = import,
    };

    public static Report ReadLog(TableEntity row)
    {
        var report = ReadReport(row);
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
        return row.RowKey == Keys.Mask(key, number, mask.At) ? revision with { Mask = revision.Mask ?? mask } : throw Keys.Contradicted(row.RowKey);
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

    public static MeetingChange ReadMeeting(TableEntity row) =>
        Read<MeetingChange>(row) is var change && row.RowKey == Keys.Meeting(change.Meeting.Id, change.Number) ? change : throw Keys.Contradicted(row.RowKey);

    public static LateChangePermit ReadPermit(TableEntity row) =>
        Read<LateChangePermit>(row) is var permit && row.RowKey == Keys.Permit(permit) ? permit : throw Keys.Contradicted(row.RowKey);

    public static AreaConfiguration ReadConfiguration(TableEntity row)
    {
        var text = string.Concat(Enumerable.Range(1, row.Count).Select(i => row.TryGetValue(ContentPart(i), out var part) ? part : null).Prepend(row.GetString(Content)));
        return JsonSerializer.Deserialize<AreaConfiguration>(text, Json) is { } configuration && row.RowKey == Keys.Configuration(configuration.Version)
            ? configuration
            : throw Keys.Contradicted(row.RowKey);
    }

    public static Declaration ReadDeclaration(TableEntity row) =>
        Read<Declaration>(row) is var declaration && row.RowKey == Keys.Declaration(declaration) ? declaration : throw Keys.Contradicted(row.RowKey);

    public static PlanNode ReadNode(TableEntity row) => Read<PlanNode>(row);

    public static Plan ReadHeader(TableEntity row) => Read<Plan>(row) with { Readings = Read<Reading[]>(row, Readings) };

    public static (int Version, string Import) ReadNewest(TableEntity row) =>
        (row.GetInt32("Version") ?? throw Keys.Unknown(row.RowKey), row.GetString("Import") ?? throw Keys.Unknown(row.RowKey));

    public static SentPart ReadSent(TableEntity row) =>
        Keys.TryParseSent(row.RowKey, out var key, out var part)
            ? new(key, part, row.GetString("BodyHash"), Read<SentRow[]>(row), row.GetDateTimeOffset("SentAt")!.Value)
            : throw Keys.Unknown(row.RowKey);

    public static ETag Version(string version) => new(version);

    private static string ContentPart(int number) => string.Create(CultureInfo.InvariantCulture, $"{Content}{number}");

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

    private static T Read<T>(TableEntity row, string column = Content) =>
        JsonSerializer.Deserialize<T>(row.GetString(column) ?? throw Keys.Unknown(row.RowKey), Json) ?? throw Keys.Unknown(row.RowKey);
}
