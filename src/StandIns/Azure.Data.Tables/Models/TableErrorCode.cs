namespace Azure.Data.Tables.Models;

public readonly struct TableErrorCode : IEquatable<TableErrorCode>
{
    private readonly string _value;

    public TableErrorCode(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    public static TableErrorCode CommandsInBatchActOnDifferentPartitions => new("CommandsInBatchActOnDifferentPartitions");

    public static TableErrorCode EntityAlreadyExists => new("EntityAlreadyExists");

    public static TableErrorCode EntityNotFound => new("EntityNotFound");

    public static TableErrorCode EntityTooLarge => new("EntityTooLarge");

    public static TableErrorCode InvalidDuplicateRow => new("InvalidDuplicateRow");

    public static TableErrorCode InvalidInput => new("InvalidInput");

    public static TableErrorCode KeyValueTooLarge => new("KeyValueTooLarge");

    public static TableErrorCode OutOfRangeInput => new("OutOfRangeInput");

    public static TableErrorCode PropertyNameInvalid => new("PropertyNameInvalid");

    public static TableErrorCode PropertyNameTooLong => new("PropertyNameTooLong");

    public static TableErrorCode PropertyValueTooLarge => new("PropertyValueTooLarge");

    public static TableErrorCode ResourceNotFound => new("ResourceNotFound");

    public static TableErrorCode TableAlreadyExists => new("TableAlreadyExists");

    public static TableErrorCode TableBeingDeleted => new("TableBeingDeleted");

    public static TableErrorCode TableNotFound => new("TableNotFound");

    public static TableErrorCode TooManyProperties => new("TooManyProperties");

    public static TableErrorCode UpdateConditionNotSatisfied => new("UpdateConditionNotSatisfied");

    public static implicit operator TableErrorCode(string value) => new(value);

    public static bool operator ==(TableErrorCode left, TableErrorCode right) => left.Equals(right);

    public static bool operator !=(TableErrorCode left, TableErrorCode right) => !left.Equals(right);

    public static bool operator ==(TableErrorCode code, string? value) => code.Is(value);

    public static bool operator !=(TableErrorCode code, string? value) => !code.Is(value);

    public static bool operator ==(string? value, TableErrorCode code) => code.Is(value);

    public static bool operator !=(string? value, TableErrorCode code) => !code.Is(value);

    public bool Equals(TableErrorCode other) => string.Equals(_value, other._value, StringComparison.OrdinalIgnoreCase);

    public override bool Equals(object? obj) =>
        obj is TableErrorCode other ? Equals(other) : obj is string text && Equals(new TableErrorCode(text));

    public override int GetHashCode() => _value is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(_value);

    public override string ToString() => _value;

    private bool Is(string? value) => string.Equals(_value, value, StringComparison.OrdinalIgnoreCase);
}
