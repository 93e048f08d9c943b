namespace Hsvo.OData.Tests.Feeds;

/// <summary>Random shelves and books from few values, so that filters find some and not all, with much null.</summary>
internal sealed class Library
{
    public static readonly string[] Texts =
        ["", "a", "Arv", "arv", "Åre", "åre älv", "vård och omsorg", "O'Neil", "a\"b", "a\\b", "a, b", "(x)", "100 % & mer", "zz", "A in (2021-01-01)", "eq", "😀"];

    public static readonly DateOnly[] Dates = [new(2020, 2, 29), new(2021, 1, 1), new(2021, 5, 31), new(2022, 12, 31)];

    public static readonly DateTimeOffset[] Times =
    [
        new(2021, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2021, 5, 31, 23, 59, 59, 999, TimeSpan.Zero), new(2021, 5, 31, 12, 30, 15, TimeSpan.FromHours(2)),
    ];

    public static readonly Guid[] Guids = [Guid.Empty, new("6f9619ff-8b86-d011-b42d-00c04fc964ff")];

    private readonly HashSet<string> _ids = [];

    public Library(Random random, int books = 30)
    {
        Random = random;
        Shelves = [.. Enumerable.Range(1, 4).Select(i => new Shelf(i, Pick(Texts), Maybe(() => random.Next(3))))];
        Books = [.. Enumerable.Range(0, books).Select(_ => Add())];
    }

    public List<Shelf> Shelves { get; }

    public List<Book> Books { get; }

    private Random Random { get; }

    public Book Add()
    {
        var book = new Book(NewId())
        {
            Title = MaybeNull(() => Pick(Texts)),
            Author = MaybeNull(() => Pick(Texts)),
            Pages = Maybe(() => Random.Next(-2, 5)),
            Sold = Random.Next(-2, 5) * 3_000_000_000L,
            Weight = Maybe(() => Random.Next(-3, 8) / 2.0),
            Price = Maybe(() => Random.Next(0, 8) / 4m),
            InStock = Maybe(() => Random.Next(2) == 0),
            Published = Maybe(() => Pick(Dates)),
            Changed = Maybe(() => Pick(Times)),
            Isbn = Maybe(() => Pick(Guids)),
            Genre = Maybe(() => (Genre)Random.Next(3)),
            Shelf = MaybeNull(() => Pick(Shelves)),
        };
        book.Shelf?.Books.Add(book);
        return book;
    }

    public T Pick<T>(IReadOnlyList<T> values) => values[Random.Next(values.Count)];

    // In no order that the books are made in, and never one that is taken: a key is one row's.
    private string NewId()
    {
        string id;
        do
        {
            id = $"b{Random.Next(100_000_000):00000000}";
        }
        while (!_ids.Add(id));

        return id;
    }

    private T? Maybe<T>(Func<T> value)
        where T : struct => Random.Next(4) == 0 ? null : value();

    private T? MaybeNull<T>(Func<T> value)
        where T : class => Random.Next(4) == 0 ? null : value();
}
