namespace Hsvo.OData.Tests.Feeds;

/// <summary>Filters made by the grammar's rules at random (OData ABNF: boolCommonExpr), for books, and with any and all for shelves.</summary>
internal sealed class RandomFilter(Random random)
{
    private static readonly string[] Comparisons = ["eq", "ne", "gt", "ge", "lt", "le"];

    public Term OfBook(int depth = 3) => Condition(depth, "", row => (Book)row);

    public Term OfShelf(int depth = 3) => random.Next(6) switch
    {
        0 when depth > 0 => Term.And(OfShelf(depth - 1), OfShelf(depth - 1)),
        1 when depth > 0 => Term.Or(OfShelf(depth - 1), OfShelf(depth - 1)),
        2 when depth > 0 => Term.Not(OfShelf(depth - 1)),
        3 => Term.Any("Books", s => ((Shelf)s).Books, Condition(depth - 1, "x/", row => (Book)row)),
        4 => Term.All("Books", s => ((Shelf)s).Books, Condition(depth - 1, "x/", row => (Book)row)),
        _ => Term.Compare(new("Floor", s => ((Shelf)s).Floor), Pick(Comparisons), Term.Literal(random.Next(3))),
    };

    private Term Condition(int depth, string prefix, Func<object, Book> bookOf) => random.Next(depth > 0 ? 14 : 9) switch
    {
        0 => Term.Compare(Text(2, prefix, bookOf), Pick(Comparisons), random.Next(5) == 0 ? Text(1, prefix, bookOf) : Literal(Library.Texts)),
        1 => Term.Compare(Number(2, prefix, bookOf), Pick(Comparisons), random.Next(5) == 0 ? Number(1, prefix, bookOf) : MaybeNull(random.Next(-3, 6))),
        2 => Located(Text(2, prefix, bookOf), Text(1, prefix, bookOf)),
        3 => new($"{prefix}InStock", row => bookOf(row).InStock),
        4 => Term.Compare(new($"{prefix}InStock", row => bookOf(row).InStock), Pick(["eq", "ne"]), Pick([Term.Literal(true), Term.Literal(false), Term.Literal(null)])),
        5 => Moment(prefix, bookOf),
        6 => Exact(prefix, bookOf),
        7 => Among(prefix, bookOf),
        8 => OnShelf(prefix, bookOf),
        9 or 10 => Term.And(Condition(depth - 1, prefix, bookOf), Condition(depth - 1, prefix, bookOf)),
        11 => Term.Or(Condition(depth - 1, prefix, bookOf), Condition(depth - 1, prefix, bookOf)),
        12 => Term.Compare(Condition(depth - 1, prefix, bookOf), Pick(["eq", "ne"]), Pick([Term.Literal(true), Term.Literal(false), Condition(depth - 1, prefix, bookOf)])),
        _ => Term.Not(Condition(depth - 1, prefix, bookOf)),
    };

    private Term Located(Term text, Term part) => Pick<Func<Term>>(
    [
        () => Term.Call("contains", v => ((string)v[0]!).Contains((string)v[1]!, StringComparison.Ordinal), text, part),
        () => Term.Call("startswith", v => ((string)v[0]!).StartsWith((string)v[1]!, StringComparison.Ordinal), text, part),
        () => Term.Call("endswith", v => ((string)v[0]!).EndsWith((string)v[1]!, StringComparison.Ordinal), text, part),
    ])();

    private Term Text(int depth, string prefix, Func<object, Book> bookOf) => random.Next(depth > 0 ? 8 : 3) switch
    {
        0 => new($"{prefix}Title", row => bookOf(row).Title),
        1 => new($"{prefix}Author", row => bookOf(row).Author),
        2 => Literal(Library.Texts),
        3 => Term.Call("tolower", v => ((string)v[0]!).ToLowerInvariant(), Text(depth - 1, prefix, bookOf)),
        4 => Term.Call("toupper", v => ((string)v[0]!).ToUpperInvariant(), Text(depth - 1, prefix, bookOf)),
        5 => Term.Call("trim", v => ((string)v[0]!).Trim(), Text(depth - 1, prefix, bookOf)),
        6 => Term.Call("concat", v => (string)v[0]! + (string)v[1]!, Text(depth - 1, prefix, bookOf), Text(depth - 1, prefix, bookOf)),
        _ => Term.Call(
            "substring", v => new string([.. ((string)v[0]!).Skip((int)v[1]!)]), Text(depth - 1, prefix, bookOf), Term.Literal(random.Next(4))),
    };

    private Term Number(int depth, string prefix, Func<object, Book> bookOf) => random.Next(depth > 0 ? 10 : 3) switch
    {
        0 => new($"{prefix}Pages", row => bookOf(row).Pages),
        1 => new($"{prefix}Pages", row => bookOf(row).Pages),
        2 => Term.Literal(random.Next(-3, 6)),
        3 => Term.Call("length", v => ((string)v[0]!).Length, Text(1, prefix, bookOf)),
        4 => Term.Call("indexof", v => ((string)v[0]!).IndexOf((string)v[1]!, StringComparison.Ordinal), Text(1, prefix, bookOf), Literal(Library.Texts)),
        5 => new($"(year({prefix}Published) sub 2020)", row => bookOf(row).Published?.Year - 2020),
        6 => Computed("add", (x, y) => x + y, depth, prefix, bookOf),
        7 => Computed("sub", (x, y) => x - y, depth, prefix, bookOf),
        8 => Computed("div", (x, y) => y == 0 ? null : x / y, depth, prefix, bookOf),
        _ => Computed("mod", (x, y) => y == 0 ? null : x % y, depth, prefix, bookOf),
    };

