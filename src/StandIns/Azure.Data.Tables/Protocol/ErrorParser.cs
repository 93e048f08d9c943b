using System.Globalization;
using System.Text.Json;
using Azure.Core;

namespace Azure.Data.Tables.Protocol;

/// <summary>Reads the service's errors: {"odata.error":{"code":…,"message":{"value":…}}}. In a transaction the value begins with the action's index.</summary>
internal sealed class ErrorParser : RequestFailedDetailsParser
{
    public override bool TryParse(Response response, out ResponseError? error, out IDictionary<string, string>? data)
    {
        var details = Parse(response.Content.ToMemory());
        error = details is var (code, message) ? new ResponseError(code, message) : null;
        data = details is null ? null : new Dictionary<string, string>();
        return details is not null;
    }

    public static RequestFailedException ToException(Response part)
    {
        var (code, message) = Parse(part.Content.ToMemory()) ?? (null, part.Content.ToString());
        var failure = new RequestFailedException(
            part.Status, $"{message}\nStatus: {part.Status} ({part.ReasonPhrase})\nErrorCode: {code}", code, innerException: null);
        if (message.Split(':') is [var index, _, ..] && int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            failure.Data[TableTransactionFailedException.FailedEntity] = index;
        }

        return failure;
    }

    private static (string? Code, string Message)? Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.TryGetProperty("odata.error", out var error)
                ? (error.GetProperty("code").GetString(), error.GetProperty("message").GetProperty("value").GetString() ?? "")
                : null;
        }
        catch (Exception notOurs) when (notOurs is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            // A proxy's page, say.
            return null;
        }
    }
}
