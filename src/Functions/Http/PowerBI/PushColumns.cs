using System.Collections.Frozen;

namespace Hsvo.Functions.Http.PowerBI;

/// <summary>Power BI's data types, by its names, that the columns have.</summary>
internal enum PushType
{
    /// <summary>A whole number.</summary>
    Int64,

    /// <summary>A number; never NaN or infinite.</summary>
    Double,

    /// <summary>true or false.</summary>
    Boolean,

    /// <summary>A date, with the time of day zero in UTC where it has one.</summary>
    DateTime,

    /// <summary>A text of up to 4,000 characters.</summary>
    String,
}

/// <summary>A column that rows may have.</summary>
/// <param name="Name">Its name; any case will do.</param>
/// <param name="Type">Its type.</param>
/// <param name="Swedish">What it holds, in Swedish.</param>
/// <param name="English">The same in English.</param>
internal sealed record PushColumn(string Name, PushType Type, string Swedish, string English);

/// <summary>The columns of the one table that rows are pushed to.</summary>
internal static class PushColumns
{
    /// <summary>The table's name; any case will do.</summary>
    public const string TableName = "Reports";

    public static readonly PushColumn Indicator = new("Indicator", PushType.String, "Indikatorns id i planen, 2.1.1.i3; behövs", "The indicator's id in the plan, 2.1.1.i3; needed");

    public static readonly PushColumn Department = new("Department", PushType.String,
        "Förvaltningens id; får utelämnas, bara den egna tas emot", "The department's id; may be left out, only the caller's own is taken");

    public static readonly PushColumn Round = new("Round", PushType.String, "Omgångens id, 2021-05; den eller Date behövs", "The round's id, 2021-05; it or Date is needed");

    public static readonly PushColumn Date = new("Date", PushType.DateTime, "Datumet som avslutar omgången", "The date that ends the round");

    public static readonly PushColumn Value = new("Value", PushType.Double, "Talet; 1 är ja och 0 är nej", "The number; 1 is ja and 0 is nej");

    public static readonly PushColumn ReachedOn = new("ReachedOn", PushType.DateTime, "Dagen då en milstolpe nåddes", "The day on which a milestone was reached");

    public static readonly PushColumn Status = new("Status", PushType.Int64,
        "Bedömningen, Power BI:s 0–5 eller dess namn", "The assessment, Power BI's 0–5 or its name");

    public static readonly PushColumn NotApplicable = new("NotApplicable", PushType.Boolean,
        "true när raden inte berör förvaltningen; Reason säger varför", "true when the row doesn't concern the department; Reason says why");

    public static readonly PushColumn Comment = new("Comment", PushType.String,
        "Kommentaren; svaret, när indikatorn besvaras i ord", "The comment; the answer, when the indicator is answered in words");

    public static readonly PushColumn Reason = new("Reason", PushType.String,
        "Varför svaret ändras, högst 1 000 tecken", "Why the answer is changed, at most 1,000 characters");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<PushColumn> All { get; } = [Indicator, Department, Round, Date, Value, ReachedOn, Status, NotApplicable, Comment, Reason];

    private static readonly FrozenDictionary<string, PushColumn> ByName = All.ToFrozenDictionary(c => c.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The column with a name; null when there is none.</summary>
    public static PushColumn? Find(string name) => ByName.GetValueOrDefault(name);
}
