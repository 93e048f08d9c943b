namespace Azure.Data.Tables.Protocol;

/// <summary>The answer to a question after a row that isn't there.</summary>
internal sealed class NoValueResponse<T>(Response response) : NullableResponse<T>
{
    public override bool HasValue => false;

    public override T Value => throw new InvalidOperationException($"Status: {response.Status}, Service returned no content.");

    public override Response GetRawResponse() => response;
}
