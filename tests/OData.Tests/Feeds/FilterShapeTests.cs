using System.Linq.Expressions;

namespace Hsvo.OData.Tests.Feeds;

/// <summary>Filters that differ in their literals alone share what was compiled, and no others do.</summary>
public sealed class FilterShapeTests
{
    [Fact]
    public void Filters_with_other_literals_have_one_shape_and_keep_their_own_values()
    {
        var (first, second) = (Shape(b => b.Pages == 3 && b.Title == "a"), Shape(b => b.Pages == 4 && b.Title == "b"));

        Assert.NotNull(first.Key);
        Assert.Equal(first.Key, second.Key);
        Assert.Equal([3, "a"], first.Values);
        Assert.Equal([4, "b"], second.Values);
    }

    [Fact]
    public void What_differs_in_anything_else_has_another_shape()
    {
        string?[] keys =
        [
            .. new Expression<Func<Book, bool>>[]
            {
                b => b.Pages == 3, b => b.Pages != 3, b => b.Pages > 3, b => b.Sold == 3, b => b.Title == "3", b => b.Author == "3", b => b.Title == null,
                b => !(b.Pages == 3), b => b.Pages == 3 && b.Sold == 3, b => b.Pages == 3 || b.Sold == 3, b => b.Title!.StartsWith("33", StringComparison.Ordinal), b => b.Title!.EndsWith("33", StringComparison.Ordinal),
                b => b.Pages == 3 && true, b => b.Pages == 3 && false,
            }.Select(f => Shape(f).Key),
        ];

        Assert.All(keys, Assert.NotNull);
        Assert.Equal(keys.Length, keys.Distinct().Count());
    }

    [Fact]
    public void A_filter_with_a_list_of_its_own_or_a_function_in_it_shares_with_none()
    {
        var list = new HashSet<string> { "a" };

        Assert.Null(Shape(b => list.Contains(b.Id)).Key);
        Assert.Null(Shape(b => new[] { "a" }.Any(t => t == b.Title)).Key);
    }

    [Fact]
    public void One_after_the_other_each_finds_its_own_rows()
    {
        Book[] books = [.. new Library(new Random(1), books: 40).Books];

        Assert.All(books.Select(b => b.Id), id =>
            Assert.Equal(books.Where(b => b.Id == id), Asking.Read(SmallFeed.Books, new KeyValuePair<string, string>("$filter", $"Id eq '{id}'")).Apply(books).Rows));
    }

    private static FilterShape Shape(Expression<Func<Book, bool>> filter)
    {
        var shape = new FilterShape();
        shape.Visit(filter.Body);
        return shape;
    }
}
