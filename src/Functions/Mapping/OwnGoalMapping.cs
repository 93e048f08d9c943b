using Hsvo.Contracts.PowerBI;
using Hsvo.Domain.Reports;
using Hsvo.Domain.Scorecards;
using Hsvo.Domain.Statuses;
using Hsvo.Functions.Http.PowerBI;
using Hsvo.OData;
using Microsoft.AspNetCore.Http;

namespace Hsvo.Functions.Mapping;

/// <summary>A department's own goal in Power BI's shapes. It stands for itself: what is below it isn't weighed together.</summary>
internal sealed class OwnGoalMapping
{
    // Nobody else decides anything of it.
    private const string MayAll = "All";
    private const string MayView = "View";

    private readonly HttpRequest _request;
    private readonly OwnGoal _goal;
    private readonly GoalLog _log;
    private readonly IReadOnlyList<JudgedCheckIn> _checkIns;

    /// <summary>Takes what it is made of.</summary>
    /// <param name="request">The request, for the context URLs.</param>
    /// <param name="goal">The goal.</param>
    /// <param name="log">What was checked in on it.</param>
    public OwnGoalMapping(HttpRequest request, OwnGoal goal, GoalLog log) => (_request, _goal, _log, _checkIns) = (request, goal, log, log.Judged());

    private PersonalGoal Goal => _goal.Goal;

    private DateTimeOffset LastModified => _checkIns.Select(c => c.CheckIn.At).Append(Goal.ModifiedAt).Append(_log.Rules?.At ?? Goal.ModifiedAt).Max();

    /// <summary>The goal.</summary>
    public Goal ToGoal(Expansion expansion, bool isWritable)
    {
        var status = _checkIns.LastOrDefault(c => c.Status is not null)?.Status;
        return new()
        {
            Id = Goal.Id,
            Name = Goal.Name,
            Description = Goal.Description,
            ScorecardId = _goal.Scorecard.Id,
            CreatedTime = PowerBITimes.Instant(Goal.CreatedAt),
            LastModifiedTime = PowerBITimes.Instant(LastModified),
            ParentId = Goal.ParentId,
            Level = _goal.Scorecard.LevelOf(Goal),
            Rank = _goal.Scorecard.ChildrenOf(Goal.ParentId).TakeWhile(s => s.Id != Goal.Id).Count() + 1,
            StartDate = PowerBITimes.Day(Goal.Starts),
            CompletionDate = PowerBITimes.Day(Goal.Completes),
            ValuesFormatString = Goal.ValuesFormat,
            DatesFormatString = Goal.DatesFormat,
            NotesCount = _checkIns.Count(c => c.CheckIn.Notes.Count > 0),
            HasStatusRules = _log.Rules?.Rules is not null,
            Permissions = isWritable ? MayAll : MayView,
            NodeId = Goal.Id.ToString("N"),
            NodeKind = "personal",
            Status = (int?)status,
            StatusName = status?.Name(),
            StatusText = status?.Swedish(),
            GoalValuesODataContext = expansion.Of("goalValues") is null ? null : GoalContexts.Values(_request, _goal, ""),
            GoalValues = expansion.Of("goalValues") is not { } inValues ? null : inValues.Of("notes") is null ? ToValues() : WithNotes(ToValues()),
            AggregationsODataContext = expansion.Of("aggregations") is null ? null : GoalContexts.Goal(_request, _goal, "/aggregations"),
            Aggregations = expansion.Of("aggregations") is null ? null : ToAggregations(),
        };
    }

    /// <summary>The check-ins, by day.</summary>
    public IReadOnlyList<GoalValue> ToValues() => [.. _checkIns.Select(ToValue)];

    /// <summary>One day's check-in; null when there is none.</summary>
    public GoalValue? ToValue(DateOnly date) => _checkIns.FirstOrDefault(c => c.CheckIn.Date == date) is { } found ? ToValue(found) : null;

