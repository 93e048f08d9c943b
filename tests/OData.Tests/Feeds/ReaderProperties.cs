using System.Buffers;
using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.OData;
using Microsoft.OData.Edm;

namespace Hsvo.OData.Tests.Feeds;

/// <summary>What is written, read by Microsoft.OData.Core's own reader: the library family that Power Query reads with.</summary>
public sealed class ReaderProperties
{
    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue - 1).ToArbitrary();

    private static readonly string[] Selects = ["", "Id", "Id,Title", "Title", "*", "Pages,Weight,Price,InStock,Sold", "Published,Changed,Isbn,Genre", "Shelf", "Id,Shelf"];

    private static readonly string[] BookExpands = ["", "Shelf", "Shelf($select=Name)", "Shelf($select=Id,Floor)", "*"];

    private static readonly string[] ShelfExpands =
    [
        "Books", "Books($select=Title)", "Books($filter=Pages gt 1;$orderby=Title desc;$top=2;$skip=1;$count=true;$select=Id,Pages)", "Books($count=true;$top=0)",
        "Books($search=arv OR vård)", "*",
    ];

    [Fact]
    public void Every_page_of_books_is_read_with_all_its_rows_and_values()
    {
        Prop.ForAll(Seeds, seed =>
        {
            var random = new Random(seed);
            var library = new Library(random);
            var (select, expand) = (Pick(random, Selects), Pick(random, BookExpands));
            var query = Asking.Read(SmallFeed.Books, Asking.Options(
                $"$count=true{(select.Length > 0 ? $"&$select={select}" : "")}{(expand.Length > 0 ? $"&$expand={Uri.EscapeDataString(expand)}" : "")}"));
            var page = query.Apply(library.Books, 10);

            var read = Read(SetOf("Books"), Asking.Page(query, SmallFeed.Books.Rows(library.Books), 10));

            Assert.Equal(library.Books.Count, read.Count);
            Assert.Equal(page.Rows.Count, read.Rows.Count);
            Assert.StartsWith("https://host/odata/Books?", read.NextLink, StringComparison.Ordinal);
            for (var i = 0; i < page.Rows.Count; i++)
            {
                AssertValues(page.Rows[i], read.Rows[i]);
            }

            Assert.Equal(expand.Length > 0 ? page.Rows.Count(b => b.Shelf is not null) : 0, read.Nested);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));
    }

    [Fact]
    public void Every_page_of_shelves_is_read_with_what_is_expanded()
    {
        Prop.ForAll(Seeds, seed =>
        {
            var random = new Random(seed);
            var library = new Library(random);
            var (expand, select) = (Pick(random, ShelfExpands), Pick(random, ["", "&$select=Id", "&$select=Name,Books"]));
            var query = Asking.Read(SmallFeed.Shelves, Asking.Options($"$expand={Uri.EscapeDataString(expand)}{select}"));

            var body = Asking.Page(query, SmallFeed.Shelves.Rows(library.Shelves));
            var read = Read(SetOf("Shelves"), body);

            Assert.Equal(4, read.Rows.Count);
            var nested = Asking.Json(body).GetProperty("value").EnumerateArray().Sum(s => s.GetProperty("Books").GetArrayLength());
            Assert.Equal(nested, read.Nested);
            Assert.True(expand != "Books" || nested == library.Shelves.Sum(s => s.Books.Count));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));
    }

    [Theory]
    [InlineData("")]
    [InlineData("$select=Title")]
    [InlineData("$expand=Shelf")]
    [InlineData("$expand=Shelf($select=Name)&$select=Id,Pages")]
    public void One_row_is_read(string options)
    {
        var library = new Library(new(3));
        Assert.True(QueryOptions.TryParse(SmallFeed.Books, Asking.Options(options), QuerySettings.Entity, out var query, out var error), error?.English);
        var output = new ArrayBufferWriter<byte>();

        new FeedWriter(SmallFeed.Model, Asking.Root.OriginalString).WriteEntity(output, query, SmallFeed.Books.Rows(library.Books), [library.Books[0].Id]);

        using var reader = Reader(output.WrittenSpan.ToArray());
        var resources = reader.CreateODataResourceReader(SetOf("Books"), SetOf("Books").EntityType());
        var rows = 0;
        while (resources.Read())
        {
            rows += resources.State == ODataReaderState.ResourceEnd && resources.Item is ODataResource { TypeName: "Library.Book" } ? 1 : 0;
        }

        Assert.Equal(1, rows);
    }

    [Fact]
    public void The_service_document_is_read_with_every_set()
    {
        var output = new ArrayBufferWriter<byte>();
        new FeedWriter(SmallFeed.Model, Asking.Root.OriginalString).WriteServiceDocument(output);

        using var reader = Reader(output.WrittenSpan.ToArray());
        var document = reader.ReadServiceDocument();

        Assert.Equal(["Shelves", "Books", "Loans"], document.EntitySets.Select(s => s.Name));
        Assert.Equal("https://host/odata/Books", document.EntitySets.ElementAt(1).Url.AbsoluteUri);
    }

    [Fact]
    public void A_page_that_would_grow_too_large_for_the_reader_ends_early_and_goes_on()
    {
        Book[] books = [.. Enumerable.Range(0, 700).Select(i => new Book($"b{i:000}") { Title = new('å', 1_000) })];
        var rows = SmallFeed.Books.Rows(books);
        var given = new List<string>();
        var link = "https://host/odata/Books?";
        while (link is not null)
        {
            var query = Asking.Read(SmallFeed.Books, Asking.Options(link[(link.IndexOf('?', StringComparison.Ordinal) + 1)..]));
            var body = Asking.Page(query, rows);

            Assert.True(body.Length < 1024 * 1024, $"{body.Length}");
            var read = Read(SetOf("Books"), body);
            given.AddRange(read.Rows.Select(r => (string)r["Id"]!));
            link = read.NextLink;
        }

        Assert.Equal(books.Select(b => b.Id), given);
    }

    [Fact]
    public void Contained_rows_are_read_in_the_row_they_stand_in()
    {
        var builder = new FeedModelBuilder("Scores");
        var values = builder.EntitySet<Book>("values", "Value", "Ett värde.").Key("id", b => b.Id, "Id");
        var goals = builder.EntitySet<Shelf>("goals", "Goal", "Ett mål.").Key("id", s => s.Id, "Id")
            .Navigations("values", values, s => s.Books, "Målets värden", contained: true);
        var model = builder.Build();
        var library = new Library(new(5));
        var query = Asking.Read(goals.Set, Asking.Options("$expand=values"));
        var output = new ArrayBufferWriter<byte>();
        new FeedWriter(model, Asking.Root.OriginalString).WritePage(output, query.Apply(library.Shelves));

        var read = Read(model.Edm.EntityContainer.FindEntitySet("goals"), output.WrittenSpan.ToArray(), model.Edm);

        Assert.Equal((4, library.Shelves.Sum(s => s.Books.Count)), (read.Rows.Count, read.Nested));
    }

    internal static IEdmEntitySet SetOf(string name) => SmallFeed.Model.Edm.EntityContainer.FindEntitySet(name);

    internal static (List<Dictionary<string, object?>> Rows, int Nested, long? Count, string? NextLink) Read(IEdmEntitySet set, byte[] body, IEdmModel? model = null)
    {
        using var reader = Reader(body, model);
        var resources = reader.CreateODataResourceSetReader(set, set.EntityType());
        var rows = new List<Dictionary<string, object?>>();
        var (depth, nested, count, link) = (0, 0, (long?)null, (string?)null);
        while (resources.Read())
        {
            switch (resources.State)
            {
                case ODataReaderState.ResourceStart:
                    depth++;
                    break;
                case ODataReaderState.ResourceEnd when resources.Item is ODataResource resource:
                    depth--;
                    nested += depth > 0 ? 1 : 0;
                    if (depth == 0)
                    {
                        rows.Add(resource.Properties.ToDictionary(p => p.Name, p => (object?)p.Value));
                    }

                    break;
                case ODataReaderState.ResourceEnd:
                    depth--;
                    break;
                case ODataReaderState.ResourceSetEnd when depth == 0:
                    var page = (ODataResourceSet)resources.Item;
                    (count, link) = (page.Count, page.NextPageLink?.OriginalString);
                    break;
                default:
                    break;
            }
        }

        return (rows, nested, count, link);
    }

    internal static ODataMessageReader Reader(byte[] body, IEdmModel? model = null) => new(
        new Message(body), new() { MaxProtocolVersion = ODataVersion.V4, EnableMessageStreamDisposal = true }, model ?? SmallFeed.Model.Edm);

    private static void AssertValues(Book book, Dictionary<string, object?> read)
    {
        foreach (var (name, value) in read)
        {
            object? expected = name switch
            {
                "Id" => book.Id,
                "Title" => book.Title,
                "Author" => book.Author,
                "Pages" => book.Pages,
                "Sold" => book.Sold,
                "Weight" => book.Weight,
                "Price" => book.Price,
                "InStock" => book.InStock,
                "Published" => book.Published is { } date ? new Date(date.Year, date.Month, date.Day) : null,
                "Changed" => book.Changed,
                "Isbn" => book.Isbn,
                "Genre" => book.Genre?.ToString(),
                "ShelfId" => book.Shelf?.Id,
                _ => throw new InvalidOperationException(name),
            };
            Assert.Equal(expected, value is ODataEnumValue member ? member.Value : value);
        }
    }

    private static string Pick(Random random, string[] values) => values[random.Next(values.Length)];

    private sealed class Message(byte[] body) : IODataResponseMessage
    {
        private readonly Dictionary<string, string> _headers = new()
        {
            ["Content-Type"] = "application/json;odata.metadata=minimal",
            ["OData-Version"] = "4.0",
            ["Content-Length"] = body.Length.ToString(CultureInfo.InvariantCulture),
        };

        public IEnumerable<KeyValuePair<string, string>> Headers => _headers;

        public int StatusCode { get; set; } = 200;

        public string GetHeader(string headerName) => _headers.GetValueOrDefault(headerName)!;

        public void SetHeader(string headerName, string headerValue) => _headers[headerName] = headerValue;

        public Stream GetStream() => new MemoryStream(body);
    }
}
