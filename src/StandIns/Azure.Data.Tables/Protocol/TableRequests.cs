using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables.Protocol;

/// <summary>Sends requests to one account's table service.</summary>
internal sealed class TableRequests
{
    private const string StorageScope = "https://storage.azure.com/.default";

    private readonly HttpPipeline _pipeline;
    private readonly string _version;

    private TableRequests(Uri endpoint, string accountName, HttpPipelinePolicy authentication, TableClientOptions? options)
    {
        options ??= new TableClientOptions();
        Endpoint = endpoint;
        AccountName = accountName;
        _version = options.Version;
        _pipeline = HttpPipelineBuilder.Build(new HttpPipelineOptions(options)
        {
            PerRetryPolicies = { authentication },
            RequestFailedDetailsParser = new ErrorParser(),
        });
    }

    public Uri Endpoint { get; }

    public string AccountName { get; }

    public static TableRequests To(string connectionString, TableClientOptions? options)
    {
        var (endpoint, credential) = ConnectionString.Parse(connectionString);
        return To(endpoint, credential, options);
    }

    public static TableRequests To(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(credential);
        return new TableRequests(endpoint, credential.AccountName, new SharedKeyPolicy(credential), options);
    }

    public static TableRequests To(Uri endpoint, TokenCredential credential, TableClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(credential);
        return new TableRequests(endpoint, endpoint.Host.Split('.')[0], new BearerTokenAuthenticationPolicy(credential, StorageScope), options);
    }

    /// <summary>Sends one request; an answer with a status that isn't among <paramref name="expected"/> is thrown.</summary>
    public async Task<Response> SendAsync(RequestMethod method, string pathAndQuery, TableRequestBody? body, CancellationToken cancellationToken, params int[] expected)
    {
        using var message = _pipeline.CreateMessage();
        var request = message.Request;
        request.Method = method;
        request.Uri.Reset(At(pathAndQuery));
        request.Headers.Add("x-ms-version", _version);
        request.Headers.Add("DataServiceVersion", "3.0");
        request.Headers.Add("Accept", "application/json;odata=minimalmetadata");
        if (body is { IfMatch: { } ifMatch })
        {
            request.Headers.Add("If-Match", ifMatch);
        }

        if (body is { Prefer: { } prefer })
        {
            request.Headers.Add("Prefer", prefer);
        }

        if (body is { Content: { } content })
        {
            if (content.Length > Limits.BytesPerRequest)
            {
                throw Limits.RequestTooLarge.ToException();
            }

            request.Content = RequestContent.Create(content);
            request.Headers.Add("Content-Type", body.ContentType);
        }

        await _pipeline.SendAsync(message, cancellationToken);
        return expected.Contains(message.Response.Status) ? message.Response : throw new RequestFailedException(message.Response);
    }

    public Uri At(string pathAndQuery) => new($"{Endpoint.AbsoluteUri.TrimEnd('/')}/{pathAndQuery}");
}
