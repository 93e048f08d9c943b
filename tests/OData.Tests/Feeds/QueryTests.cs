using System.Buffers;
using System.Text;

namespace Hsvo.OData.Tests.Feeds;

public sealed class QueryTests
{
    private static readonly Shelf Window = new(1, "Fönstret", 2);

    private static readonly Book[] Books =
    [
        new("a") { Title = "Arv", Pages = 100, Shelf = Window },
        new("b") { Title = "Bok", Pages = 200 },
        new("c") { Pages = 300, Shelf = Window },
    ];

    [Theory]
    [InlineData("$filter=Title eq 'Arv'", "a")]
    [InlineData("$filter=Pages gt 100 and Shelf/Name eq 'Fönstret'", "c")]
    [InlineData("$orderby=Pages desc&$top=2", "c b")]
    [InlineData("$orderby=Title", "c a b")]
    [InlineData("$skip=1", "b c")]
    [InlineData("$search=bok OR arv", "a b")]
    public void A_query_is_answered(string query, string expected)
    {
        Assert.True(QueryOptions.TryParse(SmallFeed.Books, Options(query), QuerySettings.Collection, out var read, out var error), error?.English);

        Assert.Equal(expected, string.Join(' ', read.Apply(Books).Rows.Select(b => b.Id)));
    }

    [Fact]
    public void A_page_is_written_with_its_count_and_the_way_on()
    {
        QueryOptions.TryParse(SmallFeed.Books, Options("$select=Id,Title&$expand=Shelf($select=Name)&$count=true"), QuerySettings.Collection, out var query, out _);
        var output = new ArrayBufferWriter<byte>();

        new FeedWriter(SmallFeed.Model, "https://host/odata").WritePage(output, query!.Apply(Books, maxPageSize: 1));

        var json = Encoding.UTF8.GetString(output.WrittenSpan);
        Assert.StartsWith(
            """{"@odata.context":"https://host/odata/$metadata#Books(Id,Title,Shelf(Name))","@odata.count":3,"value":[{"Id":"a","Title":"Arv","Shelf":{"Name":"Fönstret"}}],"@odata.nextLink":"https://host/odata/Books?""",
            json, StringComparison.Ordinal);
    }

    private static KeyValuePair<string, string>[] Options(string query) =>
        [.. query.Split('&').Select(o => new KeyValuePair<string, string>(o[..o.IndexOf('=', StringComparison.Ordinal)], o[(o.IndexOf('=', StringComparison.Ordinal) + 1)..]))];
}
