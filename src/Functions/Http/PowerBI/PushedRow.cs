using System.Globalization;
using System.Text.Json;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.Domain.Statuses;
using Hsvo.UseCases;

namespace Hsvo.Functions.Http.PowerBI;

/// <summary>Reads one pushed row: its columns by name in any case, each of the type that the table says.</summary>
/// <param name="element">The row.</param>
internal sealed class PushedRow(JsonElement element)
{
    /// <summary>Power BI's most columns of a table.</summary>
    public const int MaxColumns = 75;

    /// <summary>Power BI's longest text.</summary>
    public const int MaxText = 4000;

    private const int MaxUnknown = 20;

    private readonly Dictionary<PushColumn, JsonProperty> _cells = [];
    private readonly List<FieldError> _faults = [];

    // Where several columns make one field, the one that is at fault.
    private readonly Dictionary<string, string> _atFault = [];

    /// <summary>Reads it as a row of a submission; the faults' fields are the submission's own, and a column's name where that has none.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="department">The workspace's department.</param>
    public SubmittedRow Read(Plan plan, string department)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return new(null, null, null, new(), [new("row.type", "", "Raden ska vara ett objekt.", "The row must be an object.")]);
        }

        if (!Sort())
        {
            return new(null, null, null, new(), [new("row.columns", "", $"Raden har fler än {MaxColumns} kolumner.", $"The row has more than {MaxColumns} columns.")]);
        }

        var indicator = Text(PushColumns.Indicator, "indicator");
        var isInWords = indicator is not null && plan.Find(indicator) is { Indicator.Kind: IndicatorKind.Qualitative };
        var comment = Text(PushColumns.Comment, isInWords ? "value" : "comment");
        var notApplicable = Bool(PushColumns.NotApplicable, "notApplicable");
        var value = Value();

        // An answer in words has no number, as in a check-in: the comment is the answer.
        var isAnswer = isInWords && value is null && comment is not null && !notApplicable;
        return new(indicator, Text(PushColumns.Department, "department") ?? department, Round(plan), new()
        {
            Value = isAnswer ? SubmittedValue.Of(comment!) : value,
            Assessment = Status(),
            NotApplicable = notApplicable,
            Comment = isAnswer ? null : comment,

            // Why a row isn't applicable is what it says, and nobody can say it for the sender.
            Reason = Text(PushColumns.Reason, "reason") ?? (notApplicable ? null : CheckInReader.Reason),
        }, _faults);
    }

    /// <summary>The column that a field of the submission was read from, as the row writes it.</summary>
    /// <param name="field">The field.</param>
    public string ColumnOf(string field)
    {
        PushColumn[] from = field switch
        {
            "indicator" => [PushColumns.Indicator],
            "department" => [PushColumns.Department],
            "round" => [PushColumns.Round, PushColumns.Date],
            "value" or "parts" => [PushColumns.Value, PushColumns.ReachedOn, PushColumns.Comment],
            "assessment" => [PushColumns.Status],
            "notApplicable" => [PushColumns.NotApplicable],
            "comment" => [PushColumns.Comment],
            "reason" => [PushColumns.Reason],
            _ => [],
        };
        return _atFault.GetValueOrDefault(field) ?? (from.Length == 0 ? field : from.Select(WrittenName).FirstOrDefault(n => n is not null) ?? from[0].Name);
    }

    private string? WrittenName(PushColumn column) => element.ValueKind == JsonValueKind.Object
        ? element.EnumerateObject().Where(p => p.Name.Equals(column.Name, StringComparison.OrdinalIgnoreCase) && p.Value.ValueKind != JsonValueKind.Null).Select(p => p.Name).FirstOrDefault()
        : null;

    // False when there are more columns than Power BI allows, whatever they are.
    private bool Sort()
    {
        var (columns, unknown) = (0, 0);
        foreach (var property in element.EnumerateObject())
        {
            if (++columns > MaxColumns)
            {
                return false;
            }

            if (PushColumns.Find(property.Name) is not { } column)
            {
                if (++unknown <= MaxUnknown)
                {
                    var names = string.Join(", ", PushColumns.All.Select(c => c.Name));
                    _faults.Add(new("column.unknown", FieldError.Escape(Excerpt.Of(property.Name)),
                        $"Kolumnen finns inte; kolumnerna är: {names}.", $"There is no such column; the columns are: {names}."));
                }
            }
            else if (property.Value.ValueKind != JsonValueKind.Null && !_cells.TryAdd(column, property))
            {
                _faults.Add(new("column.twice", FieldError.Escape(property.Name), "Kolumnen står två gånger.", "The column stands twice."));
            }
        }

        return true;
    }

    private string? Text(PushColumn column, string field)
    {
        if (!_cells.TryGetValue(column, out var cell))
        {
            return null;
        }

        if (cell.Value.ValueKind != JsonValueKind.String)
        {
            return WrongType<string>(field, "en text", "a text");
        }

        var text = cell.Value.GetString()!;
        if (text.Length > MaxText)
        {
            _faults.Add(new("text.length", field, $"Texten är {text.Length} tecken; högst {MaxText} får plats.", $"The text is {text.Length} characters; at most {MaxText} fit."));
            return null;
        }

        return text;
    }

    private bool Bool(PushColumn column, string field) => _cells.TryGetValue(column, out var cell)
        && (cell.Value.ValueKind is JsonValueKind.True or JsonValueKind.False ? cell.Value.GetBoolean() : WrongType<bool>(field, "true eller false", "true or false"));

    private SubmittedValue? Value()
    {
        double? number = null;
        if (_cells.TryGetValue(PushColumns.Value, out var cell))
        {
            number = cell.Value.ValueKind == JsonValueKind.Number && cell.Value.TryGetDouble(out var read) && double.IsFinite(read) && Math.Abs(read) < double.MaxValue
                ? read
                : WrongType<double?>("value", "ett tal", "a number");
            if (number is null)
            {
                _atFault.TryAdd("value", cell.Name);
            }
        }

        if (!_cells.TryGetValue(PushColumns.ReachedOn, out var reached))
        {
            return number is { } value ? SubmittedValue.Of(value) : null;
        }

        var date = Date(reached, "value");
        if (number is not (null or 1))
        {
            _atFault.TryAdd("value", reached.Name);
            _faults.Add(new("value.contradicts", "value", "En milstolpe som nåtts har värdet 1.", "A milestone that was reached has the value 1."));
        }

        return date is { } day ? SubmittedValue.Of(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) : null;
    }

    private string? Round(Plan plan)
    {
        var named = Text(PushColumns.Round, "round");
        if (!_cells.TryGetValue(PushColumns.Date, out var ends))
        {
            return named;
        }

        if (Date(ends, "round") is not { } date)
        {
            return null;
        }

        if (plan.Rounds.FirstOrDefault(r => r.Ends == date) is not { } round)
        {
            var valid = string.Join(", ", plan.Rounds.Select(r => r.Ends.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
            _faults.Add(new("date.notRound", "round", $"Datumet ska avsluta en omgång: {valid}.", $"The date must end a round: {valid}."));
            return null;
        }

        if (named is not null && named != round.Id)
        {
            _faults.Add(new("round.contradicts", "round", $"Datumet avslutar omgången {round.Id}.", $"The date ends the round {round.Id}."));
        }

        return round.Id;
    }

    private Status? Status()
    {
        if (!_cells.TryGetValue(PushColumns.Status, out var cell))
        {
            return null;
        }

        var errors = new List<FieldError>();
        var status = GoalStatusReader.Read(new(element, errors), cell.Name);
        _faults.AddRange(errors.Select(e => e with { Field = "assessment" }));
        return status;
    }

    private DateOnly? Date(JsonProperty cell, string field)
    {
        if (cell.Value.ValueKind == JsonValueKind.String && GoalDates.ReadDate(cell.Value.GetString()!) is { } date)
        {
            return date;
        }

        _atFault.TryAdd(field, cell.Name);
        return WrongType<DateOnly?>(field, "ett datum, 2021-05-31 eller 2021-05-31T00:00:00Z", "a date, 2021-05-31 or 2021-05-31T00:00:00Z");
    }

    private T? WrongType<T>(string field, string swedish, string english)
    {
        _faults.Add(new("column.type", field, $"Kolumnen ska vara {swedish}.", $"The column must be {english}."));
        return default;
    }
}
