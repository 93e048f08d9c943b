using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.Domain.Statuses;
using Hsvo.UseCases;

namespace Hsvo.Functions.Spreadsheets;

/// <summary>The lines of a sheet that answer one row of the plan, one for each part of a compound one, read as a row of a submission.</summary>
/// <param name="table">The sheet.</param>
/// <param name="lines">The lines, in the sheet's order.</param>
internal sealed class SheetAnswer(SheetTable table, IReadOnlyList<SheetRow> lines)
{
    private readonly List<FieldError> _faults = [];

    // Where a field was read from, when that isn't the first line.
    private readonly Dictionary<string, SheetRow> _from = [];

    /// <summary>Its lines.</summary>
    public IReadOnlyList<SheetRow> Lines => lines;

    /// <summary>Whether anything is filled in. A line that is left as it was handed out answers nothing.</summary>
    public bool IsFilledIn => lines.Any(l => SheetColumns.All.Any(c => c.IsAnswer && !table.ValueOf(l, c).IsEmpty));

    /// <summary>Reads it; the faults' fields are the submission's own.</summary>
    /// <param name="plan">The plan; null when there is no such plan.</param>
    public SubmittedRow Read(Plan? plan)
    {
        var indicator = Needed(SheetColumns.Indicator);
        var asked = indicator is null ? null : plan?.Find(indicator)?.Indicator;
        var notApplicable = One(SheetColumns.NotApplicable) is { IsEmpty: false } said && (SheetCells.Truth(said)
            ?? Wrong<bool>(SheetColumns.NotApplicable, "Skriv ja, eller lämna cellen tom.", "Say ja, or leave the cell empty."));
        var (value, parts) = Values(asked);
        if (asked is { Parts.Count: > 0 } && value is null && !notApplicable && lines.Any(l => SheetCells.Id(table.ValueOf(l, SheetColumns.Part)) is not null))
        {
            // Each part that lacks its answer is then told of where it stands.
            parts ??= [];
        }

        var row = new SubmittedRow(indicator, Needed(SheetColumns.Department), Needed(SheetColumns.Round), new()
        {
            Value = value,
            Parts = parts,
            Numerator = Number(SheetColumns.Numerator),
            Denominator = Number(SheetColumns.Denominator),
            Assessment = Assessment(),
            NotApplicable = notApplicable,
            Comment = SheetCells.Text(One(SheetColumns.Comment)),
            Reason = SheetCells.Text(One(SheetColumns.Reason)),
        }, _faults)
        {
            Revision = Revision(),
        };
        foreach (var column in SheetColumns.All.Where(c => c.IsAnswer))
        {
            CheckReckoned(column);
        }

        return row;
    }

    /// <summary>The place of a field of the submission, as people find it in the sheet.</summary>
    /// <param name="field">The field, "parts/ledtider"; empty for the row itself.</param>
    /// <param name="isOfPart">Whether the part is at fault, and not what is answered for it.</param>
    public string PlaceOf(string field, bool isOfPart = false)
    {
        var names = field.Split('/', 2);
        var column = names is ["parts", ..] && !isOfPart ? SheetColumns.Value : SheetColumns.OfField(names[0]);
        var line = _from.GetValueOrDefault(field) ?? lines[0];
        return column is null ? $"rad {line.Number}" : $"rad {line.Number}, kolumn {column.Name}";
    }

    private (SubmittedValue? Value, Dictionary<string, SubmittedValue>? Parts) Values(IndicatorSpec? asked)
    {
        var (value, parts) = (default(SubmittedValue?), new Dictionary<string, SubmittedValue>(StringComparer.Ordinal));
        var seen = new Dictionary<string, SheetRow>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            var part = SheetCells.Id(table.ValueOf(line, SheetColumns.Part)) ?? "";
            var field = part.Length == 0 ? "value" : $"parts/{FieldError.Escape(part)}";
            if (!seen.TryAdd(part, line))
            {
                _from[""] = line;
                _faults.Add(new("row.duplicate", "", $"Raden svarar på samma sak som rad {seen[part].Number}.", $"The row answers the same as row {seen[part].Number}."));
                return (value, parts.Count > 0 ? parts : null);
            }

            _from[field] = line;
            if (SheetCells.Value(table.ValueOf(line, SheetColumns.Value), asked) is not { } read)
            {
                continue;
            }

            if (part.Length == 0)
            {
                value = read;
            }
            else
            {
                parts[part] = read;
            }
        }

