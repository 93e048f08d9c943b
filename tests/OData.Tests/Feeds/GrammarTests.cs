namespace Hsvo.OData.Tests.Feeds;

/// <summary>What the grammar allows (OData ABNF Construction Rules and Test Cases 4.01), case by case: answered, refused as malformed with the place, or not supported.</summary>
public sealed class GrammarTests
{
    private static readonly Shelf Window = new(1, "Vård", 2);

    private static readonly Book[] Books =
    [
        new("a")
        {
            Title = "Åre", Author = "O'Neil", Pages = 1, Sold = 5, Weight = 1.1, Price = 1.1m, InStock = true, Published = new(2021, 1, 31),
            Changed = new(2021, 1, 1, 10, 20, 30, TimeSpan.Zero), Isbn = Guid.Empty, Genre = Genre.Poetry, Shelf = Window,
        },
        new("b") { Sold = 6 },
    ];

    static GrammarTests() => Window.Books.Add(Books[0]);

    [Theory]
    [InlineData("Title eq 'Åre'", "a")]
    [InlineData("'Åre' eq Title", "a")]
    [InlineData("(Title) eq ('Åre')", "a")]
    [InlineData("Author eq 'O''Neil'", "a")]
    [InlineData("Title eq null", "b")]
    [InlineData("null eq Title", "b")]
    [InlineData("Title ne null", "a")]
    [InlineData("Title ne 'x'", "a b")]
    [InlineData("null eq null", "a b")]
    [InlineData("Title gt null", "")]
    [InlineData("not (Title gt null)", "a b")]
    [InlineData("Title ge 'Z'", "a")]
    [InlineData("Pages eq 1", "a")]
    [InlineData("Pages eq 1.0", "a")]
    [InlineData("Pages lt 1.5", "a")]
    [InlineData("Pages eq 99999999999", "")]
    [InlineData("Sold gt 5", "b")]
    [InlineData("Weight eq 1.1", "a")]
    [InlineData("Weight lt INF", "a")]
    [InlineData("Weight gt -INF", "a")]
    [InlineData("Weight eq NaN", "")]
    [InlineData("Weight gt 1e-3", "a")]
    [InlineData("Price eq 1.1", "a")]
    [InlineData("Price gt 1", "a")]
    [InlineData("InStock", "a")]
    [InlineData("not InStock", "")]
    [InlineData("InStock eq true", "a")]
    [InlineData("InStock ne true", "b")]
    [InlineData("InStock eq null", "b")]
    [InlineData("not (InStock eq true)", "b")]
    [InlineData("InStock or true", "a b")]
    [InlineData("InStock and true", "a")]
    [InlineData("not (InStock and true)", "")]
    [InlineData("null", "")]
    [InlineData("not null", "")]
    [InlineData("true", "a b")]
    [InlineData("false", "")]
    [InlineData("Published eq 2021-01-31", "a")]
    [InlineData("Published lt 2021-02-01", "a")]
    [InlineData("year(Published) eq 2021 and month(Published) eq 1 and day(Published) eq 31", "a")]
    [InlineData("Changed eq 2021-01-01T10:20:30Z", "a")]
    [InlineData("Changed eq 2021-01-01T11:20:30+01:00", "a")]
    [InlineData("Changed ge 2021-01-01", "a")]
    [InlineData("hour(Changed) eq 10 and minute(Changed) eq 20 and second(Changed) eq 30", "a")]
    [InlineData("date(Changed) eq 2021-01-01", "a")]
    [InlineData("time(Changed) lt 10:20:31", "a")]
    [InlineData("Changed add duration'P1D' gt 2021-01-02T10:20:29Z", "a")]
    [InlineData("Published sub duration'P1D' eq 2021-01-30", "a")]
    [InlineData("Isbn eq 00000000-0000-0000-0000-000000000000", "a")]
    [InlineData("Genre eq Library.Genre'Poetry'", "a")]
    [InlineData("Genre eq 'Poetry'", "a")]
    [InlineData("Genre gt Library.Genre'Novel'", "a")]
    [InlineData("contains(Title,'r')", "a")]
    [InlineData("contains(tolower(Title),'år')", "a")]
    [InlineData("startswith(Title,'Å')", "a")]
    [InlineData("endswith(Title,'e') eq true", "a")]
    [InlineData("not startswith(Title,'x')", "a")]
    [InlineData("startswith(Title,'Å') ne true", "b")]
    [InlineData("toupper(Title) eq 'ÅRE'", "a")]
    [InlineData("length(Title) eq 3", "a")]
    [InlineData("indexof(Title,'x') eq -1", "a")]
    [InlineData("substring(Title,1) eq 're'", "a")]
    [InlineData("substring(Title,1,1) eq 'r'", "a")]
    [InlineData("substring(Title,7) eq ''", "a")]
    [InlineData("trim(concat(Title,' ')) eq 'Åre'", "a")]
    [InlineData("concat(concat(Title,', '),Author) eq 'Åre, O''Neil'", "a")]
    [InlineData("contains(Title,null)", "")]
    [InlineData("tolower(null) eq null", "a b")]
    [InlineData("round(Weight) eq 1 and floor(Weight) eq 1 and ceiling(Weight) eq 2", "a")]
    [InlineData("Pages add 1 mul 2 eq 3", "a")]
    [InlineData("(Pages add 1) mul 2 eq 4", "a")]
    [InlineData("Pages sub 2 eq -1", "a")]
    [InlineData("-Pages eq -1", "a")]
    [InlineData("Sold div 2 eq 2", "a")]
    [InlineData("Sold mod 2 eq 1", "a")]
    [InlineData("Pages eq 1 and length(null) mod length(null) eq null", "a")]
    [InlineData("Sold div (Pages sub 1) eq 1", "")]
    [InlineData("Sold mod (Pages sub 1) eq null", "a b")]
    [InlineData("Weight div 0 eq INF", "a")]
    [InlineData("Pages in (1,2)", "a")]
    [InlineData("Title in ('Åre','x')", "a")]
    [InlineData("Title in (null)", "b")]
    [InlineData("Title in ('','a\\b','a\"b',null)", "b")]
    [InlineData("Published in (2021-01-31,2021-02-01)", "a")]
    [InlineData("Changed in (2021-01-01T10:20:30Z)", "a")]
    [InlineData("Id in ('a','b','c','d','e','f')", "a b")]
    [InlineData("Shelf/Name eq 'Vård'", "a")]
    [InlineData("Shelf/Name eq null", "b")]
    [InlineData("Shelf eq null", "b")]
    [InlineData("Shelf ne null", "a")]
    [InlineData("$it/Title eq 'Åre'", "a")]
    [InlineData("Library.Book/Title eq 'Åre'", "a")]
    [InlineData("Shelf/Library.Shelf/Name eq 'Vård'", "a")]
    [InlineData("Pages eq +1 and Weight gt +0.5", "a")]
    [InlineData("Changed eq 2021-01-01T11:20:30 01:00", "a")]
    [InlineData("Changed in (2021-01-01T11:20:30 01:00,2021-01-01T11:20:31+01:00)", "a")]
    [InlineData("Title ne '+1 T10:00 10:00'", "a b")]
    [InlineData("Pages eq 1 and Title eq 'x' or Sold eq 6", "b")]
    [InlineData("Pages eq 1 and (Title eq 'x' or Sold eq 5)", "a")]
    public void A_filter_is_answered(string filter, string expected) =>
        Assert.Equal(expected, string.Join(' ', Asking.Read(SmallFeed.Books, new KeyValuePair<string, string>("$filter", filter)).Apply(Books).Rows.Select(b => b.Id)));

