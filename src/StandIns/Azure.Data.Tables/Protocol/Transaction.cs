using System.Buffers;
using System.Text;

namespace Azure.Data.Tables.Protocol;

/// <summary>An entity-group transaction as the service takes it: one change set in a multipart body.</summary>
internal static class Transaction
{
    public static List<TableOperation> Check(string table, IEnumerable<TableTransactionAction> actions)
    {
        var operations = new List<TableOperation>();
        var rows = new HashSet<string>(StringComparer.Ordinal);
        string? partition = null;
        foreach (var action in actions)
        {
            var index = operations.Count;
            partition ??= action.Entity.PartitionKey;
            var refusal = index == Limits.ActionsPerTransaction ? TooMany
                : partition != action.Entity.PartitionKey ? OtherPartition
                : rows.Add(action.Entity.RowKey) ? null
                : Duplicate(action.Entity.RowKey);
            if (refusal is not null)
            {
                throw refusal.ToTransactionException(Math.Min(index, Limits.ActionsPerTransaction - 1));
            }

            var (operation, refused) = TableOperation.Of(table, action.ActionType, action.Entity, action.ETag);
            operations.Add(operation ?? throw refused!.ToTransactionException(index));
        }

        return operations.Count > 0 ? operations : throw new InvalidOperationException("Transaction contains no operations.");
    }

    public static TableRequestBody Write(List<TableOperation> operations, TableRequests requests)
    {
        var batch = $"batch_{Guid.NewGuid()}";
        var changes = $"changeset_{Guid.NewGuid()}";
        var body = new ArrayBufferWriter<byte>(4096);
        Append(body, $"--{batch}\r\nContent-Type: multipart/mixed; boundary={changes}\r\n\r\n");
        foreach (var operation in operations)
        {
            Append(body, $"--{changes}\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n");
            Append(body, $"{operation.Method.Method} {requests.At(operation.Path).AbsoluteUri} HTTP/1.1\r\n");
            Append(body, "Accept: application/json;odata=minimalmetadata\r\nDataServiceVersion: 3.0\r\n");
            if (operation.Body.Prefer is { } prefer)
            {
                Append(body, $"Prefer: {prefer}\r\n");
            }

            if (operation.Body.IfMatch is { } ifMatch)
            {
                Append(body, $"If-Match: {ifMatch}\r\n");
            }

            if (operation.Body.Content is { } content)
            {
                Append(body, $"Content-Type: {operation.Body.ContentType}\r\n\r\n");
                body.Write(content.Span);
            }

            Append(body, "\r\n\r\n");
        }

        Append(body, $"--{changes}--\r\n\r\n--{batch}--\r\n");
        return new TableRequestBody { Content = body.WrittenMemory, ContentType = $"multipart/mixed; boundary={batch}" };
    }

    public static IReadOnlyList<Response> Read(Response response)
    {
        var parts = new List<Response>();
        using var lines = new StringReader(response.Content.ToString());
        for (var line = lines.ReadLine(); line is not null; line = lines.ReadLine())
        {
            if (line.StartsWith("HTTP/1.1 ", StringComparison.Ordinal))
            {
                parts.Add(ReadPart(line, lines));
            }
        }

        return parts.FirstOrDefault(part => part.Status >= 400) is { } failed
            ? throw new TableTransactionFailedException(ErrorParser.ToException(failed))
            : parts;
    }

    private static PartResponse ReadPart(string statusLine, StringReader lines)
    {
        var status = statusLine.Split(' ', 3);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (lines.ReadLine() is { Length: > 0 } header)
        {
            if (header.Split(':', 2) is [var name, var value])
            {
                headers[name.Trim()] = value.Trim();
            }
        }

        // An error is one line of JSON; a success has no body, and the next line is a boundary.
        var body = lines.Peek() == '{' ? lines.ReadLine()! : "";
        return new PartResponse(int.Parse(status[1], provider: null), status.ElementAtOrDefault(2) ?? "", headers, body);
    }

    private static void Append(ArrayBufferWriter<byte> body, string text) => Encoding.UTF8.GetBytes(text, body);

    private static Refusal TooMany { get; } =
        new(400, "InvalidInput", "The batch request operation exceeds the maximum 100 changes per change set.");

    private static Refusal OtherPartition { get; } =
        new(400, "CommandsInBatchActOnDifferentPartitions", "All commands in a batch must operate on same entity group.");

    private static Refusal Duplicate(string rowKey) =>
        new(400, "InvalidDuplicateRow", $"A command with RowKey '{rowKey}' is already present in the batch. An entity can appear only once in a batch.");
}
