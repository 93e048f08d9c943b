using Hsvo.Domain.Statuses;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;

namespace Hsvo.Functions.Http.PowerBI;

/// <summary>
/// Reads status rules (PowerBI-CSharp swagger: GoalStatusRulesUpdateRequest): what can't be kept to is refused, never left aside. What Power BI takes and isn't
/// offered is 501: expressions, whose language Power BI doesn't describe, and of the plan's rows the change since the value before, since a row's status is of its
/// answer alone, and the change of a number of people tells what small numbers hide.
/// </summary>
internal static class StatusRulesReader
{
    private const string NotOffered = "statusRules.notOffered";

    private static readonly Refusal NotStored = new("statusRules.invalid", "Reglerna har inte sparats.", "The rules were not stored.");

    /// <summary>Reads them.</summary>
    /// <param name="request">The request.</param>
    /// <param name="takesChange">Whether a rule may be about the change since the value before.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public static async Task<Outcome<WrittenRules>> ReadAsync(HttpRequest request, bool takesChange, CancellationToken cancellationToken) =>
        CheckIn(await SmallBody.ReadAsync(request, NotStored, f => ReadRules(f, takesChange), cancellationToken));

    private static Outcome<WrittenRules> CheckIn(Outcome<WrittenRules> read) => read.Failure is not { } failure ? read
        : CheckInReader.InThisShape(failure) is { Faults.Count: > 0 } shaped && shaped.Faults.All(f => f.Code == NotOffered) ? shaped with
        {
            Kind = FailureKind.NotSupported,
            Code = NotOffered,
            Swedish = "Reglerna har inte sparats: Power BI har detta, men det erbjuds inte här.",
            English = "The rules were not stored: Power BI has this, but it is not offered here.",
        }
        : CheckInReader.InThisShape(failure);

    private static WrittenRules ReadRules(JsonFields fields, bool takesChange)
    {
        // What a client has read and sends back as it was.
        foreach (var told in new[] { "@odata.context", "scorecardObjectId", "goalObjectId", "lastModifiedTime", "isWritten", "defaultIsAssessment", "description" })
        {
            fields.Find(told);
        }

        IReadOnlyList<WrittenRule> rules = fields.Find("rules") is null ? [] : fields.NeededRows("rules", SetStatusRules.MaxRules, f => new WrittenRule(
            [.. f.NeededRows("conditions", SetStatusRules.MaxConditions, c => ReadCondition(c, takesChange))], Needed(f, "output")));
        return new(rules, Needed(fields, "defaultOutput"));
    }

    private static Status Needed(JsonFields fields, string name) =>
        GoalStatusReader.Read(fields, name) ?? (fields.Find(name) is null ? fields.WrongType<Status>(name, "ett läge, 0 till 5", "a status, 0 to 5") : default);

    private static RuleCondition ReadCondition(JsonFields fields, bool takesChange)
    {
        if (fields.Find("expression") is not null)
        {
            fields.Refuse(NotOffered, "expression", "Uttryck tolkas inte: Power BI beskriver inte språket. Skriv fieldComparison.", "Expressions aren't read: Power BI doesn't describe the language. Write fieldComparison.");
            fields.Find("fieldComparison");
            return new(default, default);
        }

        return fields.NeededObject("fieldComparison", f => ReadComparison(f, takesChange)) ?? new(default, default);
    }

    private static RuleCondition ReadComparison(JsonFields fields, bool takesChange)
    {
        var field = Name<RuleField>(fields, "field");
        if (field == RuleField.Change && !takesChange)
        {
            fields.Refuse(NotOffered, "field",
                "Planens rader bedöms efter sitt svar, inte efter ändringen sedan det förra; egna mål kan ha regler om Change.",
                "The plan's rows are judged by their answer, not by the change since the one before; goals of your own can have rules about Change.");
        }
        var condition = new RuleCondition(field, Name<RuleOperator>(fields, "operator"));
        var value = fields.NeededObject("value", f => new Compared(Number(f, "number"), ReadDate(f), f.Find("percentOf") is null ? null : f.NeededObject("percentOf", ReadPercent), f.Text("field")));
        var percent = value?.Percent?.Percent ?? (value?.Field == "Target" ? 100 : null);
        var isRight = value is { Field: null or "Target" } && field switch
        {
            RuleField.Timestamp => value is { Date: not null, Number: null } && percent is null,
            RuleField.Change => value is { Date: null, Number: not null } && percent is null,
            _ => value.Date is null && value.Number is null != percent is null,
        };
        if (!isRight)
        {
            fields.WrongType<string>(
                "value",
                "ett av number, percentOf och field (Target) för Value, number för Change, dateTime för Timestamp",
                "one of number, percentOf and field (Target) for Value, number for Change, dateTime for Timestamp");
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