        if (asked is { Parts.Count: 0 } && parts.Count > 0)
        {
            _from["parts"] = _from[$"parts/{FieldError.Escape(parts.Keys.First())}"];
        }

        return (value, parts.Count > 0 ? parts : null);
    }

    // What the lines of one row say of the whole: the same, or one of them alone.
    private SheetValue One(SheetColumn column)
    {
        var said = default(SheetValue);
        foreach (var line in lines)
        {
            var value = table.ValueOf(line, column);
            if (value.IsEmpty)
            {
                continue;
            }

            if (said.IsEmpty)
            {
                (said, _from[column.Field!]) = (value, line);
            }
            else if (said != value)
            {
                _from[column.Field!] = line;
                _faults.Add(new("row.differs", column.Field!,
                    $"Raderna för samma indikator säger olika i kolumnen {column.Name}: skriv det på en av dem.",
                    $"The rows of the same indicator differ in the column {column.Name}: say it on one of them."));
                return default;
            }
        }

        return said;
    }

    private string? Needed(SheetColumn column)
    {
        var id = column == SheetColumns.Round ? SheetCells.Round(One(column)) : SheetCells.Id(One(column));
        if (id is null && _faults.All(f => f.Field != column.Field))
        {
            _faults.Add(new("field.required", column.Field!, $"Cellen i kolumnen {column.Name} behöver ett värde.", $"The cell in the column {column.Name} needs a value."));
        }

        return id;
    }

    private double? Number(SheetColumn column) => One(column) is { IsEmpty: false } cell
        ? SheetCells.Number(cell) ?? Wrong<double?>(column, $"{column.Name} ska vara ett tal.", $"{column.Name} must be a number.")
        : null;

    private int? Revision() => One(SheetColumns.Revision) is { IsEmpty: false } cell
        ? SheetCells.Number(cell) is { } number && double.IsInteger(number) && number is >= 0 and < 1_000_000
            ? (int)number
            : Wrong<int?>(SheetColumns.Revision, "Revisionen ska stå som den gjorde i bladet du hämtade.", "The revision must stand as it did in the sheet you fetched.")
        : null;

    private Status? Assessment()
    {
        if (One(SheetColumns.Assessment) is not { IsEmpty: false } cell)
        {
            return null;
        }

        var names = string.Join(", ", Enum.GetValues<Status>().Select(s => s.Swedish()));
        return SheetCells.Assessment(cell) ?? Wrong<Status?>(SheetColumns.Assessment, $"Bedömningen ska vara en av: {names}.", $"The assessment must be one of: {names}.");
    }

    // A formula that was never reckoned, or an error like #N/A, says nothing that could be stored.
    private void CheckReckoned(SheetColumn column)
    {
        foreach (var line in lines)
        {
            if (table.ValueOf(line, column).Fault is { } shown)
            {
                var part = SheetCells.Id(table.ValueOf(line, SheetColumns.Part));
                var field = column == SheetColumns.Value && part is not null ? $"parts/{FieldError.Escape(part)}" : column.Field!;
                _from[field] = line;
                _faults.RemoveAll(f => f.Field == field);
                _faults.Add(new("sheet.formula", field, $"Cellen visar inget värde ({shown}): skriv svaret i stället för formeln.",
                    $"The cell shows no value ({shown}): write the answer in place of the formula."));
            }
        }
    }

    private T? Wrong<T>(SheetColumn column, string swedish, string english)
    {
        _faults.Add(new("field.type", column.Field!, swedish, english));
        return default;
    }
}
