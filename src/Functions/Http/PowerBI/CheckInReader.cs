using System.Text.Json;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.Functions.Mapping;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;

namespace Hsvo.Functions.Http.PowerBI;

/// <summary>A check-in read as a submission of one row.</summary>
/// <param name="Submission">The submission.</param>
/// <param name="Round">The round that the date ends.</param>
internal sealed record CheckIn(Submission Submission, Round Round);

/// <summary>What a PATCH changes of a check-in.</summary>
/// <param name="Change">Makes of the answer that is there what is sent in its place.</param>
internal sealed record CheckInPatch(Func<Report, SubmittedAnswer> Change);

/// <summary>
/// Reads check-ins: timestamp, value, status, and our own note (PowerBI-CSharp swagger: GoalValueCreateRequest, GoalValueUpdateRequest). Of a target the
/// plan decides, so it may be sent along and not be changed; trend and forecast aren't kept, and what isn't kept isn't taken.
/// </summary>
internal static class CheckInReader
{
    /// <summary>Why a check-in changes an answer: the door has no word for it.</summary>
    public const string Reason = AnswerTexts.CheckIn;

    /// <summary>Where the rows stand in a body of many.</summary>
    public const string List = "value";

    private const string RowPrefix = "/reports/";

    // What a field is called in a submission.
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["goalId"] = "indicator",
        ["groupId"] = "department",
        ["timestamp"] = "round",
        ["status"] = "assessment",
        ["note"] = "comment",
    };

    // A compound row is asked for its parts, which stand in value here.
    private static readonly Dictionary<string, string> Fields = Names.Append(new("value", "parts")).ToDictionary(n => n.Value, n => n.Key, StringComparer.Ordinal);

    /// <summary>Reads the one that is posted to a goal.</summary>
    public static async Task<Outcome<CheckIn>> ReadAsync(HttpRequest request, WorkspaceNode goal, CancellationToken cancellationToken)
    {
        if (RevisionTags.Read(request, out var revision) is { } wrong)
        {
            return wrong;
        }

        if (!(await JsonBody.ReadAsync(request, cancellationToken)).Succeeded(out var body, out var failure))
        {
            return failure;
        }

        using (body)
        {
            var errors = new List<FieldError>();
            var fields = new JsonFields(body.RootElement, errors);
            var round = ReadRound(fields, goal.Plan.Snapshot.Plan, errors);
            var answer = ReadAnswer(fields, goal.Node.Indicator!, errors);
            fields.RefuseOthers();
            var key = IdempotencyKeys.Read(request, errors);
            if (errors.Count > 0 || round is null)
            {
                return Malformed([.. errors.Select(FaultOf)]);
            }

            if (revision == RevisionTags.AnyThereIs)
            {
                if (new WorkspaceRound(goal, round).Report is null)
                {
                    return RevisionTags.NothingThere;
                }

                revision = null;
            }

            var row = new SubmittedRow(goal.Node.Id, goal.Plan.Workspace.Department, round.Id, answer, []) { Revision = revision };
            return new CheckIn(new(request.Caller(), goal.Plan.Snapshot.Plan.Id, [row], DryRun: false, key, Door.PowerBI), round);
        }
    }

    /// <summary>Reads what is changed of one: a field that is absent stays, one that is null is taken away.</summary>
    public static async Task<Outcome<CheckInPatch>> ReadPatchAsync(HttpRequest request, WorkspaceNode goal, CancellationToken cancellationToken)
    {
        if (!(await JsonBody.ReadAsync(request, cancellationToken)).Succeeded(out var body, out var failure))
        {
            return failure;
        }

        using (body)
        {
            var errors = new List<FieldError>();
            var fields = new JsonFields(body.RootElement, errors);
            var sent = ReadAnswer(fields, goal.Node.Indicator!, errors);
            fields.RefuseOthers();
            if (errors.Count > 0)
            {
                return Malformed([.. errors.Select(FaultOf)]);
            }

            var (hasValue, hasStatus, hasNote) = (Has(body, "value"), HasStatus(body, sent), Has(body, "note"));
            return new CheckInPatch(stored => Changed(SubmittedAnswer.Of(stored), sent, IsInWords(goal.Node.Indicator!), hasValue, hasStatus, hasNote));
        }
    }

    /// <summary>Reads many, each of any goal of the scorecard: every fault that the door itself can see stands with its row.</summary>
    public static async Task<Outcome<Submission>> ReadManyAsync(HttpRequest request, WorkspacePlan plan, CancellationToken cancellationToken)
    {
        if (!(await JsonBody.ReadAsync(request, cancellationToken)).Succeeded(out var body, out var failure))
        {
            return failure;
        }

        using (body)
        {
            var errors = new List<FieldError>();
            var fields = new JsonFields(body.RootElement, errors);
            var list = fields.Array(List);
            fields.RefuseOthers();
            BodyFailures.Require(list, List, errors);
            var key = IdempotencyKeys.Read(request, errors);
            if (errors.Count > 0)
            {
                return Malformed([.. errors.Select(FaultOf)]);
            }

            if (SubmitReports.RefuseCount(list!.Value.GetArrayLength()) is { } refused)
            {
                return refused;
            }

            var goals = plan.Snapshot.Plan.Nodes.ToDictionary(n => PowerBIIds.Goal(plan.ScorecardId, n.Id));
            return new Submission(
                request.Caller(), plan.Snapshot.Plan.Id, [.. list.Value.EnumerateArray().Select(r => ReadRow(r, plan, goals))], DryRun: false, key, Door.PowerBI);
        }
    }

    /// <summary>A submission's failure as this door says it: Power BI knows no 422, and its fields have their own names.</summary>
    /// <param name="failure">The failure.</param>
    /// <param name="list">The list that the rows stand in; null for a check-in that is the whole body.</param>
    public static Failure InThisShape(Failure failure, string? list = null) => failure with
    {
        Kind = failure.Kind == FailureKind.Invalid ? FailureKind.Malformed : failure.Kind,
        Faults = [.. failure.Faults.Select(f => (f.Code == "parts.required" ? PartsHaveAnotherDoor(f) : f) with { Pointer = FieldOf(f.Pointer, list) })],
    };

    /// <summary>The check-in's own field for a pointer into the submission it was read as; with its row, where there are several.</summary>
    /// <param name="pointer">The pointer, "/reports/17/assessment".</param>
    /// <param name="list">The list that the rows stand in, "value"; null for a check-in that is the whole body.</param>
    public static string FieldOf(string pointer, string? list = null)
    {
        if (!pointer.StartsWith(RowPrefix, StringComparison.Ordinal))
        {
            return pointer == RowPrefix[..^1] && list is not null ? list : pointer.TrimStart('/');
        }

        var place = pointer[RowPrefix.Length..].Split('/', 2);
        var field = place.Length > 1 ? Fields.GetValueOrDefault(place[1], place[1]) : "";
        return list is null ? field == "revision" ? "If-Match" : field
            : field.Length == 0 ? $"{list}[{place[0]}]" : $"{list}[{place[0]}].{field}";
    }

    private static Fault PartsHaveAnotherDoor(Fault fault) => fault with
    {
        Swedish = "Raden är sammansatt: här kan bara 1 (ja för alla delar) lämnas; svara per del med POST /hsvo/v1/reports.",
        English = "The row is compound: here only 1 (yes for all parts) can be given; answer by part with POST /hsvo/v1/reports.",
    };

    /// <summary>A fault of a field.</summary>
    public static Fault FaultOf(FieldError error) => new(error.Code, error.Field, error.Swedish, error.English);

    private static SubmittedRow ReadRow(JsonElement element, WorkspacePlan plan, Dictionary<Guid, PlanNode> goals)
    {
        var errors = new List<FieldError>();
        if (element.ValueKind != JsonValueKind.Object)
        {
            return new(null, null, null, new(), [new("row.type", "", "Raden ska vara ett objekt.", "The row must be an object.")]);
        }

        var fields = new JsonFields(element, errors);
        var goal = ReadGoal(fields, goals, errors);
        var round = ReadRound(fields, plan.Snapshot.Plan, errors);
        var answer = goal?.Indicator is { } spec ? ReadAnswer(fields, spec, errors) : ReadAnswer(fields, new() { Kind = IndicatorKind.Count }, []);
        fields.RefuseOthers();
        return new(goal?.Id, plan.Workspace.Department, round?.Id, answer,
            [.. errors.Select(e => e with { Field = Names.GetValueOrDefault(e.Field, e.Field) })]);
    }

    private static PlanNode? ReadGoal(JsonFields fields, Dictionary<Guid, PlanNode> goals, List<FieldError> errors)
    {
        var before = errors.Count;
        var text = fields.Text("goalId");
        if (text is not null && Guid.TryParse(text, out var id) && goals.TryGetValue(id, out var goal))
        {
            if (goal.Kind == NodeKind.Indicator)
            {
                return goal;
            }

            errors.Add(NotIndicator);
        }
        else if (errors.Count == before)
        {
            errors.Add(new("id.unknown", "goalId", "Det finns inget mål med detta id i styrkortet.", "There is no goal with this id in the scorecard."));
        }

        return null;
    }

    /// <summary>That a goal takes no check-ins.</summary>
    public static FieldError NotIndicator { get; } = new("goal.notIndicator", "goalId", "Bara indikatorer tar svar.", "Only indicators take check-ins.");

    private static SubmittedAnswer ReadAnswer(JsonFields fields, IndicatorSpec spec, List<FieldError> errors)
    {
        var note = fields.Text("note");
        var value = fields.Value("value");
        ReadTarget(fields, spec, errors);
        RefuseKept(fields, "trend", errors);
        RefuseKept(fields, "forecast", errors);
        return new()
        {
            // An answer in words is Power BI's note.
            Value = IsInWords(spec) && value is null && note is not null ? SubmittedValue.Of(note) : value,
            Assessment = GoalStatusReader.Read(fields, "status"),
            Comment = IsInWords(spec) ? null : note,
            Reason = Reason,
        };
    }

    private static SubmittedAnswer Changed(SubmittedAnswer stored, SubmittedAnswer sent, bool isInWords, bool hasValue, bool hasStatus, bool hasNote)
    {
        // An assessment is of the value that it came with.
        var value = hasValue || (isInWords && hasNote);
        return stored with
        {
            Value = value ? sent.Value : stored.Value,
            Parts = value ? null : stored.Parts,
            Numerator = value ? null : stored.Numerator,
            Denominator = value ? null : stored.Denominator,
            NotApplicable = !value && stored.NotApplicable,
            Assessment = hasStatus ? sent.Assessment : value && sent.Value != stored.Value ? null : stored.Assessment,
            Comment = hasNote && !isInWords ? sent.Comment : stored.Comment,
            Reason = !value && stored.NotApplicable ? stored.Reason : Reason,
        };
    }

    private static void ReadTarget(JsonFields fields, IndicatorSpec spec, List<FieldError> errors)
    {
        if (fields.Find("target") is { } target && !(target.ValueKind == JsonValueKind.Number && target.TryGetDouble(out var sent) && sent == spec.Target?.Value))
        {
            errors.Add(new("target.ofPlan", "target",
                "Målvärdet står i planen och ändras med en ny planversion; utelämna target.",
                "The target stands in the plan and is changed by a new plan version; leave target out."));
        }
    }

    private static void RefuseKept(JsonFields fields, string name, List<FieldError> errors)
    {
        if (fields.Find(name) is not null)
        {
            errors.Add(new("field.notKept", name, $"{name} sparas inte här; utelämna fältet.", $"{name} isn't kept here; leave it out."));
        }
    }

    private static bool IsInWords(IndicatorSpec spec) => spec.Kind == IndicatorKind.Qualitative;

    private static bool Has(JsonDocument body, string name) => body.RootElement.TryGetProperty(name, out _);

    // "Leave unchanged" is sent and says nothing.
    private static bool HasStatus(JsonDocument body, SubmittedAnswer sent) =>
        body.RootElement.TryGetProperty("status", out var status) && (sent.Assessment is not null || status.ValueKind == JsonValueKind.Null);

    private static Round? ReadRound(JsonFields fields, Plan plan, List<FieldError> errors)
    {
        var before = errors.Count;
        var round = GoalDates.RoundOf(plan, fields.Text("timestamp"));
        if (round is null && errors.Count == before)
        {
            errors.Add(GoalDates.Fault(plan));
        }

        return round;
    }

    /// <summary>That a check-in can't be read.</summary>
    public static Failure Malformed(IReadOnlyList<Fault> faults) =>
        new(FailureKind.Malformed, "goalValue.invalid", "Svaret har inte sparats.", "The check-in was not stored.") { Faults = faults };
}
