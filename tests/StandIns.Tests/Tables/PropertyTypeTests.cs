using System.Runtime.Serialization;
using Azure;
using Azure.Data.Tables;
using Hsvo.TestKit;

namespace Hsvo.StandIns.Tests.Tables;

public sealed class PropertyTypeTests(AzuriteFixture azurite) : TableTest(azurite)
{
    private static readonly DateTimeOffset Moment = new DateTimeOffset(2021, 5, 31, 23, 59, 59, TimeSpan.FromHours(2)).AddTicks(1234567);

    private static readonly Guid Id = Guid.Parse("6b1b36cd-1c5b-4b7f-9a0e-6a3c1f0b7d11");

    [Theory]
    [InlineData("Åtgärd för äldre: \"nå målet\" – ’så’ \\ {1} \n\t🙂")]
    [InlineData("")]
    [InlineData(0)]
    [InlineData(int.MinValue)]
    [InlineData(5L)]
    [InlineData(long.MaxValue)]
    [InlineData(1.4)]
    [InlineData(7.0)]
    [InlineData(-0.0001)]
    [InlineData(1e21)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_value_comes_back_as_what_it_was(object value)
    {
        await Table.AddEntityAsync(new TableEntity("p", "r") { ["Value"] = value });

        var row = (await Table.GetEntityAsync<TableEntity>("p", "r")).Value;

        Assert.Equal(value, row["Value"]);
        Assert.Equal(value.GetType(), row["Value"].GetType());
    }

    [Fact]
    public async Task Moments_ids_and_bytes_come_back_in_all_their_forms()
    {
        await Table.AddEntityAsync(new TableEntity("p", "r")
        {
            ["Offset"] = Moment,
            ["Utc"] = Moment.UtcDateTime,
            ["Id"] = Id,
            ["Bytes"] = new byte[] { 0, 1, 255 },
            ["Data"] = BinaryData.FromString("åäö"),
        });

        var row = (await Table.GetEntityAsync<TableEntity>("p", "r")).Value;

        Assert.Equal(Moment, row.GetDateTimeOffset("Offset"));
        Assert.Equal(TimeSpan.Zero, row.GetDateTimeOffset("Offset")!.Value.Offset);
        Assert.Equal(Moment.UtcDateTime, row.GetDateTime("Utc"));
        Assert.Equal(DateTimeKind.Utc, row.GetDateTime("Utc")!.Value.Kind);
        Assert.Equal(Id, row.GetGuid("Id"));
        Assert.Equal([0, 1, 255], row.GetBinary("Bytes"));
        Assert.Equal("åäö", row.GetBinaryData("Data").ToString());
    }

    [Fact]
    public async Task A_null_is_left_out_and_leaves_a_stored_value_alone_when_merged()
    {
        await Table.AddEntityAsync(new TableEntity("p", "r") { ["A"] = "kvar", ["B"] = null! });
        await Table.UpsertEntityAsync(new TableEntity("p", "r") { ["A"] = null!, ["C"] = 1 });

        var row = (await Table.GetEntityAsync<TableEntity>("p", "r")).Value;

        Assert.Equal("kvar", row.GetString("A"));
        Assert.False(row.ContainsKey("B"));
        Assert.Equal(1, row.GetInt32("C"));
    }

    [Fact]
    public async Task A_class_of_ones_own_comes_back_whole()
    {
        var answer = new Answer
        {
            PartitionKey = "uppsala",
            RowKey = "2021-05",
            Comment = "Väntar på förvaltningen",
            Count = 3,
            Large = 3_000_000_000,
            Share = 50,
            MaybeShare = 1.4,
            IsExample = true,
            ReportedAt = Moment,
            DueAt = Moment.UtcDateTime,
            Id = Id,
            MaybeId = Id,
            Bytes = [1, 2],
            Data = BinaryData.FromBytes([3]),
            Kind = Kind.Milestone,
            MaybeKind = Kind.Count,
            Scratch = "not stored",
        };
        await Table.AddEntityAsync(answer);

        var stored = (await Table.GetEntityAsync<TableEntity>("uppsala", "2021-05")).Value;
        var back = (await Table.GetEntityAsync<Answer>("uppsala", "2021-05")).Value;

        Assert.Equal("Väntar på förvaltningen", stored.GetString("note"));
        Assert.Equal("Milestone", stored.GetString("Kind"));
        Assert.False(stored.ContainsKey("Scratch"));
        Assert.False(stored.ContainsKey("Comment"));
        Assert.NotEqual(default, back.ETag);
        Assert.Equal(stored.Timestamp, back.Timestamp);
        Assert.NotNull(back.Timestamp);
        Assert.Null(back.Nothing);
        Assert.Null(back.MaybeCount);
        Assert.Equal(answer.Bytes, back.Bytes);
        Assert.Equal(answer.Data.ToArray(), back.Data!.ToArray());
        Assert.Equal(
            (answer.Comment, answer.Count, answer.Large, answer.Share, answer.MaybeShare, answer.IsExample, answer.ReportedAt, answer.DueAt, answer.Id, answer.MaybeId),
            (back.Comment, back.Count, back.Large, back.Share, back.MaybeShare, back.IsExample, back.ReportedAt, back.DueAt, back.Id, back.MaybeId));
        Assert.Equal((answer.Kind, answer.MaybeKind, (string?)null), (back.Kind, back.MaybeKind, back.Scratch));
    }

    [Fact]
    public async Task A_stored_value_of_another_type_does_not_fit_a_member()
    {
        await Table.AddEntityAsync(new TableEntity("p", "r") { ["Count"] = 1.5 });

        await Assert.ThrowsAsync<InvalidCastException>(() => Table.GetEntityAsync<Answer>("p", "r"));
    }

    [Fact]
    public async Task What_the_service_has_no_type_for_is_refused()
    {
        await Assert.ThrowsAsync<NotSupportedException>(() => Table.AddEntityAsync(new TableEntity("p", "r") { ["V"] = TimeSpan.Zero }));
        await Assert.ThrowsAsync<NotSupportedException>(() => Table.AddEntityAsync(new TableEntity("p", "r") { ["V"] = Kind.Count }));
        await Assert.ThrowsAsync<NotSupportedException>(() => Table.AddEntityAsync(new TableEntity("p", "r") { ["V"] = new DateTime(2021, 5, 1) }));
        await Assert.ThrowsAsync<ArgumentException>(() => Table.AddEntityAsync(new TableEntity("p", "r") { ["V"] = double.NaN }));
    }

    [Fact]
    public void An_entity_keeps_its_numbers_types_and_says_when_asked_for_another()
    {
        var entity = new TableEntity("p", "r") { ["Share"] = 1.5, ["Large"] = 1L };

        entity["Share"] = 2;
        entity["Large"] = 2;

        Assert.Equal(2.0, entity.GetDouble("Share"));
        Assert.Equal(2L, entity.GetInt64("Large"));
        Assert.Null(entity.GetString("Absent"));
        Assert.Throws<InvalidOperationException>(() => entity.GetString("Share"));
    }

    private enum Kind
    {
        Count,
        Milestone,
    }

    private sealed class Answer : ITableEntity
    {
        public string PartitionKey { get; set; } = "";

        public string RowKey { get; set; } = "";

        public DateTimeOffset? Timestamp { get; set; }

        public ETag ETag { get; set; }

        [DataMember(Name = "note")]
        public string? Comment { get; set; }

        public string? Nothing { get; set; }

        public int Count { get; set; }

        public int? MaybeCount { get; set; }

        public long Large { get; set; }

        public double Share { get; set; }

        public double? MaybeShare { get; set; }

        public bool IsExample { get; set; }

        public DateTimeOffset ReportedAt { get; set; }

        public DateTime DueAt { get; init; }

        public Guid Id { get; set; }

        public Guid? MaybeId { get; set; }

        public byte[]? Bytes { get; set; }

        public BinaryData? Data { get; set; }

        public Kind Kind { get; set; }

        public Kind? MaybeKind { get; set; }

        [IgnoreDataMember]
        public string? Scratch { get; set; }
    }
}
