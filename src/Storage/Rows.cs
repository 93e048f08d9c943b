using System.Text.Json;
using System.Text.Json.Serialization;
using Azure;
using Azure.Data.Tables;
using Hsvo.Domain.Meetings;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.UseCases.Stores;

namespace Hsvo.Storage;

/// <summary>Turns what is stored into table rows and back. What is looked for stands in the key, the content as JSON beside columns for people.</summary>
internal static class Rows
{
    private const string Content = "Content";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static TableEntity Log(PlanKey plan, Report report) => Report(plan, Keys.Log(report.Key, report.Revision), report);

    public static TableEntity Cell(PlanKey plan, Report report) => Report(plan, Keys.Cell(report.Key), report);

    // Nobody reads the value: the row's ETag is new with every write.
    public static TableEntity Stamp(string partition) => new(partition, Keys.Stamp);

    public static TableEntity Sent(PlanKey plan, SentPart part) => new(Keys.Partition(plan), Keys.Sent(part.IdempotencyKey, part.Part))
    {
        ["BodyHash"] = part.BodyHash,
        ["SentAt"] = part.SentAt,
        [Content] = JsonSerializer.Serialize(part.Rows, Json),
    };

    public static TableEntity Meeting(Meeting meeting) => new(Keys.Partition(meeting.Area), Keys.Meeting(meeting.Id))
    {
        [Content] = JsonSerializer.Serialize(meeting, Json),
    };

    public static TableEntity Header(Plan plan) => new(Keys.Partition(plan.Key), Keys.PlanHeader(plan.Version))
    {
        [Content] = JsonSerializer.Serialize(plan with { Nodes = [] }, Json),
    };

    public static TableEntity Node(Plan plan, int order) => new(Keys.Partition(plan.Key), Keys.PlanNode(plan.Version, order))
    {
        [Content] = JsonSerializer.Serialize(plan.Nodes[order], Json),
    };

    public static TableEntity Newest(Plan plan) => new(Keys.Partition(plan.Key), Keys.Newest) { ["Version"] = plan.Version };

    public static Report ReadReport(TableEntity row) => Read<Report>(row);

    public static StoredCell ReadCell(TableEntity row) => new(Read<Report>(row), row.ETag.ToString());

    public static Meeting ReadMeeting(TableEntity row) => Read<Meeting>(row);

    public static PlanNode ReadNode(TableEntity row) => Read<PlanNode>(row);

    public static Plan ReadHeader(TableEntity row) => Read<Plan>(row);

    public static int ReadNewest(TableEntity row) => row.GetInt32("Version") ?? throw Keys.Unknown(row.RowKey);

    public static SentPart ReadSent(TableEntity row) =>
        Keys.TryParseSent(row.RowKey, out var key, out var part)
            ? new(key, part, row.GetString("BodyHash"), Read<SentRow[]>(row), row.GetDateTimeOffset("SentAt")!.Value)
            : throw Keys.Unknown(row.RowKey);

    public static ETag Version(string version) => new(version);

    private static TableEntity Report(PlanKey plan, string rowKey, Report report) => new(Keys.Partition(plan), rowKey)
    {
        // The same facts as in the content, for whoever opens the table to answer a request for a public record.
        ["Round"] = report.Key.Round,
        ["Indicator"] = report.Key.Indicator,
        ["Department"] = report.Key.Department,
        ["Revision"] = report.Revision,
        ["ReportedAt"] = report.ReportedAt,
        ["Reporter"] = report.Reporter,
        ["IsExample"] = report.IsExample,
        [Content] = JsonSerializer.Serialize(report, Json),
    };

    private static T Read<T>(TableEntity row) =>
        JsonSerializer.Deserialize<T>(row.GetString(Content) ?? throw Keys.Unknown(row.RowKey), Json) ?? throw Keys.Unknown(row.RowKey);
}
