using FsCheck;
using FsCheck.Fluent;

namespace Hsvo.OData.Tests.Feeds;

public sealed class TextProperties
{
    private static readonly string[] Names =
        ["$filter", "$filter", "$filter", "$orderby", "$select", "$expand", "$expand", "$search", "$top", "$skip", "$count", "$format", "$skiptoken", "$apply", "$foo", "foo", "@p", ""];

    private static readonly string[] Pieces =
    [
        "Title", "Pages", "Shelf", "Books", "Name", "Id", "Changed", "Published", "Genre", "InStock", "$it", "$root", "$this", "$count", "$ref", "$value", "$all", "$filter=", "$select=",
        "$orderby=", "$top=", "$levels=", "$search=", "$expand=", "$compute=", "$apply=", "(", ")", "[", "]", "{", "}", ",", ";", "/", " ", " ", " ", "*", "'", "''", "\"", ":", "=",
        "-", "+", ".", "@p", "%", "\\", "\0", "\n", "å", "😀", "\ud83d", "eq", "ne", "gt", "and", "or", "not ", "in ", "in (", "has", "add", "div", "mod", "divby", "any(", "all(",
        "x:x/", "contains(", "length(", "year(", "now()", "cast(", "isof(", "geo.distance(", "concat(", "null", "true", "1", "0", "-1", "99999999999999999999", "1.5e400", "NaN", "INF",
        "2021-01-01", "2021-13-45", "T10:00:00Z", "duration'P1D'", "binary'AA'", "Library.Genre'Novel'", "Library.Genre'x'", "Library.Book", "Edm.String",
        "00000000-0000-0000-0000-000000000000", "a eq b", "max", "asc", "desc", "AND", "OR", "NOT", "json", "full",
    ];

    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue - 1).ToArbitrary();

    [Fact]
    public void Whatever_is_asked_is_answered_or_refused_with_its_place_and_never_fails()
    {
        var library = new Library(new(1));
        Prop.ForAll(Seeds, seed =>
        {
            var random = new Random(seed);
            KeyValuePair<string, string>[] options =
                [.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => new KeyValuePair<string, string>(Names[random.Next(Names.Length)], Text(random)))];

            if (QueryOptions.TryParse(SmallFeed.Books, options, QuerySettings.Collection, out var query, out var error))
            {
                Asking.Page(query, SmallFeed.Books.Rows(library.Books), 7);
                return;
            }

            Assert.False(string.IsNullOrWhiteSpace(error.Swedish));
            Assert.False(string.IsNullOrWhiteSpace(error.English));
            Assert.Contains(options, o => o.Key == error.Option);
            Assert.True(error.Position is null || Array.Exists(options, o => o.Key == error.Option && error.Position <= o.Value.Length), error.ToString());
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(6000));
    }

    [Fact]
    public void A_path_is_read_or_refused_and_never_fails()
    {
        Prop.ForAll(Seeds, seed =>
        {
            var random = new Random(seed);
            var path = (random.Next(3) > 0 ? "Books" : "") + Text(random);

            Assert.True(FeedPath.TryParse(SmallFeed.Model, path, out var found, out var error) ? found.Set is not null : error.English.Length > 0);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
    }

    [Theory]
    [InlineData("$filter", "", "(")]
    [InlineData("$filter", "", "not ")]
    [InlineData("$filter", "", "-")]
    [InlineData("$filter", "", "not(")]
    [InlineData("$filter", "", "tolower(")]
    [InlineData("$filter", "", "Shelf/")]
    [InlineData("$filter", "true", " and true")]
    [InlineData("$filter", "true", " or true")]
    [InlineData("$filter", "true", " eq true")]
    [InlineData("$filter", "1", " add 1")]
    [InlineData("$filter", "Id in ('a'", ",'a'")]
    [InlineData("$filter", "", "Shelf/Books/any(x:x/")]
    [InlineData("$filter", "", "[")]
    [InlineData("$filter", "", "{\"a\":")]
    [InlineData("$filter", "", "@p eq ")]
    [InlineData("$filter", "", "cast(")]
    [InlineData("$filter", "Id eq ", "''")]
    [InlineData("$filter", "Id eq 'a'", "''")]
    [InlineData("$filter", "", "'a' in ('")]
    [InlineData("$filter", "Id in ('", "''")]
    [InlineData("$filter", "Id in (", "'' in ('")]
    [InlineData("$filter", "Id in (", "in (")]
    [InlineData("$filter", "Id in ('a',", "2021-01-01,")]
    [InlineData("$search", "", "(")]
    [InlineData("$search", "", "NOT ")]
    [InlineData("$search", "a", " AND a")]
    [InlineData("$search", "a", " a")]
    [InlineData("$expand", "", "Shelf($expand=")]
    [InlineData("$expand", "", "Shelf($expand=Books($expand=")]
    [InlineData("$expand", "Shelf", ",Shelf")]
    [InlineData("$select", "", "Shelf/")]
    [InlineData("$select", "Id", ",Id")]
    [InlineData("$orderby", "Id", ",Id")]
    [InlineData("$orderby", "", "not ")]
    [InlineData("$orderby", "", "tolower(")]
    public async Task As_much_as_fits_in_a_request_does_no_harm(string option, string begin, string again)
    {
        // On a thread of the pool, as a request is: its stack is the smallest.
        await Task.Run(() =>
        {
            foreach (var length in new[] { 100, 500, 2_000, 7_900, 60_000 })
            {
                var text = begin + string.Concat(Enumerable.Repeat(again, (length / again.Length) + 1));
                foreach (var closed in new[] { text, text + "true", text + new string(')', length / again.Length) })
                {
                    if (QueryOptions.TryParse(SmallFeed.Books, [new(option, closed)], QuerySettings.Collection, out var query, out var error))
                    {
                        query.Apply([new Book("a") { Shelf = new(1, "x", null) }]);
                    }
                    else
                    {
                        Assert.NotEmpty(error.English);
                    }
                }
            }
        });
    }

    private static string Text(Random random) => string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => Pieces[random.Next(Pieces.Length)]));
}
