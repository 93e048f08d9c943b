using FsCheck;
using FsCheck.Fluent;

namespace Hsvo.OData.Tests.Feeds;

public sealed class FilterProperties
{
    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue - 1).ToArbitrary();

    [Fact]
    public void A_filter_finds_the_rows_for_which_it_is_true_by_the_specification()
    {
        Prop.ForAll(Seeds, seed =>
        {
            var random = new Random(seed);
            var library = new Library(random);
            var filter = new RandomFilter(random).OfBook();

            var found = Asking.Read(SmallFeed.Books, new KeyValuePair<string, string>("$filter", filter.Text)).Apply(library.Books).Rows;

            Assert.True(Ids(library.Books.Where(b => filter.Of(b) is true)) == Ids(found), $"{filter.Text}\n{Ids(library.Books.Where(b => filter.Of(b) is true))}\n{Ids(found)}");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(800));
    }

    [Fact]
    public void Any_and_all_look_at_each_row_behind_a_navigation()
    {
        Prop.ForAll(Seeds, seed =>
        {
            var random = new Random(seed);
            var library = new Library(random, books: 6);
            var filter = new RandomFilter(random).OfShelf();

            var found = Asking.Read(SmallFeed.Shelves, new KeyValuePair<string, string>("$filter", filter.Text)).Apply(library.Shelves).Rows;

            Assert.True(library.Shelves.Where(s => filter.Of(s) is true).SequenceEqual(found), filter.Text);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    [Fact]
    public void A_search_finds_the_rows_whose_texts_have_its_words()
    {
        Prop.ForAll(Seeds, seed =>
        {
            var random = new Random(seed);
            var library = new Library(random);
            var search = Search(random, 3);

            var found = Asking.Read(SmallFeed.Books, new KeyValuePair<string, string>("$search", search.Text)).Apply(library.Books).Rows;

            Assert.True(Ids(library.Books.Where(b => search.Of(b) is true)) == Ids(found), search.Text);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Fact]
    public void The_values_a_filter_leaves_a_property_are_those_of_the_rows_found()
    {
        Prop.ForAll(Seeds, seed =>
        {
            var random = new Random(seed);
            var library = new Library(random);
            var filter = Term.And(new RandomFilter(random).OfBook(1), new RandomFilter(random).OfBook(1));

            var query = Asking.Read(SmallFeed.Books, new KeyValuePair<string, string>("$filter", filter.Text));

            foreach (var book in query.Apply(library.Books).Rows)
            {
                Assert.True(query.ValuesOf("Title") is not { } titles || titles.Contains(book.Title!), filter.Text);
                Assert.True(query.ValuesOf("Pages") is not { } pages || pages.Contains(book.Pages!), filter.Text);
                Assert.True(query.ValuesOf("Published") is not { } dates || dates.Contains(book.Published!), filter.Text);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    private static Term Search(Random random, int depth)
    {
        if (depth > 0 && random.Next(2) == 0)
        {
            var (left, right) = (Search(random, depth - 1), Search(random, depth - 1));
            return random.Next(4) switch
            {
                0 => new($"({left.Text} OR {right.Text})", b => left.Of(b) is true || right.Of(b) is true),
                1 => new($"NOT ({left.Text})", b => left.Of(b) is false),
                2 => new($"({left.Text} {right.Text})", b => left.Of(b) is true && right.Of(b) is true),
                _ => new($"({left.Text} AND {right.Text})", b => left.Of(b) is true && right.Of(b) is true),
            };
        }

        string[] words = ["arv", "ÅRE", "o'neil", "och", "100", "x", "\"vård och\"", "\"a, b\"", "\"(x)\"", "zz"];
        var word = words[random.Next(words.Length)];
        return new(word, b => new[] { ((Book)b).Title, ((Book)b).Author }.Any(t => t?.Contains(word.Trim('"'), StringComparison.OrdinalIgnoreCase) == true));
    }

    private static string Ids(IEnumerable<Book> books) => string.Join(' ', books.Select(b => b.Id).Order(StringComparer.Ordinal));
}