    [Theory]
    [InlineData("Books/any()", "1")]
    [InlineData("not Books/any()", "2")]
    [InlineData("Books/any(b:b/Pages eq 1)", "1")]
    [InlineData("Books/all(b:b/Pages eq 1)", "1 2")]
    [InlineData("Books/any(b:b/Shelf/Floor eq 2 and Name eq 'Vård')", "1")]
    [InlineData("Books/$count gt 0", "1")]
    public void A_filter_looks_at_many_rows(string filter, string expected) =>
        Assert.Equal(expected, string.Join(' ', Asking.Read(SmallFeed.Shelves, new KeyValuePair<string, string>("$filter", filter)).Apply([Window, new(2, "Tom", null)]).Rows.Select(s => s.Id)));

    [Theory]
    [InlineData("åre", "a")]
    [InlineData("ÅRE", "a")]
    [InlineData("\"O'Neil\"", "a")]
    [InlineData("NOT åre", "b")]
    [InlineData("åre AND neil", "a")]
    [InlineData("åre neil", "a")]
    [InlineData("åre AND x", "")]
    [InlineData("x OR neil", "a")]
    [InlineData("(x OR åre) AND NOT y", "a")]
    [InlineData("vård", "")]
    [InlineData("o'neil", "a")]
    [InlineData("2021", "")]
    [InlineData("NOT (2021 OR a-b)", "a b")]
    [InlineData("(o'neil) AND \"å\"", "a")]
    public void A_search_looks_in_the_texts_that_are_searchable(string search, string expected) =>
        Assert.Equal(expected, string.Join(' ', Asking.Read(SmallFeed.Books, new KeyValuePair<string, string>("$search", search)).Apply(Books).Rows.Select(b => b.Id)));

