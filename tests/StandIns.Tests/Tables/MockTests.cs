using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Moq;

namespace Hsvo.StandIns.Tests.Tables;

public sealed class MockTests
{
    [Fact]
    public async Task Moq_can_replace_the_clients()
    {
        var row = new TableEntity("p", "r");
        var table = new Mock<TableClient>();
        table.Setup(client => client.GetEntityAsync<TableEntity>("p", "r", null, default)).ReturnsAsync(Response.FromValue(row, Mock.Of<Response>()));
        table.Setup(client => client.QueryAsync<TableEntity>("f", null, null, default))
            .Returns(AsyncPageable<TableEntity>.FromPages([Page<TableEntity>.FromValues([row], null, Mock.Of<Response>())]));
        table.Setup(client => client.SubmitTransactionAsync(It.IsAny<IEnumerable<TableTransactionAction>>(), default))
            .ThrowsAsync(new TableTransactionFailedException(new RequestFailedException(412, "old", "UpdateConditionNotSatisfied", null)));
        table.SetupGet(client => client.Name).Returns("plans");
        var service = new Mock<TableServiceClient>();
        service.Setup(client => client.GetTableClient("plans")).Returns(table.Object);

        var client = service.Object.GetTableClient("plans");
        var rows = new List<TableEntity>();
        await foreach (var found in client.QueryAsync<TableEntity>("f"))
        {
            rows.Add(found);
        }

        var failure = await Assert.ThrowsAsync<TableTransactionFailedException>(() => client.SubmitTransactionAsync([]));
        Assert.Equal("plans", client.Name);
        Assert.Same(row, (await client.GetEntityAsync<TableEntity>("p", "r")).Value);
        Assert.Equal([row], rows);
        Assert.Equal((412, true), (failure.Status, failure.ErrorCode == TableErrorCode.UpdateConditionNotSatisfied));
        Assert.Null(failure.FailedTransactionActionIndex);
    }
}
