using System.Buffers;
using System.Text;
using Microsoft.OData;

namespace Hsvo.OData.Tests.Feeds;

/// <summary>What is written, to the letter, and each failure of home-made feeds that a payload can have (powerbi.md, section 5).</summary>
public sealed class WriterTests
{
    private static readonly Shelf Window = new(1, "Fönstret", 2);

    private static readonly Book[] Books =
    [
        new("a")
        {
            Title = "Åre <b> \"x\"", Author = "O'Neil", Pages = 100, Sold = 9_007_199_254_740_993, Weight = 1.5, Price = 12.50m, InStock = true, Published = new(2021, 1, 31),
            Changed = new(2021, 1, 1, 10, 20, 30, TimeSpan.Zero), Isbn = Guid.Empty, Genre = Genre.Poetry, Shelf = Window,
        },
        new("b") { Changed = new(2021, 5, 31, 12, 0, 0, 500, TimeSpan.FromHours(2)) },
    ];

    private static readonly EntityRows<Book> Rows = SmallFeed.Books.Rows(Books);

    static WriterTests() => Window.Books.AddRange(Books);

    [Fact]
    public void A_page_is_written_to_the_letter()
    {
        Assert.Equal(
            """
            {"@odata.context":"https://host/odata/$metadata#Books","@odata.count":2,"value":[{"Id":"a","Title":"Åre <b> \"x\"","Author":"O'Neil","Pages":100,"Sold":9007199254740993,"Weight":1.5,"Price":12.50,"InStock":true,"Published":"2021-01-31","Changed":"2021-01-01T10:20:30Z","Isbn":"00000000-0000-0000-0000-000000000000","Genre":"Poetry","ShelfId":1},{"Id":"b","Title":null,"Author":null,"Pages":null,"Sold":0,"Weight":null,"Price":null,"InStock":null,"Published":null,"Changed":"2021-05-31T12:00:00.5+02:00","Isbn":null,"Genre":null,"ShelfId":null}]}
            """,
            Text("$count=true"));
    }

    [Theory]
    [InlineData("$select=Id", """{"@odata.context":"https://host/odata/$metadata#Books(Id)","value":[{"Id":"a"},{"Id":"b"}]}""")]
    [InlineData("$select=Id,Title&$top=0", """{"@odata.context":"https://host/odata/$metadata#Books(Id,Title)","value":[]}""")]
    [InlineData("$top=0&$count=true", """{"@odata.context":"https://host/odata/$metadata#Books","@odata.count":2,"value":[]}""")]
    [InlineData("$select=Id&$expand=Shelf($select=Name)", """{"@odata.context":"https://host/odata/$metadata#Books(Id,Shelf(Name))","value":[{"Id":"a","Shelf":{"Name":"Fönstret"}},{"Id":"b","Shelf":null}]}""")]
    [InlineData("$select=Id&$expand=Shelf&$top=1", """{"@odata.context":"https://host/odata/$metadata#Books(Id,Shelf())","value":[{"Id":"a","Shelf":{"Id":1,"Name":"Fönstret","Floor":2}}]}""")]
    public void Context_and_rows_say_what_is_selected_and_expanded(string options, string expected) => Assert.Equal(expected, Text(options));

    [Fact]
    public void An_expanded_collection_has_its_own_count_order_and_selection()
    {
        var query = Asking.Read(SmallFeed.Shelves, new KeyValuePair<string, string>("$expand", "Books($select=Id;$orderby=Id desc;$count=true;$top=1)"));

        Assert.Equal(
            """{"@odata.context":"https://host/odata/$metadata#Shelves(Books(Id))","value":[{"Id":1,"Name":"Fönstret","Floor":2,"Books@odata.count":2,"Books":[{"Id":"b"}]}]}""",
            Encoding.UTF8.GetString(Asking.Page(query, SmallFeed.Shelves.Rows([Window]))));
    }

    [Fact]
    public void Without_metadata_only_count_and_next_link_are_told()
    {
        var json = Asking.Json(Asking.Page(Asking.Read(SmallFeed.Books, Asking.Options("$count=true&$select=Id")), Rows, 1, MetadataLevel.None));

        Assert.Equal(["@odata.count", "value", "@odata.nextLink"], json.EnumerateObject().Select(p => p.Name));
    }

