namespace Hsvo.OData.Tests.Feeds;

/// <summary>A feed of shelves and books, with a property of each type.</summary>
internal static class SmallFeed
{
    static SmallFeed()
    {
        var builder = new FeedModelBuilder("Library");
        var shelves = builder.EntitySet<Shelf>("Shelves", "Shelf", "En hylla.")
            .Key("Id", s => s.Id, "Hyllans nummer")
            .Property("Name", s => s.Name, "Hyllans namn", required: true, searchable: true)
            .Property("Floor", s => s.Floor, "Våningen");
        var books = builder.EntitySet<Book>("Books", "Book", "En bok.")
            .Key("Id", b => b.Id, "Bokens id")
            .Property("Title", b => b.Title, "Titeln", searchable: true)
            .Property("Author", b => b.Author, "Författaren", searchable: true)
            .Property("Pages", b => b.Pages, "Antalet sidor")
            .Property("Sold", b => b.Sold, "Antalet sålda")
            .Property("Weight", b => b.Weight, "Vikten")
            .Property("Price", b => b.Price, "Priset")
            .Property("InStock", b => b.InStock, "Om den finns")
            .Property("Published", b => b.Published, "Utgivningsdagen")
            .Property("Changed", b => b.Changed, "Senast ändrad")
            .Property("Isbn", b => b.Isbn, "Ett nummer")
            .Property("Genre", b => b.Genre, "Genren")
            .Property("ShelfId", b => b.ShelfId, "Hyllans nummer")
            .Navigation("Shelf", shelves, b => b.Shelf, "Hyllan", foreignKey: "ShelfId");
        shelves.Navigations("Books", books, s => s.Books, "Hyllans böcker");
        var loans = builder.EntitySet<Loan>("Loans", "Loan", "Ett lån.")
            .Key("BookId", l => l.BookId, "Bokens id")
            .Key("Number", l => l.Number, "Lånets nummer")
            .Property("Borrower", l => l.Borrower, "Låntagaren")
            .Navigation("Book", books, l => l.Book, "Boken")
            .SortedByKeyAlone()
            .PageSize(10);
        Model = builder.Build();
        (Shelves, Books, Loans) = (shelves.Set, books.Set, loans.Set);
    }

    public static FeedModel Model { get; }

    public static EntitySet<Shelf> Shelves { get; }

    public static EntitySet<Book> Books { get; }

    public static EntitySet<Loan> Loans { get; }
}

internal enum Genre
{
    Novel,
    Poetry,
    Essay,
}

internal sealed record Shelf(int Id, string Name, int? Floor)
{
    public List<Book> Books { get; } = [];

    public override string ToString() => $"Shelf {Id}";
}

internal sealed record Book(string Id)
{
    public string? Title { get; init; }

    public string? Author { get; init; }

    public int? Pages { get; init; }

    public long Sold { get; init; }

    public double? Weight { get; init; }

    public decimal? Price { get; init; }

    public bool? InStock { get; init; }

    public DateOnly? Published { get; init; }

    public DateTimeOffset? Changed { get; init; }

    public Guid? Isbn { get; init; }

    public Genre? Genre { get; init; }

    public int? ShelfId => Shelf?.Id;

    public Shelf? Shelf { get; init; }
}

internal sealed record Loan(string BookId, int Number, string? Borrower, Book? Book);