    [Theory]
    [InlineData("$orderby=Title", "b a")]
    [InlineData("$orderby=Title asc", "b a")]
    [InlineData("$orderby=Title desc", "a b")]
    [InlineData("$orderby=Shelf/Name desc,Title", "a b")]
    [InlineData("$orderby=length(Title)", "b a")]
    [InlineData("$orderby=contains(Title,'r') desc", "a b")]
    [InlineData("$orderby=Sold mul -1", "b a")]
    [InlineData("$top=1", "a")]
    [InlineData("$top=0", "")]
    [InlineData("$skip=1", "b")]
    [InlineData("$skip=5", "")]
    [InlineData("$skip=9223372036854775807", "")]
    [InlineData("$top=9223372036854775807", "a b")]
    [InlineData("$count=false", "a b")]
    [InlineData("$select=Id, Title", "a b")]
    [InlineData("$select=*", "a b")]
    [InlineData("$select=Id,Id", "a b")]
    [InlineData("$select=Shelf&$expand=Shelf", "a b")]
    [InlineData("$expand=Shelf($select=Id,Name)", "a b")]
    [InlineData("$expand=Shelf( $select = Id )", "a b")]
    [InlineData("$format=json", "a b")]
    [InlineData("$format=application/json;odata.metadata=none", "a b")]
    public void Other_options_are_answered(string options, string expected) =>
        Assert.Equal(expected, string.Join(' ', Asking.Read(SmallFeed.Books, Asking.Options(options)).Apply(Books).Rows.Select(b => b.Id)));

