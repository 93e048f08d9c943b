using System.Text.RegularExpressions;

namespace Azure.Data.Tables.Protocol;

/// <summary>The service's limits. Azurite doesn't keep all of them, so the stand-in refuses here what a real account would refuse.</summary>
internal static partial class Limits
{
    public const int ActionsPerTransaction = 100;
    public const int BytesPerRequest = 4 * 1024 * 1024;
    public const int RowsPerPage = 1000;

    private const int KeyCharacters = 512;
    private const int OwnProperties = 252;
    private const int NameCharacters = 255;
    private const int ValueBytes = 64 * 1024;
    private const int EntityBytes = 1024 * 1024;
    private const int Comparisons = 15;

    private static readonly DateTimeOffset FirstMoment = new(1601, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static Refusal RequestTooLarge { get; } =
        new(413, "RequestBodyTooLarge", "The request body is too large and exceeds the maximum permissible limit.");

    public static Refusal? OfTableName(string name) => name switch
    {
        { Length: < 3 or > 63 } => new(400, "OutOfRangeInput", "The specified resource name length is not within the permissible limits."),
        _ when !TableName().IsMatch(name) || name.Equals("tables", StringComparison.OrdinalIgnoreCase) =>
            new(400, "InvalidResourceName", "The specifed resource name contains invalid characters."),
        _ => null,
    };

    public static Refusal? OfKeys(string partitionKey, string rowKey) =>
        OfKey(PropertyName.PartitionKey, partitionKey) ?? OfKey(PropertyName.RowKey, rowKey);

    public static Refusal? OfEntity(IReadOnlyList<KeyValuePair<string, object>> properties)
    {
        var size = 4L;
        var own = 0;
        foreach (var (name, value) in properties)
        {
            if (name is PropertyName.PartitionKey or PropertyName.RowKey)
            {
                size += 2L * ((string)value).Length;
                continue;
            }

            own++;
            var bytes = SizeOf(value);
            var refusal = name.Length > NameCharacters ? new Refusal(400, "PropertyNameTooLong", "The property name exceeds the maximum allowed length (255).")
                : !Name().IsMatch(name) ? new Refusal(400, "PropertyNameInvalid", $"The property name '{name}' is invalid.")
                : bytes > ValueBytes ? new Refusal(400, "PropertyValueTooLarge", "The property value exceeds the maximum allowed size (64KB).")
                : IsTooEarly(value) ? new Refusal(400, "OutOfRangeInput", "One of the request inputs is out of range.")
                : null;
            if (refusal is not null)
            {
                return refusal;
            }

            size += 8 + (2L * name.Length) + bytes;
        }

        return own > OwnProperties ? new(400, "TooManyProperties", "The entity contains more properties than allowed.")
            : size > EntityBytes ? new(400, "EntityTooLarge", "The entity is larger than the maximum allowed size (1MB).")
            : null;
    }

    public static Refusal? OfQuery(string? filter, int? rowsPerPage) =>
        rowsPerPage is <= 0 or > RowsPerPage || (filter is not null && Comparison().Count(Quoted().Replace(filter, "''")) > Comparisons)
            ? new(400, "InvalidInput", "One of the request inputs is not valid.")
            : null;

    private static Refusal? OfKey(string name, string key) => key switch
    {
        { Length: > KeyCharacters } => new(400, "KeyValueTooLarge", "The property value is larger than the maximum size permitted (1KB)."),
        _ when key.AsSpan().IndexOfAny(@"/\#?") >= 0 || key.Any(char.IsControl) =>
            new(400, "OutOfRangeInput", $"The '{name}' parameter of value '{key}' is out of range."),
        _ => null,
    };

    private static long SizeOf(object value) => value switch
    {
        string text => 2L * text.Length,
        byte[] bytes => bytes.Length,
        BinaryData data => data.ToMemory().Length,
        bool => 1,
        int => 4,
        Guid => 16,
        _ => 8,
    };

    private static bool IsTooEarly(object value) => value switch
    {
        DateTimeOffset moment => moment < FirstMoment,
        DateTime moment => moment < FirstMoment.UtcDateTime,
        _ => false,
    };

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9]*$")]
    private static partial Regex TableName();

    // A C# identifier, which the service asks for.
    [GeneratedRegex(@"^[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Nd}\p{Mn}\p{Mc}\p{Pc}\p{Cf}]*$")]
    private static partial Regex Name();

    [GeneratedRegex("'(?:[^']|'')*'")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\s(?:eq|ne|gt|ge|lt|le)\s")]
    private static partial Regex Comparison();
}