    private Term Computed(string op, Func<int, int, int?> compute, int depth, string prefix, Func<object, Book> bookOf)
    {
        var (left, right) = (Number(depth - 1, prefix, bookOf), Number(depth - 1, prefix, bookOf));
        if (op is "div" or "mod" && right.Text == "0")
        {
            // Refused as malformed.
            right = Term.Literal(1);
        }

        return new($"({left.Text} {op} {right.Text})", row => left.Of(row) is int x && right.Of(row) is int y ? compute(x, y) : null);
    }

    private Term Moment(string prefix, Func<object, Book> bookOf) => Pick<Func<Term>>(
    [
        () => Term.Compare(new($"{prefix}Published", row => bookOf(row).Published), Pick(Comparisons), Literal(Library.Dates)),
        () => Term.Compare(new($"{prefix}Changed", row => bookOf(row).Changed), Pick(Comparisons), Literal(Library.Times)),
        () => Term.Compare(
            Term.Call("month", v => ((DateTimeOffset)v[0]!).Month, new Term($"{prefix}Changed", row => bookOf(row).Changed)), Pick(Comparisons), Term.Literal(random.Next(1, 13))),
        () => Term.Compare(
            Term.Call("hour", v => ((DateTimeOffset)v[0]!).Hour, new Term($"{prefix}Changed", row => bookOf(row).Changed)), Pick(Comparisons), Term.Literal(random.Next(24))),
        () => Term.Compare(
            Term.Call("date", v => DateOnly.FromDateTime(((DateTimeOffset)v[0]!).DateTime), new Term($"{prefix}Changed", row => bookOf(row).Changed)),
            Pick(Comparisons), Literal(Library.Dates)),
    ])();

    private Term Exact(string prefix, Func<object, Book> bookOf) => Pick<Func<Term>>(
    [
        () => Term.Compare(new($"{prefix}Isbn", row => bookOf(row).Isbn), Pick(["eq", "ne"]), Literal(Library.Guids)),
        () => Term.Compare(new($"{prefix}Genre", row => bookOf(row).Genre), Pick(Comparisons), Term.Literal((Genre)random.Next(3))),
        () => Term.Compare(new($"{prefix}Price", row => bookOf(row).Price), Pick(Comparisons), MaybeNull(random.Next(0, 8) / 4m)),
        () => Term.Compare(new($"{prefix}Weight", row => bookOf(row).Weight), Pick(Comparisons), MaybeNull(random.Next(-3, 8) / 2.0)),
        () => Term.Compare(new($"{prefix}Sold", row => bookOf(row).Sold), Pick(Comparisons), MaybeNull(random.Next(-2, 5) * 3_000_000_000L)),
        () => Term.Compare(new($"{prefix}Id", row => bookOf(row).Id), Pick(Comparisons), Term.Literal($"b{random.Next(100_000_000):00000000}")),
    ])();

    private Term Among(string prefix, Func<object, Book> bookOf)
    {
        var count = random.Next(1, 8);
        return Pick<Func<Term>>(
        [
            () => Term.In(new($"{prefix}Title", row => bookOf(row).Title), Values<object?>(count, () => random.Next(6) == 0 ? null : Pick(Library.Texts))),
            () => Term.In(new($"{prefix}Pages", row => bookOf(row).Pages), Values<object?>(count, () => random.Next(-2, 5))),
            () => Term.In(new($"{prefix}Published", row => bookOf(row).Published), Values<object?>(count, () => Pick(Library.Dates))),
            () => Term.In(new($"{prefix}Changed", row => bookOf(row).Changed), Values<object?>(count, () => Pick(Library.Times))),
            () => Term.In(new($"{prefix}Isbn", row => bookOf(row).Isbn), Values<object?>(count, () => Pick(Library.Guids))),
            () => Term.In(new($"{prefix}Weight", row => bookOf(row).Weight), Values<object?>(count, () => random.Next(-3, 8) / 2.0)),
        ])();
    }

    private Term OnShelf(string prefix, Func<object, Book> bookOf) => Pick<Func<Term>>(
    [
        () => Term.Compare(new($"{prefix}Shelf/Name", row => bookOf(row).Shelf?.Name), Pick(Comparisons), Literal(Library.Texts)),
        () => Term.Compare(new($"{prefix}Shelf/Id", row => bookOf(row).Shelf?.Id), Pick(Comparisons), MaybeNull(random.Next(5))),
        () => Term.Compare(new($"{prefix}Shelf/Floor", row => bookOf(row).Shelf?.Floor), Pick(Comparisons), MaybeNull(random.Next(3))),
        () => Term.Compare(new($"{prefix}ShelfId", row => bookOf(row).Shelf?.Id), Pick(Comparisons), MaybeNull(random.Next(5))),
    ])();

    private Term Literal<T>(IReadOnlyList<T> values) => MaybeNull(Pick(values));

    private Term MaybeNull(object? value) => Term.Literal(random.Next(6) == 0 ? null : value);

    private static List<T> Values<T>(int count, Func<T> make) => [.. Enumerable.Range(0, count).Select(_ => make())];

    private T Pick<T>(IReadOnlyList<T> values) => values[random.Next(values.Count)];
}
