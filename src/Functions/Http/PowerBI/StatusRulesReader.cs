using Hsvo.Domain.Statuses;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;

namespace Hsvo.Functions.Http.PowerBI;

/// <summary>Reads status rules (PowerBI-CSharp swagger: StatusRulesUpdateRequest): what can't be kept to is refused, never left aside.</summary>
internal static class StatusRulesReader
{
    private static readonly Refusal NotStored = new("statusRules.invalid", "Reglerna har inte sparats.", "The rules were not stored.");

    public static async Task<Outcome<WrittenRules>> ReadAsync(HttpRequest request, CancellationToken cancellationToken) =>
        CheckIn(await SmallBody.ReadAsync(request, NotStored, ReadRules, cancellationToken));

    private static Outcome<WrittenRules> CheckIn(Outcome<WrittenRules> read) => read.Failure is { } failure ? CheckInReader.InThisShape(failure) : read;

    private static WrittenRules ReadRules(JsonFields fields)
    {
        // What a client has read and sends back as it was.
        foreach (var told in new[] { "@odata.context", "scorecardObjectId", "goalObjectId", "lastModifiedTime", "isWritten", "defaultIsAssessment", "description" })
        {
            fields.Find(told);
        }

        var rules = fields.NeededRows("rules", SetStatusRules.MaxRules, f => new WrittenRule(
            [.. f.NeededRows("conditions", SetStatusRules.MaxConditions, ReadCondition)], Needed(f, "output")));
        return new(rules, Needed(fields, "defaultOutput"));
    }

    private static Status Needed(JsonFields fields, string name) =>
        GoalStatusReader.Read(fields, name) ?? (fields.Find(name) is null ? fields.WrongType<Status>(name, "ett läge, 0 till 5", "a status, 0 to 5") : default);

    private static RuleCondition ReadCondition(JsonFields fields)
    {
        if (fields.Find("expression") is not null)
        {
            fields.WrongType<string>("expression", "utelämnat: uttryck tolkas inte, skriv fieldComparison", "left out: expressions aren't read, write fieldComparison");
        }

        return fields.NeededObject("fieldComparison", ReadComparison) ?? new(default, default);
    }

    private static RuleCondition ReadComparison(JsonFields fields)
    {
        var field = Name<RuleField>(fields, "field");
        var condition = new RuleCondition(field, Name<RuleOperator>(fields, "operator"));
        var value = fields.NeededObject("value", f => new Compared(Number(f, "number"), ReadDate(f), f.Find("percentOf") is null ? null : f.NeededObject("percentOf", ReadPercent), f.Text("field")));
        var percent = value?.Percent?.Percent ?? (value?.Field == "Target" ? 100 : null);
        var isRight = value is not null && (field == RuleField.Timestamp
            ? value is { Date: not null, Number: null } && percent is null
            : value.Date is null && value.Number is null != percent is null) && value.Field is null or "Target";
        if (!isRight)
        {
            fields.WrongType<string>("value", "ett av number, percentOf och field (Target) för Value, dateTime för Timestamp", "one of number, percentOf and field (Target) for Value, dateTime for Timestamp");
        }

        return condition with { Number = value?.Number, PercentOfTarget = percent, Date = value?.Date };
    }

    private static Share ReadPercent(JsonFields fields)
    {
        if (fields.NeededText("field") != "Target")
        {
            fields.WrongType<string>("field", "Target", "Target");
        }

        return new(Number(fields, "percent") ?? fields.WrongType<double>("percent", "ett tal", "a number"));
    }

    private static DateOnly? ReadDate(JsonFields fields) => fields.Text("dateTime") is not { } text ? null
        : GoalDates.ReadDate(text) ?? fields.WrongType<DateOnly?>("dateTime", "ett datum, eller dess midnatt i UTC", "a date, or its midnight in UTC");

    private static double? Number(JsonFields fields, string name) => fields.Find(name) is null ? null
        : fields.Value(name) is { Number: { } number } ? number : fields.WrongType<double?>(name, "ett tal", "a number");

    private static T Name<T>(JsonFields fields, string name)
        where T : struct, Enum
    {
        var (text, names) = (fields.NeededText(name), Enum.GetNames<T>());
        return names.Contains(text, StringComparer.Ordinal)
            ? Enum.Parse<T>(text)
            : text.Length == 0 || fields.Find(name) is null ? default : fields.WrongType<T>(name, $"ett av: {string.Join(", ", names)}", $"one of: {string.Join(", ", names)}");
    }

    private sealed record Share(double Percent);

    private sealed record Compared(double? Number, DateOnly? Date, Share? Percent, string? Field);
}