    [Fact]
    public void The_next_link_is_absolute_and_keeps_every_option()
    {
        var link = Asking.Json(Asking.Page(Asking.Read(SmallFeed.Books, Asking.Options("$filter=contains(Author,'O''N') or Title ne 'å%26x'&$orderby=Title&$count=true")), Rows, 1))
            .GetProperty("@odata.nextLink").GetString()!;

        Assert.StartsWith(
            "https://host/odata/Books?$filter=contains%28Author%2C%27O%27%27N%27%29%20or%20Title%20ne%20%27%C3%A5%26x%27&$orderby=Title&$count=true&$skiptoken=", link, StringComparison.Ordinal);
        Assert.True(Uri.TryCreate(link, UriKind.Absolute, out _));
    }

    [Fact]
    public void One_row_has_its_context()
    {
        QueryOptions.TryParse(SmallFeed.Books, Asking.Options("$select=Id"), QuerySettings.Entity, out var query, out _);
        var output = new ArrayBufferWriter<byte>();

        new FeedWriter(SmallFeed.Model, Asking.Root.OriginalString).WriteEntity(output, query!, Books[0]);

        Assert.Equal("""{"@odata.context":"https://host/odata/$metadata#Books(Id)/$entity","Id":"a"}""", Encoding.UTF8.GetString(output.WrittenSpan));
    }

    [Fact]
    public void The_service_document_lists_the_sets()
    {
        var output = new ArrayBufferWriter<byte>();

        new FeedWriter(SmallFeed.Model, Asking.Root.OriginalString).WriteServiceDocument(output);

        Assert.Equal(
            """{"@odata.context":"https://host/odata/$metadata","value":[{"name":"Shelves","kind":"EntitySet","url":"Shelves"},{"name":"Books","kind":"EntitySet","url":"Books"},{"name":"Loans","kind":"EntitySet","url":"Loans"}]}""",
            Encoding.UTF8.GetString(output.WrittenSpan));
    }

    [Fact]
    public void A_number_that_JSON_has_no_form_for_is_never_written() =>
        Assert.Throws<InvalidOperationException>(() => Asking.Page(Asking.Read(SmallFeed.Books), SmallFeed.Books.Rows([new("a") { Weight = double.NaN }])));

    // "The given URL neither points to an OData service or a feed": the context must be there, and first. "The hostname could not be parsed": absolute.
    [Theory]
    [InlineData("")]
    [InlineData("$select=Id")]
    [InlineData("$expand=Shelf&$count=true")]
    public void The_context_is_absolute_and_first(string options)
    {
        var first = Asking.Json(Asking.Page(Asking.Read(SmallFeed.Books, Asking.Options(options)), Rows)).EnumerateObject().First();

        Assert.Equal("@odata.context", first.Name);
        Assert.True(Uri.TryCreate(first.Value.GetString(), UriKind.Absolute, out var address) && address.Scheme == "https");
    }

    // The reader refuses what it doesn't know: a check that the tests which read would see such a fault.
    [Theory]
    [InlineData("\"@odata.context\":\"https://host/odata/$metadata#Books\",", "")]
    [InlineData("https://host/odata/$metadata#Books\"", "$metadata#Books\"")]
    [InlineData("$metadata#Books\"", "$metadata#Foo\"")]
    [InlineData("\"@odata.context\"", "\"@context\"")]
    [InlineData("\"Title\":", "\"Titel\":")]
    [InlineData("\"Id\":\"b\"", "\"Id\":null")]
    [InlineData("\"Sold\":0", "\"Sold\":\"0\"")]
    [InlineData("2021-01-01T10:20:30Z", "2021-01-01T10:20:30")]
    public void The_reader_refuses_a_payload_with_a_fault(string right, string wrong)
    {
        var text = Text("");
        Assert.Contains(right, text, StringComparison.Ordinal);

        Assert.ThrowsAny<ODataException>(() => ReaderProperties.Read(ReaderProperties.SetOf("Books"), Encoding.UTF8.GetBytes(text.Replace(right, wrong, StringComparison.Ordinal))));
    }

    // "Only page 1 arrives": each link leads to the next page until there is none.
    [Fact]
    public void Next_links_lead_through_every_row()
    {
        Book[] many = [.. Enumerable.Range(0, 2_500).Select(i => new Book($"b{i:0000}"))];
        var rows = SmallFeed.Books.Rows(many);
        var sizes = new List<int>();
        string? options = "";
        do
        {
            var json = Asking.Json(Asking.Page(Asking.Read(SmallFeed.Books, Asking.Options(options)), rows));
            sizes.Add(json.GetProperty("value").GetArrayLength());
            options = json.TryGetProperty("@odata.nextLink", out var link) ? link.GetString()!.Split('?')[1] : null;
        }
        while (options is not null);

        Assert.Equal([1000, 1000, 500], sizes);
    }

    private static string Text(string options) => Encoding.UTF8.GetString(Asking.Page(Asking.Read(SmallFeed.Books, Asking.Options(options)), Rows));
}
