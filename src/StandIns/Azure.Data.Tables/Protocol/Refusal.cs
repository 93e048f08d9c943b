using System.Globalization;

namespace Azure.Data.Tables.Protocol;

/// <summary>What the service would answer to a request that it doesn't take.</summary>
internal sealed record Refusal(int Status, string Code, string Message)
{
    public RequestFailedException ToException() => new(Status, $"{Message}\nStatus: {Status}\nErrorCode: {Code}", Code, innerException: null);

    public TableTransactionFailedException ToTransactionException(int index)
    {
        var failure = (this with { Message = $"{index}:{Message}" }).ToException();
        failure.Data[TableTransactionFailedException.FailedEntity] = index.ToString(CultureInfo.InvariantCulture);
        return new TableTransactionFailedException(failure);
    }
}
