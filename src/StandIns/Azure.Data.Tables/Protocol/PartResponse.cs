using System.Diagnostics.CodeAnalysis;
using System.Text;
using Azure.Core;

namespace Azure.Data.Tables.Protocol;

/// <summary>The answer to one action of a transaction.</summary>
internal sealed class PartResponse(int status, string reasonPhrase, IReadOnlyDictionary<string, string> headers, string body) : Response
{
    private readonly MemoryStream _body = new(Encoding.UTF8.GetBytes(body));

    public override int Status => status;

    public override string ReasonPhrase => reasonPhrase;

    public override Stream? ContentStream
    {
        get => _body;
        set => throw new NotSupportedException();
    }

    public override string ClientRequestId { get; set; } = "";

    public override void Dispose() => _body.Dispose();

    protected override bool ContainsHeader(string name) => headers.ContainsKey(name);

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => headers.Select(header => new HttpHeader(header.Key, header.Value));

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value) => headers.TryGetValue(name, out value);

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = headers.TryGetValue(name, out var value) ? [value] : null;
        return values is not null;
    }
}
