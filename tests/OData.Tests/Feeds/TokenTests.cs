using System.Buffers.Text;

namespace Hsvo.OData.Tests.Feeds;

public sealed class TokenTests
{
    private static readonly Book[] Books = [.. Enumerable.Range(0, 20).Select(i => new Book($"b{i:00}") { Title = $"t{i % 3}", Pages = i })];

    [Theory]
    [InlineData("$orderby=Title desc")]
    [InlineData("$filter=Pages gt 1&$orderby=Title")]
    [InlineData("$orderby=Title&$top=7")]
    [InlineData("$orderby=Title&$expand=Shelf")]
    public void A_token_of_another_query_is_refused(string other)
    {
        var token = Asking.Read(SmallFeed.Books, Asking.Options("$orderby=Title")).Apply(Books, 5).NextToken;

        Assert.False(QueryOptions.TryParse(SmallFeed.Books, Asking.Options($"{other}&$skiptoken={token}"), QuerySettings.Collection, out _, out var error));
        Assert.Equal((QueryErrorKind.Malformed, "$skiptoken"), (error.Kind, error.Option));
    }

    [Fact]
    public void A_token_goes_on_whatever_order_the_options_stand_in_and_whatever_format_is_asked()
    {
        var token = Asking.Read(SmallFeed.Books, Asking.Options("$orderby=Title&$filter=Pages gt 2")).Apply(Books, 5).NextToken;

        var page = Asking.Read(SmallFeed.Books, Asking.Options($"$skiptoken={token}&$format=json&$filter=Pages gt 2&$orderby=Title")).Apply(Books, 5);

        Assert.Equal(5, page.Rows.Count);
        Assert.DoesNotContain(Books[3], page.Rows);
    }

    [Fact]
    public void A_token_that_was_meddled_with_is_refused_or_goes_on_somewhere_and_never_fails()
    {
        foreach (var order in new[] { "Title", "Pages desc", "Published", "Changed", "Price", "Isbn,Genre" })
        {
            var token = Base64Url.DecodeFromChars(Asking.Read(SmallFeed.Books, Asking.Options($"$orderby={order}")).Apply(Books, 5).NextToken!);
            for (var i = 0; i < token.Length; i++)
            {
                foreach (var change in new byte[] { 1, 0x7F, 0xFF })
                {
                    Try(order, [.. token[..i], (byte)(token[i] ^ change), .. token[(i + 1)..]]);
                }

                Try(order, token[..i]);
                Try(order, [.. token, .. token[..i], 0]);
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("????")]
    [InlineData("10")]
    [InlineData("AAAA")]
    [InlineData("AQ==")]
    public void What_is_no_token_is_refused(string token)
    {
        Assert.False(QueryOptions.TryParse(SmallFeed.Books, [new("$skiptoken", token)], QuerySettings.Collection, out _, out var error));
        Assert.Equal((QueryErrorKind.Malformed, "$skiptoken"), (error.Kind, error.Option));
    }

    private static void Try(string order, byte[] token)
    {
        if (QueryOptions.TryParse(
                SmallFeed.Books, [new("$orderby", order), new("$skiptoken", Base64Url.EncodeToString(token))], QuerySettings.Collection, out var query, out var error))
        {
            Assert.True(query.Apply(Books, 5).Rows.Count <= 5);
        }
        else
        {
            Assert.Equal(QueryErrorKind.Malformed, error.Kind);
        }
    }
}