    [Theory]
    [InlineData("$filter", "Titel eq 'x'", 0)]
    [InlineData("$filter", "Pages eq 1 and Titel eq 'x'", 15)]
    [InlineData("$filter", "Shelf/Foo eq 1", 6)]
    [InlineData("$filter", "Title/Length eq 1", 6)]
    [InlineData("$filter", "Title eq", 8)]
    [InlineData("$filter", "Title eq 'x' and", 16)]
    [InlineData("$filter", "Title eq 'x", 11)]
    [InlineData("$filter", "Title eq \"x\"", 9)]
    [InlineData("$filter", "Title EQ 'x'", 8)]
    [InlineData("$filter", "Title eq 'x')", 13)]
    [InlineData("$filter", "(Title eq 'x'", 13)]
    [InlineData("$filter", "Title eq 1", 6)]
    [InlineData("$filter", "Pages eq 'x'", 6)]
    [InlineData("$filter", "Pages", 0)]
    [InlineData("$filter", "'x'", 0)]
    [InlineData("$filter", "Published eq 2021-13-01", 20)]
    [InlineData("$filter", "Published in (2021-01-01,2021-02-01) and", 40)]
    [InlineData("$filter", "Changed eq 2021-01-01T10:00:00", 11)]
    [InlineData("$filter", "Pages in (1,x)", 0)]
    [InlineData("$filter", "year(Title) eq 1", 0)]
    [InlineData("$filter", "foo(Title) eq 1", 0)]
    [InlineData("$filter", "substringof('x',Title)", 0)]
    [InlineData("$filter", "Genre eq Library.Genre'Foo'", 9)]
    [InlineData("$filter", "Pages eq 1 and Sold div 0 eq 1", 20)]
    [InlineData("$filter", "Price mod 0.0 eq 1", 6)]
    [InlineData("$filter", "Pages div 0 eq 1", 6)]
    [InlineData("$filter", "Title%20eq", 5)]
    [InlineData("$filter", "   ", 0)]
    [InlineData("$orderby", "Foo", 0)]
    [InlineData("$orderby", "Title, Foo", 7)]
    [InlineData("$orderby", "Title ascending", 15)]
    [InlineData("$orderby", "Title,", 0)]
    [InlineData("$orderby", "Shelf", 0)]
    [InlineData("$select", "Foo", 0)]
    [InlineData("$select", "Id,,Title", 3)]
    [InlineData("$select", "Id Title", 0)]
    [InlineData("$expand", "Foo", 0)]
    [InlineData("$expand", "Title", 0)]
    [InlineData("$expand", "Shelf,Shelf", 0)]
    [InlineData("$expand", "Shelf($select=Foo)", 14)]
    [InlineData("$expand", "Shelf($select=Id;$select=Name)", 6)]
    [InlineData("$expand", "Shelf($foo=1)", 5)]
    [InlineData("$expand", "Shelf(", 0)]
    [InlineData("$filter", "Id eq 'a' and Shelf/Books/all()", 26)]
    [InlineData("$search", "a AND", 5)]
    [InlineData("$search", "\"åre\"neil", 0)]
    [InlineData("$search", "åre \"a b\"\"c\"", 4)]
    [InlineData("$search", "a*", 1)]
    [InlineData("$search", "2021 AND", 8)]
    [InlineData("$search", "\"a", 2)]
    [InlineData("$top", "-1", 0)]
    [InlineData("$top", "1.5", 0)]
    [InlineData("$top", "99999999999999999999", 0)]
    [InlineData("$skip", "x", 0)]
    [InlineData("$count", "TRUE", 0)]
    [InlineData("$foo", "1", null)]
    [InlineData("$Filter", "true", null)]
    [InlineData("filter", "true", null)]
    [InlineData("", "x", null)]
    public void What_is_malformed_is_refused_with_its_place(string option, string text, int? position)
    {
        Assert.False(QueryOptions.TryParse(SmallFeed.Books, [new(option, text)], QuerySettings.Collection, out var query, out var error));
        Assert.Null(query);
        Assert.Equal((QueryErrorKind.Malformed, option, position), (error.Kind, error.Option, error.Position));
    }