    /// <summary>Check-ins with their notes.</summary>
    public IReadOnlyList<GoalValue> WithNotes(IReadOnlyList<GoalValue> values)
    {
        var days = _checkIns.ToDictionary(c => PowerBITimes.Day(c.CheckIn.Date), c => c.CheckIn);
        return [.. values.Select(v => v with { NotesODataContext = GoalContexts.Notes(_request, _goal, days[v.Timestamp].Date, ""), Notes = ToNotes(days[v.Timestamp]) })];
    }

    /// <summary>A check-in's notes, the oldest first.</summary>
    public IReadOnlyList<GoalNote> ToNotes(GoalCheckIn checkIn) => [.. checkIn.Notes.Select(n => ToNote(checkIn.Date, n))];

    /// <summary>A note.</summary>
    public GoalNote ToNote(DateOnly date, CheckInNote note) => new()
    {
        Id = note.Id,
        ValueTimestamp = PowerBITimes.Day(date),
        GoalId = Goal.Id,
        ScorecardId = _goal.Scorecard.Id,
        CreatedTime = PowerBITimes.Instant(note.WrittenAt),
        LastModifiedTime = PowerBITimes.Instant(note.ModifiedAt),
        Body = note.Body,
        Content = GoalNoteMapping.ContentOf(note.Body),
    };

    /// <summary>The rules that judge the check-ins; null when there are none.</summary>
    public StatusRules? ToRules() => _log.Rules is { Rules: { } rules } written
        ? StatusRulesMapping.ToDocument(_goal, rules, written.At, GoalContexts.Goal(_request, _goal, "/statusRules"))
        : null;

    private GoalValue ToValue(JudgedCheckIn judged)
    {
        var checkIn = judged.CheckIn;
        return new()
        {
            Timestamp = PowerBITimes.Day(checkIn.Date),
            GoalId = Goal.Id,
            ScorecardId = _goal.Scorecard.Id,
            CreatedTime = PowerBITimes.Instant(checkIn.FirstAt),
            LastModifiedTime = PowerBITimes.Instant(checkIn.At),
            Value = checkIn.Value,
            Target = checkIn.Target,
            ValueDisplayString = DisplayOf(checkIn.Value),
            TargetDisplayString = DisplayOf(checkIn.Target),
            Trend = checkIn.Trend,
            Forecast = checkIn.Forecast,
            Status = (int?)judged.Status,
            StatusName = judged.Status?.Name(),
            Note = checkIn.Notes is [var only] ? only.Body : null,
        };
    }

    private IReadOnlyList<GoalAggregation> ToAggregations() =>
    [
        .. LatestOf("Status", c => (int?)c.Status, (c, _) => c.Status!.Value.ToString()),
        .. LatestOf("Value", c => c.CheckIn.Value, (_, v) => DisplayOf(v)!),
        .. LatestOf("Target", c => c.CheckIn.Target, (_, v) => DisplayOf(v)!),
        .. _checkIns.Where(c => c.CheckIn.Value is not null).Select(c => Make("Sparkline", c, c.CheckIn.Value!.Value, DisplayOf(c.CheckIn.Value)!)),
        .. LatestOf("Change", c => c.Change, (_, v) => (v > 0 ? "+" : "") + DisplayOf(v)),
    ];

    private IEnumerable<GoalAggregation> LatestOf(string type, Func<JudgedCheckIn, double?> valueOf, Func<JudgedCheckIn, double, string> displayOf) =>
        _checkIns.LastOrDefault(c => valueOf(c) is not null) is { } latest ? [Make(type, latest, valueOf(latest)!.Value, displayOf(latest, valueOf(latest)!.Value))] : [];

    private GoalAggregation Make(string type, JudgedCheckIn of, double value, string display)
    {
        var timestamp = PowerBITimes.Day(of.CheckIn.Date);
        return new()
        {
            Id = PowerBIIds.Aggregation(Goal.Id, type, timestamp).ToString(),
            Timestamp = timestamp,
            CalculationTime = PowerBITimes.Instant(LastModified),
            ScorecardId = _goal.Scorecard.Id,
            GoalId = Goal.Id,
            Value = value,
            ValueDisplayString = display,
            Type = type,
            MaxLastModifiedTime = PowerBITimes.Instant(LastModified),
        };
    }

    private static string? DisplayOf(double? number) => number is { } known ? AnswerValue.Of(known).ToString() : null;
}
