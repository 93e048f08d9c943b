using System.Net;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Hsvo.LocalHost.Azurite;
using Hsvo.TestKit;

namespace Hsvo.StandIns.Tests.Tables;

[Collection(AzuriteFixture.Collection)]
public sealed class TableServiceTests(AzuriteFixture azurite)
{
    private readonly TableServiceClient _service = new(azurite.ConnectionString);

    [Fact]
    public async Task A_table_is_created_once_and_deleted_once()
    {
        var name = AzuriteFixture.NewTableName();

        var created = await _service.CreateTableIfNotExistsAsync(name);
        var again = await _service.CreateTableIfNotExistsAsync(name);
        var conflict = await Assert.ThrowsAsync<RequestFailedException>(() => _service.CreateTableAsync(name));
        var deleted = await _service.DeleteTableAsync(name);
        var gone = await _service.DeleteTableAsync(name);

        Assert.Equal((name, 204), (created.Value.Name, created.GetRawResponse().Status));
        Assert.Equal((name, 409), (again.Value.Name, again.GetRawResponse().Status));
        Assert.Equal((409, "TableAlreadyExists"), (conflict.Status, conflict.ErrorCode));
        Assert.Equal((204, 404), (deleted.Status, gone.Status));
    }

    [Fact]
    public async Task A_table_that_is_not_there_is_404()
    {
        var table = _service.GetTableClient(AzuriteFixture.NewTableName());

        var added = await Assert.ThrowsAsync<RequestFailedException>(() => table.AddEntityAsync(new TableEntity("p", "r")));
        var listed = await Assert.ThrowsAsync<RequestFailedException>(
            async () => await table.QueryAsync<TableEntity>().GetAsyncEnumerator().MoveNextAsync());

        Assert.Equal((404, "TableNotFound"), (added.Status, added.ErrorCode));
        Assert.Equal((404, "TableNotFound"), (listed.Status, listed.ErrorCode));
    }

    [Theory]
    [InlineData("ab", "OutOfRangeInput")]
    [InlineData("has-hyphen", "InvalidResourceName")]
    [InlineData("1table", "InvalidResourceName")]
    [InlineData("tables", "InvalidResourceName")]
    public async Task A_table_has_a_proper_name(string name, string code)
    {
        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => _service.CreateTableIfNotExistsAsync(name));