    [Theory]
    [InlineData("$apply", "aggregate(Pages with max as x)", "$apply")]
    [InlineData("$compute", "Pages add 1 as x", "$compute")]
    [InlineData("$deltatoken", "x", "$deltatoken")]
    [InlineData("$index", "1", "$index")]
    [InlineData("@p", "1", "@p")]
    [InlineData("$filter", "Pages eq @p", "parameter aliases")]
    [InlineData("$filter", "now() gt Changed", "now")]
    [InlineData("$filter", "cast(Pages,Edm.String) eq '1'", "cast")]
    [InlineData("$filter", "isof('Edm.String')", "isof")]
    [InlineData("$filter", "Pages divby 2 eq 1", "divby")]
    [InlineData("$filter", "Title has 'x'", "has")]
    [InlineData("$filter", "Pages in ()", "in")]
    [InlineData("$filter", "Pages in (Pages,Sold)", "in")]
    [InlineData("$filter", "Shelf/Books/$count($filter=Pages gt 1) gt 2", "/$count")]
    [InlineData("$filter", "Shelf/Books/$filter(Pages gt 1)/$count gt 2", "/$filter")]
    [InlineData("$filter", "Price/@Currency eq 'SEK'", "/@Currency")]
    [InlineData("$filter", "@Core.Messages/any(m:m/severity eq 'error')", "@Core.Messages")]
    [InlineData("$filter", "[Title,Author] in [['a','b']]", "[")]
    [InlineData("$orderby", "Price/@Measures.Currency", "/@Measures.Currency")]
    [InlineData("$select", "Id,@Core.Messages", "@Core.Messages")]
    [InlineData("$expand", "@Library.Term", "@Library.Term")]
    [InlineData("$expand", "Shelf(@a=1;$select=Id)", "@a")]
    [InlineData("$filter", "matchesPattern(Title,'x')", "matchesPattern")]
    [InlineData("$filter", "totaloffsetminutes(Changed) eq 0", "totaloffsetminutes")]
    [InlineData("$filter", "Changed sub Changed eq duration'PT0S'", "sub")]
    [InlineData("$filter", "Shelf/Books/any()", "any and all in more than one level")]
    [InlineData("$filter", "$root/Books('a')/Title eq 'x'", "$root")]
    [InlineData("$filter", "Shelf eq Shelf", "comparing rows")]
    [InlineData("$expand", "Shelf($expand=Books)", "more levels")]
    [InlineData("$expand", "Shelf/$ref", "$ref")]
    [InlineData("$expand", "Shelf/$count", "$count")]
    [InlineData("$expand", "Shelf($levels=2)", "$levels")]
    [InlineData("$expand", "Shelf($top=1)", "one row")]
    [InlineData("$expand", "*,Shelf", "*")]
    [InlineData("$format", "atom", "atom")]
    [InlineData("$format", "application/json;odata.metadata=full", "odata.metadata=full")]
    public void What_is_not_supported_is_named(string option, string text, string named)
    {
        Assert.False(QueryOptions.TryParse(SmallFeed.Books, [new(option, text)], QuerySettings.Collection, out _, out var error));
        Assert.Equal((QueryErrorKind.NotSupported, option), (error.Kind, error.Option));
        Assert.Contains(named, error.English, StringComparison.Ordinal);
    }

    [Fact]
    public void An_option_that_stands_twice_is_refused()
    {
        Assert.False(QueryOptions.TryParse(SmallFeed.Books, Asking.Options("$top=1&$top=2"), QuerySettings.Collection, out _, out var error));
        Assert.Equal((QueryErrorKind.Malformed, "$top"), (error.Kind, error.Option));
    }

