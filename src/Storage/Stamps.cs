using Azure.Data.Tables;

namespace Hsvo.Storage;

/// <summary>Reads the row that every transaction on a partition renews: its ETag tells one state of the partition from the next.</summary>
internal static class Stamps
{
    public static async Task<string> ReadAsync(TableClient table, string partition, CancellationToken cancellationToken)
    {
        var row = await StorageErrors.Translate(
            () => table.GetEntityIfExistsAsync<TableEntity>(partition, Keys.Stamp, cancellationToken: cancellationToken), cancellationToken);
        return row is { HasValue: true, Value: { } stamp } ? stamp.ETag.ToString() : "";
    }
}
