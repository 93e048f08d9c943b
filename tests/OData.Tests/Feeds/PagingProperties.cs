using FsCheck;
using FsCheck.Fluent;

namespace Hsvo.OData.Tests.Feeds;

public sealed class PagingProperties
{
    private static readonly string[] Orders =
        ["", "Title", "Title desc", "Pages desc,Title", "Published,Weight desc", "Shelf/Name desc", "tolower(Title),Sold", "Id desc", "InStock,Genre desc,Price", "Changed,Isbn", "Id"];

    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue - 1).ToArbitrary();

    [Fact]
    public void Pages_together_are_the_whole_answer_in_its_order()
    {
        Prop.ForAll(Seeds, seed =>
        {
            var random = new Random(seed);
            var library = new Library(random);
            var (filter, order) = (new RandomFilter(random).OfBook(1), Orders[random.Next(Orders.Length)]);
            int? skip = random.Next(3) == 0 ? random.Next(12) : null;
            int? top = random.Next(3) == 0 ? random.Next(25) : null;
            KeyValuePair<string, string>[] options =
            [
                .. random.Next(2) == 0 ? [new KeyValuePair<string, string>("$filter", filter.Text)] : Array.Empty<KeyValuePair<string, string>>(),
                .. order.Length > 0 ? [new KeyValuePair<string, string>("$orderby", order)] : Array.Empty<KeyValuePair<string, string>>(),
                new("$count", "true"),
            ];
            var all = Asking.Read(SmallFeed.Books, options).Apply(library.Books).Rows;
            KeyValuePair<string, string>[] limited =
            [
                .. options,
                .. skip is { } s ? [new KeyValuePair<string, string>("$skip", $"{s}")] : Array.Empty<KeyValuePair<string, string>>(),
                .. top is { } t ? [new KeyValuePair<string, string>("$top", $"{t}")] : Array.Empty<KeyValuePair<string, string>>(),
            ];

            var pages = Pages(limited, () => library.Books, random.Next(1, 9), all.Count).ToList();

            Assert.Equal(all.Skip(skip ?? 0).Take(top ?? int.MaxValue), pages);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));
    }

    [Fact]
    public void Whatever_comes_or_goes_between_pages_each_row_that_stays_comes_once()
    {
        Prop.ForAll(Seeds, seed =>
        {
            var random = new Random(seed);
            var library = new Library(random);
            var stays = library.Books.ToList();
            var present = library.Books.ToList();
            var order = Orders[random.Next(Orders.Length)];
            KeyValuePair<string, string>[] options = order.Length > 0 ? [new("$orderby", order)] : [];

            var given = Pages(options, Changed, random.Next(1, 9), null).ToList();

            Assert.Equal(given.Count, given.Distinct().Count());
            Assert.Empty(stays.Except(given));
            var staying = given.Where(stays.Contains).ToList();
            Assert.Equal(Asking.Read(SmallFeed.Books, options).Apply(stays).Rows, staying);

            List<Book> Changed()
            {
                for (var i = random.Next(3); i > 0; i--)
                {
                    present.Add(library.Add());
                    var gone = present[random.Next(present.Count)];
                    present.Remove(gone);
                    stays.Remove(gone);
                }

                return present;
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Fact]
    public async Task A_stream_is_paged_as_rows_in_memory_are()
    {
        Loan[] loans = [.. Enumerable.Range(0, 57).Select(i => new Loan($"b{i / 5:00}", i % 5, i % 3 == 0 ? null : "x", null))];
        var query = Asking.Read(SmallFeed.Loans, Asking.Options("$filter=Borrower ne null&$count=true"));
        var expected = loans.Where(l => l.Borrower is not null).ToList();
        var given = new List<Loan>();
        var pages = 0;
        while (true)
        {
            var page = await query.ApplyAsync(From(query.After));
            given.AddRange(page.Rows);
            pages++;
            Assert.Equal(expected.Count, page.Count);
            if (page.NextToken is not { } token)
            {
                break;
            }

            query = Asking.Read(SmallFeed.Loans, Asking.Options($"$filter=Borrower ne null&$count=true&$skiptoken={token}"));
        }

        Assert.Equal(expected, given);
        Assert.Equal(4, pages);

        // As a store would: from the key that the query goes on after.
        async IAsyncEnumerable<Loan> From(IReadOnlyList<object?>? after)
        {
            foreach (var loan in loans.Where(l => after is not [string book, int number] || string.CompareOrdinal(l.BookId, book) is var order && (order > 0 || (order == 0 && l.Number > number))))
            {
                await Task.Yield();
                yield return loan;
            }
        }
    }

    [Fact]
    public async Task A_stream_is_read_no_further_than_its_page()
    {
        var read = 0;
        var query = Asking.Read(SmallFeed.Loans, Asking.Options("$top=25"));

        var page = await query.ApplyAsync(Endless());

        Assert.Equal(10, page.Rows.Count);
        Assert.NotNull(page.NextToken);
        Assert.Equal(11, read);

        async IAsyncEnumerable<Loan> Endless()
        {
            while (true)
            {
                await Task.Yield();
                yield return new($"b{read++:00000}", 1, null, null);
            }
        }
    }

    private static IEnumerable<Book> Pages(KeyValuePair<string, string>[] options, Func<IEnumerable<Book>> rows, int size, int? count)
    {
        string? token = null;
        do
        {
            var page = Asking.Read(SmallFeed.Books, token is null ? options : [.. options, new("$skiptoken", token)]).Apply(rows(), size);
            Assert.True(page.Rows.Count <= size);
            Assert.Equal(count, page.Count);
            foreach (var row in page.Rows)
            {
                yield return row;
            }

            token = page.NextToken;
        }
        while (token is not null);
    }
}