    [Fact]
    public void An_option_of_the_route_is_let_through_and_part_of_the_next_link()
    {
        var settings = new QuerySettings { Custom = new HashSet<string> { "asOf" } };

        Assert.True(QueryOptions.TryParse(SmallFeed.Books, Asking.Options("asOf=2021-05-31"), settings, out var query, out _));
        Assert.Contains(
            "https://host/odata/Books?asOf=2021-05-31&$skiptoken=", Asking.Json(Asking.Page(query, SmallFeed.Books.Rows(Books), 1)).GetProperty("@odata.nextLink").GetString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_route_does_not_offer_is_not_supported_there()
    {
        var settings = new QuerySettings { Offered = new HashSet<string> { "$filter" } };

        Assert.True(QueryOptions.TryParse(SmallFeed.Books, Asking.Options("$filter=true"), settings, out _, out _));
        Assert.False(QueryOptions.TryParse(SmallFeed.Books, Asking.Options("$top=1"), settings, out _, out var error));
        Assert.Equal(QueryErrorKind.NotSupported, error.Kind);
    }

    [Theory]
    [InlineData("$filter=true", QueryTarget.Entity, false)]
    [InlineData("$top=1", QueryTarget.Entity, false)]
    [InlineData("$select=Id", QueryTarget.Entity, true)]
    [InlineData("$expand=Shelf", QueryTarget.Entity, true)]
    [InlineData("$filter=true", QueryTarget.Count, true)]
    [InlineData("$search=x", QueryTarget.Count, true)]
    [InlineData("$top=1", QueryTarget.Count, false)]
    [InlineData("$select=Id", QueryTarget.Count, false)]
    [InlineData("$format=json", QueryTarget.Property, true)]
    [InlineData("$select=Id", QueryTarget.Property, false)]
    [InlineData("$format=text/plain", QueryTarget.Value, true)]
    [InlineData("$select=Id", QueryTarget.Value, false)]
    [InlineData("$top=1", QueryTarget.Collection, true)]
    public void What_is_asked_for_decides_its_options(string options, QueryTarget target, bool expected)
    {
        Assert.Equal(expected, QueryOptions.TryParse(new FeedPath(SmallFeed.Books, target, ["a"]), Asking.Options(options), out _, out var error));
        Assert.Equal(expected ? null : QueryErrorKind.Malformed, error?.Kind);
    }

    [Theory]
    [InlineData("Books", QueryTarget.Collection, null)]
    [InlineData("Books/", QueryTarget.Collection, null)]
    [InlineData("Books('a')", QueryTarget.Entity, "a")]
    [InlineData("Books(Id='a')", QueryTarget.Entity, "a")]
    [InlineData("Books('O''Neil')", QueryTarget.Entity, "O'Neil")]
    [InlineData("Shelves(1)", QueryTarget.Entity, "1")]
    [InlineData("Loans(BookId='a',Number=1)", QueryTarget.Entity, "a 1")]
    [InlineData("Loans(Number=1,BookId='a')", QueryTarget.Entity, "a 1")]
    [InlineData("Books/$count", QueryTarget.Count, null)]
    [InlineData("Books/Library.Book", QueryTarget.Collection, null)]
    [InlineData("Books('a')/Library.Book", QueryTarget.Entity, "a")]
    [InlineData("Books('a')/Title", QueryTarget.Property, "a")]
    [InlineData("Books('a')/Title/$value", QueryTarget.Value, "a")]
    [InlineData("Books('a')/Shelf", QueryTarget.Entity, "")]
    [InlineData("Books('a')/Shelf/Name", QueryTarget.Property, "")]
    [InlineData("Shelves(1)/Books", QueryTarget.Collection, null)]
    [InlineData("Shelves(1)/Books/$count", QueryTarget.Count, null)]
    [InlineData("Shelves(1)/Books('a')", QueryTarget.Entity, "a")]
    [InlineData("Books('a')/Shelf/Books('b')/Shelf/Name/$value", QueryTarget.Value, "")]
    public void A_path_is_read(string path, QueryTarget target, string? key)
    {
        Assert.True(FeedPath.TryParse(SmallFeed.Model, path, out var found, out var error), error?.English);
        Assert.Equal((target, key), (found.Target, found.Key is { } values ? string.Join(' ', values) : null));
    }

    [Theory]
    [InlineData("Books", "Books")]
    [InlineData("Books(Id='O''Neil & son')/Title/", "Books('O''Neil%20%26%20son')/Title")]
    [InlineData("Shelves(1)/Library.Shelf/Books/$count", "Shelves(1)/Books/$count")]
    [InlineData("Books('a')/Shelf/Name/$value", "Books('a')/Shelf/Name/$value")]
    [InlineData("Loans(Number=1,BookId='a')/Book", "Loans(BookId='a',Number=1)/Book")]
    public void A_path_has_one_address(string path, string expected)
    {
        Assert.True(FeedPath.TryParse(SmallFeed.Model, path, out var found, out var error), error?.English);
        Assert.Equal(expected, found.Address);
    }

    [Fact]
    public void A_path_leads_to_the_rows_at_the_other_end_of_its_navigations()
    {
        var shelves = SmallFeed.Shelves.Rows([Window, new(2, "Tom", null)]);
        var books = SmallFeed.Books.Rows(Books);

        Assert.Equal(1, shelves.Follow([1], "Books")!.Count);
        Assert.Equal(0, shelves.Follow([2], "Books")!.Count);
        Assert.Null(shelves.Follow([3], "Books"));
        Assert.True(books.Follow(["a"], "Shelf")!.Contains([]));
        Assert.False(books.Follow(["b"], "Shelf")!.Contains([]));
        Assert.Equal("Vård", books.Follow(["a"], "Shelf")!.TextOf([], "Name"));
        Assert.True(books.Follow(["a"], "Shelf")!.Follow([], "Books")!.Contains(["a"]));
    }

    [Theory]
    [InlineData("Title", "Åre")]
    [InlineData("Pages", "1")]
    [InlineData("Weight", "1.1")]
    [InlineData("InStock", "true")]
    [InlineData("Published", "2021-01-31")]
    [InlineData("Changed", "2021-01-01T10:20:30Z")]
    [InlineData("Genre", "Poetry")]
    public void A_property_is_told_as_text(string property, string expected)
    {
        var rows = SmallFeed.Books.Rows(Books);

        Assert.Equal(expected, rows.TextOf(["a"], property));
        Assert.False(rows.IsNull(["a"], property));
        Assert.True(rows.IsNull(["b"], property));
    }

    [Theory]
    [InlineData("Foo", QueryErrorKind.NotFound)]
    [InlineData("books", QueryErrorKind.NotFound)]
    [InlineData("Books/a", QueryErrorKind.NotSupported)]
    [InlineData("Books/a/Title", QueryErrorKind.NotSupported)]
    [InlineData("Books(@key)", QueryErrorKind.NotSupported)]
    [InlineData("Books(Id=@key)/Title", QueryErrorKind.NotSupported)]
    [InlineData("Books('a')/Library.Function()", QueryErrorKind.NotFound)]
    [InlineData("Function(x=1)(2)", QueryErrorKind.NotFound)]
    [InlineData("Books/$count/Title", QueryErrorKind.NotFound)]
    [InlineData("Books/Title", QueryErrorKind.NotFound)]
    [InlineData("Books/Shelf", QueryErrorKind.NotFound)]
    [InlineData("Books('a')/Shelf(1)", QueryErrorKind.NotFound)]
    [InlineData("Books('a')/Title/$count", QueryErrorKind.NotFound)]
    [InlineData("Books(1)", QueryErrorKind.Malformed)]
    [InlineData("Books('a", QueryErrorKind.Malformed)]
    [InlineData("Books(Foo='a')", QueryErrorKind.Malformed)]
    [InlineData("Shelves('a')", QueryErrorKind.Malformed)]
    [InlineData("Loans('a')", QueryErrorKind.Malformed)]
    [InlineData("Loans(BookId='a')", QueryErrorKind.Malformed)]
    [InlineData("Books('a')/Foo", QueryErrorKind.NotFound)]
    [InlineData("Books/$ref", QueryErrorKind.NotSupported)]
    [InlineData("Books('a')/Shelf/$ref", QueryErrorKind.NotSupported)]
    [InlineData("Books('a')/$value", QueryErrorKind.NotSupported)]
    [InlineData("Books/$query", QueryErrorKind.NotSupported)]
    [InlineData("Books/$filter(Pages eq 1)", QueryErrorKind.NotSupported)]
    [InlineData("Books/$each", QueryErrorKind.NotSupported)]
    [InlineData("Books/Library.Shelf", QueryErrorKind.NotFound)]
    [InlineData("$batch", QueryErrorKind.NotSupported)]
    [InlineData("$all", QueryErrorKind.NotSupported)]
    [InlineData("$all/Library.Book", QueryErrorKind.NotSupported)]
    [InlineData("$crossjoin(Books,Shelves)", QueryErrorKind.NotSupported)]
    [InlineData("$entity", QueryErrorKind.NotSupported)]
    [InlineData("$entity/Library.Book", QueryErrorKind.NotSupported)]
    [InlineData("$nothing", QueryErrorKind.NotFound)]
    public void Another_path_is_refused(string path, QueryErrorKind kind)
    {
        Assert.False(FeedPath.TryParse(SmallFeed.Model, path, out _, out var error));
        Assert.Equal(kind, error.Kind);
    }

    [Theory]
    [InlineData("Books(1)", 5, "Id (Edm.String)")]
    [InlineData("Loans('a')", 5, "BookId (Edm.String), Number (Edm.Int32)")]
    [InlineData("Shelves(1)/Books(2)/Title", 16, "Id (Edm.String)")]
    public void A_path_that_cannot_be_read_is_told_where_and_how_a_row_is_named(string path, int? position, string told)
    {
        Assert.False(FeedPath.TryParse(SmallFeed.Model, path, out _, out var error));
        Assert.Equal(position, error.Position);
        Assert.Contains(told, error.English, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Foo('a')/Title", null, "There is nothing called 'Foo('a')/Title'. The sets are: Shelves, Books, Loans.")]
    [InlineData("Books('a')/Foo/Title", 11, "Books('a') has nothing called 'Foo'.")]
    [InlineData("Shelves(1)/Books/$count/Foo", 24, "Shelves(1)/Books/$count has nothing called 'Foo'.")]
    public void What_a_path_lacks_is_named(string path, int? position, string told)
    {
        Assert.False(FeedPath.TryParse(SmallFeed.Model, path, out _, out var error));
        Assert.Equal((position, told), (error.Position, error.English));
    }

    [Theory]
    [InlineData("$format=json", true)]
    [InlineData("$format=application/json;odata.metadata=none", true)]
    [InlineData("", true)]
    [InlineData("$format=xml", false)]
    [InlineData("$top=1", false)]
    public void The_service_document_takes_a_format(string options, bool expected) =>
        Assert.Equal(expected, QueryOptions.TryParseServiceDocument(Asking.Options(options), out _, out _));

    [Theory]
    [InlineData("$format=xml", null)]
    [InlineData("$format=application/xml", null)]
    [InlineData("", null)]
    [InlineData("$format=json", QueryErrorKind.NotSupported)]
    [InlineData("$format=application/xml;odata.metadata=full", QueryErrorKind.NotSupported)]
    [InlineData("$filter=true", QueryErrorKind.Malformed)]
    [InlineData("$format=xml&$format=xml", QueryErrorKind.Malformed)]
    public void The_metadata_document_takes_xml(string options, QueryErrorKind? fault)
    {
        Assert.Equal(fault is null, QueryOptions.TryParseMetadataDocument(Asking.Options(options), out var error));
        Assert.Equal(fault, error?.Kind);
    }

    [Fact]
    public void A_row_is_found_by_its_whole_key()
    {
        var rows = SmallFeed.Loans.Rows([new("b", 2, "x", null), new("a", 1, "y", null), new("b", 1, "z", null)]);

        Assert.True(rows.TryFind(["b", 1], out var found));
        Assert.Equal("z", found.Borrower);
        Assert.False(rows.Contains(["b", 3]));
        Assert.False(rows.Contains(["a", 2]));
    }

    [Fact]
    public void Two_rows_with_one_key_are_no_set() =>
        Assert.Throws<ArgumentException>(() => SmallFeed.Books.Rows([new("a"), new("b"), new("a")]));
}
