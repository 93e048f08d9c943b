using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Azure.Data.Tables.Protocol;

namespace Azure.Data.Tables;

[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "It is the real package's name.")]
public sealed class TableEntity : ITableEntity, IDictionary<string, object>
{
    private readonly Dictionary<string, object> _properties;

    public TableEntity()
        : this(null!)
    {
    }

    public TableEntity(string partitionKey, string rowKey)
        : this(null!)
    {
        PartitionKey = partitionKey;
        RowKey = rowKey;
    }

    public TableEntity(IDictionary<string, object> values) => _properties = values is null ? [] : new(values);

    public string PartitionKey
    {
        get => GetString(PropertyName.PartitionKey);
        set => _properties[PropertyName.PartitionKey] = value;
    }

    public string RowKey
    {
        get => GetString(PropertyName.RowKey);
        set => _properties[PropertyName.RowKey] = value;
    }

    public DateTimeOffset? Timestamp
    {
        get => GetDateTimeOffset(PropertyName.Timestamp);
        set => _properties[PropertyName.Timestamp] = value!;
    }

    public ETag ETag
    {
        get => new(GetString(PropertyName.ETagOnTheWire));
        set => _properties[PropertyName.ETagOnTheWire] = value.ToString();
    }

    public int Count => _properties.Count;

    public ICollection<string> Keys => _properties.Keys;

    ICollection<object> IDictionary<string, object>.Values => _properties.Values;

    bool ICollection<KeyValuePair<string, object>>.IsReadOnly => false;

    public object this[string key]
    {
        get => _properties.GetValueOrDefault(key)!;
        set => Set(key, value);
    }

    public string GetString(string key) => (string)Get(key, typeof(string))!;

    public byte[] GetBinary(string key) => (byte[])Get(key, typeof(byte[]))!;

    public BinaryData GetBinaryData(string key) => (BinaryData)Get(key, typeof(BinaryData))!;

    public bool? GetBoolean(string key) => (bool?)Get(key, typeof(bool));

    public DateTime? GetDateTime(string key) => (DateTime?)Get(key, typeof(DateTime));

    public DateTimeOffset? GetDateTimeOffset(string key) => (DateTimeOffset?)Get(key, typeof(DateTimeOffset));

    public double? GetDouble(string key) => (double?)Get(key, typeof(double));

    public Guid? GetGuid(string key) => (Guid?)Get(key, typeof(Guid));

    public int? GetInt32(string key) => (int?)Get(key, typeof(int));

    public long? GetInt64(string key) => (long?)Get(key, typeof(long));

    public void Add(string key, object value) => Set(key, value);

    public bool ContainsKey(string key) => _properties.ContainsKey(key);

    public bool Remove(string key) => _properties.Remove(key);

    public bool TryGetValue(string key, out object value) => _properties.TryGetValue(key, out value!);

    public void Clear() => _properties.Clear();

    void ICollection<KeyValuePair<string, object>>.Add(KeyValuePair<string, object> item) => Set(item.Key, item.Value);

    bool ICollection<KeyValuePair<string, object>>.Contains(KeyValuePair<string, object> item) =>
        ((ICollection<KeyValuePair<string, object>>)_properties).Contains(item);

    void ICollection<KeyValuePair<string, object>>.CopyTo(KeyValuePair<string, object>[] array, int arrayIndex) =>
        ((ICollection<KeyValuePair<string, object>>)_properties).CopyTo(array, arrayIndex);

    bool ICollection<KeyValuePair<string, object>>.Remove(KeyValuePair<string, object> item) =>
        ((ICollection<KeyValuePair<string, object>>)_properties).Remove(item);

    IEnumerator<KeyValuePair<string, object>> IEnumerable<KeyValuePair<string, object>>.GetEnumerator() => _properties.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _properties.GetEnumerator();

    private object? Get(string key, Type type)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return _properties.GetValueOrDefault(key) switch
        {
            null => null,
            DateTimeOffset moment when type == typeof(DateTime) => moment.UtcDateTime,
            DateTime moment when type == typeof(DateTimeOffset) => new DateTimeOffset(moment),
            byte[] bytes when type == typeof(BinaryData) => new BinaryData(bytes),
            var value when type.IsInstanceOfType(value) => value,
            var value => throw new InvalidOperationException($"Cannot return {type} type for a {value.GetType()} typed property."),
        };
    }

    // A property that is a double or a long stays one when it is given an int.
    private void Set(string key, object value)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        _properties[key] = (_properties.GetValueOrDefault(key), value) switch
        {
            (double, int whole) => (double)whole,
            (long, int whole) => (long)whole,
            _ => value,
        };
    }
}