        Assert.Equal((400, code), (failure.Status, failure.ErrorCode));
    }

    [Fact]
    public async Task Tables_are_listed()
    {
        var name = AzuriteFixture.NewTableName();
        await _service.CreateTableAsync(name);

        var found = new List<string>();
        await foreach (var table in _service.QueryAsync(TableServiceClient.CreateQueryFilter($"TableName eq {name}")))
        {
            found.Add(table.Name);
        }

        Assert.Equal([name], found);
    }

    [Fact]
    public async Task A_wrong_key_is_refused()
    {
        var stranger = new TableServiceClient(_service.Uri, new TableSharedKeyCredential("devstoreaccount1", Convert.ToBase64String(new byte[64])));

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => stranger.CreateTableAsync(AzuriteFixture.NewTableName()));

        Assert.Equal(403, failure.Status);
    }

    [Fact]
    public async Task Address_and_key_do_as_well_as_a_connection_string()
    {
        var key = azurite.ConnectionString.Split(';').Single(part => part.StartsWith("AccountKey=", StringComparison.Ordinal))["AccountKey=".Length..];
        var credential = new TableSharedKeyCredential("devstoreaccount1", key);
        var table = new TableClient(_service.Uri, AzuriteFixture.NewTableName(), credential);

        await table.CreateAsync();
        await table.AddEntityAsync(new TableEntity("p", "r"));

        Assert.Equal("r", (await new TableServiceClient(_service.Uri, credential).GetTableClient(table.Name).GetEntityAsync<TableEntity>("p", "r")).Value.RowKey);
    }

    [Theory]
    [InlineData("UseDevelopmentStorage=true", "http://127.0.0.1:10002/devstoreaccount1", "devstoreaccount1")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=hsvo;AccountKey=AAAA;EndpointSuffix=core.windows.net", "https://hsvo.table.core.windows.net/", "hsvo")]
    [InlineData("AccountName=hsvo;AccountKey=AAAA", "https://hsvo.table.core.windows.net/", "hsvo")]
    [InlineData("AccountName=hsvo;AccountKey=AAAA;TableEndpoint=https://tables.example/", "https://tables.example/", "hsvo")]
    public void A_connection_string_says_where(string connectionString, string address, string account)
    {
        var service = new TableServiceClient(connectionString);

        Assert.Equal((new Uri(address), account), (service.Uri, service.AccountName));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("AccountName=hsvo")]
    public void A_connection_string_that_is_none_is_refused(string connectionString) =>
        Assert.Throws<InvalidOperationException>(() => new TableServiceClient(connectionString));

    [Fact]
    public async Task A_token_is_asked_for_storage_and_sent()
    {
        var credential = new RecordingCredential();
        using var handler = new RecordingHandler(HttpStatusCode.NotFound);
        using var http = new HttpClient(handler);
        using var transport = new HttpClientTransport(http);
        var service = new TableServiceClient(new Uri("https://hsvo.table.core.windows.net"), credential, new TableClientOptions { Transport = transport });

        await service.DeleteTableAsync("plans");

        Assert.Equal(["https://storage.azure.com/.default"], credential.Scopes);
        Assert.Equal(("https://hsvo.table.core.windows.net/Tables('plans')", "Bearer token", "2020-12-06"), handler.Seen);
    }

    [Fact]
    public async Task A_busy_service_is_asked_again_and_each_try_is_signed()
    {
        using var handler = new RecordingHandler(HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable, HttpStatusCode.NoContent);
        using var http = new HttpClient(handler);
        using var transport = new HttpClientTransport(http);
        var options = new TableClientOptions { Transport = transport, Retry = { Delay = TimeSpan.Zero, Mode = RetryMode.Fixed } };
        var service = new TableServiceClient("AccountName=hsvo;AccountKey=AAAA", options);

        var answer = await service.DeleteTableAsync("plans");

        Assert.Equal((204, 3), (answer.Status, handler.Requests));
        Assert.StartsWith("SharedKeyLite hsvo:", handler.Seen.Authorization, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_are_there_after_a_restart()
    {
        var data = Path.Combine(RepositoryFolder.Root, "artifacts", "tests", $"azurite-{Guid.NewGuid():N}");
        try
        {
            await using (var first = await AzuriteProcess.StartAsync(RepositoryFolder.Azurite, data, CancellationToken.None))
            {
                var table = new TableClient(first.ConnectionString, "kept");
                await table.CreateAsync();
                await table.AddEntityAsync(new TableEntity("p", "r"));
            }

            await using var second = await AzuriteProcess.StartAsync(RepositoryFolder.Azurite, data, CancellationToken.None);

            Assert.Equal("r", (await new TableClient(second.ConnectionString, "kept").GetEntityAsync<TableEntity>("p", "r")).Value.RowKey);
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private sealed class RecordingCredential : TokenCredential
    {
        public string[] Scopes { get; private set; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scopes = requestContext.Scopes;
            return new AccessToken("token", DateTimeOffset.MaxValue);
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }

    private sealed class RecordingHandler(params HttpStatusCode[] answers) : HttpMessageHandler
    {
        public int Requests { get; private set; }

        public (string Address, string? Authorization, string? Version) Seen { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Seen = (request.RequestUri!.ToString(), request.Headers.Authorization?.ToString(), request.Headers.GetValues("x-ms-version").Single());
            return Task.FromResult(new HttpResponseMessage(answers[Requests++]) { Content = new StringContent("") });
        }
    }
}
