using System.Text.Json;
using System.Text.Json.Serialization;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Hsvo.Domain.Plans;
using Hsvo.TestKit;

namespace Hsvo.Storage.Tests;

/// <summary>A test on Azurite in an area of its own; every key begins with the area, so that no two tests meet.</summary>
[Collection(AzuriteFixture.Collection)]
public abstract class StoreTest
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    protected StoreTest(AzuriteFixture azurite)
    {
        ConnectionString = azurite.ConnectionString;
        Account = new(ConnectionString);
        Blobs = new(ConnectionString);
        Tables = new(Account);
        Plan = new(Area, "hsvo-2021");
    }

    protected string Area { get; } = $"t{Guid.NewGuid():N}";

    protected PlanKey Plan { get; }

    protected string ConnectionString { get; }

    protected TableServiceClient Account { get; }

    protected BlobServiceClient Blobs { get; }

    private protected Tables Tables { get; }

    // Records with lists in them compare by reference; what they say is their JSON.
    protected static void SaysTheSame<T>(T expected, T actual) => Assert.Equal(JsonSerializer.Serialize(expected, Json), JsonSerializer.Serialize(actual, Json));
}
