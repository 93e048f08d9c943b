using System.Collections.Frozen;

namespace Hsvo.Functions.Spreadsheets;

/// <summary>The columns of an answer sheet, in the order that they are written; read back they may stand in any.</summary>
internal static class SheetColumns
{
    public static readonly SheetColumn Indicator = new("Indikator-id", "indicator", 13);
    public static readonly SheetColumn Goal = new("Mål", null, 24);
    public static readonly SheetColumn Activity = new("Aktivitet", null, 30);
    public static readonly SheetColumn Text = new("Indikator", null, 36);
    public static readonly SheetColumn PartText = new("Del", null, 18);
    public static readonly SheetColumn AsksFor = new("Svarstyp", null, 15);
    public static readonly SheetColumn Reporting = new("Läge", null, 13);
    public static readonly SheetColumn Last = new("Senaste svar", null, 30);
    public static readonly SheetColumn Value = new("Svar", "value", 16, IsAnswer: true);
    public static readonly SheetColumn Numerator = new("Täljare", "numerator", 9, IsAnswer: true);
    public static readonly SheetColumn Denominator = new("Nämnare", "denominator", 9, IsAnswer: true);
    public static readonly SheetColumn Assessment = new("Bedömning", "assessment", 13, IsAnswer: true);
    public static readonly SheetColumn NotApplicable = new("Berör oss inte", "notApplicable", 9, IsAnswer: true);
    public static readonly SheetColumn Comment = new("Kommentar", "comment", 38, IsAnswer: true);
    public static readonly SheetColumn Reason = new("Skäl", "reason", 26, IsAnswer: true);
    public static readonly SheetColumn Plan = new("Plan", "plan", 12);
    public static readonly SheetColumn Round = new("Omgång", "round", 10);
    public static readonly SheetColumn Department = new("Förvaltning", "department", 12);
    public static readonly SheetColumn Part = new("Del-id", "parts", 18);
    public static readonly SheetColumn Revision = new("Revision", "revision", 9);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<SheetColumn> All { get; } =
    [
        Indicator, Goal, Activity, Text, PartText, AsksFor, Reporting, Last,
        Value, Numerator, Denominator, Assessment, NotApplicable, Comment, Reason,
        Plan, Round, Department, Part, Revision,
    ];

    /// <summary>Those that a sheet can't be read without.</summary>
    public static IReadOnlyList<SheetColumn> Needed { get; } = [Indicator, Value, Plan, Round, Department];

    private static readonly FrozenDictionary<string, SheetColumn> ByName = All.ToFrozenDictionary(c => c.Name, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, SheetColumn> ByField =
        All.Where(c => c.Field is not null).ToFrozenDictionary(c => c.Field!, StringComparer.Ordinal);

    /// <summary>The column with a heading, in any case; null when there is none.</summary>
    public static SheetColumn? Find(string heading) => ByName.GetValueOrDefault(string.Join(' ', heading.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)));

    /// <summary>The column that gives a field of a submission's row; null for none.</summary>
    public static SheetColumn? OfField(string field) => ByField.GetValueOrDefault(field);

    /// <summary>A column's letters in a spreadsheet, "A" for 0.</summary>
    public static string Letters(int index) => index < 26 ? $"{(char)('A' + index)}" : Letters((index / 26) - 1) + (char)('A' + (index % 26));
}
