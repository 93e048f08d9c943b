using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.OData;
using Microsoft.OData.UriParser;

namespace Hsvo.OData;

/// <summary>
/// Reads query options with Microsoft.OData.Core's own parser (OData URL Conventions 4.01, 5.1). The parser leaves aside what it doesn't know and takes the
/// last of two; here both are errors, so that nothing is ever ignored.
/// </summary>
public static class QueryOptions
{
    private const int MaxLength = 8_000;
    private const int MaxExpansions = 20;

    private static readonly string[] All =
        ["$filter", "$select", "$expand", "$orderby", "$top", "$skip", "$count", "$search", "$format", "$skiptoken"];

    private static readonly string[] OfOneRow = ["$select", "$expand", "$format"];

    private static readonly string[] OfCount = ["$filter", "$search"];

    private static readonly string[] OfProperty = ["$format"];

    // OData's other options (OData URL Conventions 4.01, 5).
    private static readonly string[] NotOffered = ["$apply", "$compute", "$deltatoken", "$id", "$index", "$levels", "$schemaversion"];

    /// <summary>Reads the options of a request.</summary>
    /// <param name="set">The set that is asked.</param>
    /// <param name="options">The options as they came, decoded.</param>
    /// <param name="settings">What the route allows.</param>
    /// <param name="query">The query.</param>
    /// <param name="error">What is wrong; null when nothing is.</param>
    public static bool TryParse<TRow>(
        EntitySet<TRow> set,
        IReadOnlyList<KeyValuePair<string, string>> options,
        QuerySettings settings,
        [NotNullWhen(true)] out Query<TRow>? query,
        [NotNullWhen(false)] out QueryError? error)
        where TRow : class
    {
        var isRead = TryParse((EntitySet)set, options, settings, out var read, out error);
        query = (Query<TRow>?)read;
        return isRead;
    }

    /// <inheritdoc cref="TryParse{TRow}"/>
    public static bool TryParse(
        EntitySet set,
        IReadOnlyList<KeyValuePair<string, string>> options,
        QuerySettings settings,
        [NotNullWhen(true)] out Query? query,
        [NotNullWhen(false)] out QueryError? error) => TryParse(set, set.Name, options, settings, out query, out error);

    /// <summary>Reads the options of a request to an address of the feed: those of what it names. Next links lead there.</summary>
    /// <param name="path">What is asked.</param>
    /// <param name="options">The options as they came, decoded.</param>
    /// <param name="query">The query.</param>
    /// <param name="error">What is wrong; null when nothing is.</param>
    public static bool TryParse(
        FeedPath path,
        IReadOnlyList<KeyValuePair<string, string>> options,
        [NotNullWhen(true)] out Query? query,
        [NotNullWhen(false)] out QueryError? error) => TryParse(path.Set, path.Address, options, QuerySettings.Of(path.Target), out query, out error);

    /// <summary>Reads the options of a request to the service document: <c>$format</c> alone.</summary>
    /// <param name="options">The options as they came, decoded.</param>
    /// <param name="metadata">How much <c>$format</c> asks to have told; null without it.</param>
    /// <param name="error">What is wrong; null when nothing is.</param>
    public static bool TryParseServiceDocument(
        IReadOnlyList<KeyValuePair<string, string>> options, out MetadataLevel? metadata, [NotNullWhen(false)] out QueryError? error)
    {
        metadata = null;
        return AreKnown(null, options, QuerySettings.Of(QueryTarget.Property), out error) && FormatOption.TryRead(FormatOf(options), out metadata, out error);
    }

    /// <summary>Reads the options of a request to the metadata document: <c>$format</c> alone, of which XML is all there is.</summary>
    /// <param name="options">The options as they came, decoded.</param>
    /// <param name="error">What is wrong; null when nothing is.</param>
    public static bool TryParseMetadataDocument(IReadOnlyList<KeyValuePair<string, string>> options, [NotNullWhen(false)] out QueryError? error) =>
        AreKnown(null, options, QuerySettings.Of(QueryTarget.Property), out error) && FormatOption.IsXml(FormatOf(options), out error);

    private static string? FormatOf(IReadOnlyList<KeyValuePair<string, string>> options) => options.Where(o => o.Key == "$format").Select(o => o.Value).FirstOrDefault();

    private static bool TryParse(
        EntitySet set,
        string address,
        IReadOnlyList<KeyValuePair<string, string>> options,
        QuerySettings settings,
        [NotNullWhen(true)] out Query? query,
        [NotNullWhen(false)] out QueryError? error)
    {
        query = null;
        if (!AreKnown(set, options, settings, out error))
        {
            return false;
        }

        var given = options.ToDictionary(o => o.Key, o => o.Value, StringComparer.Ordinal);
        var format = given.GetValueOrDefault("$format");
        MetadataLevel? metadata = null;
        if (settings.Target == QueryTarget.Value ? !FormatOption.IsText(format, out error) : !FormatOption.TryRead(format, out metadata, out error))
        {
            return false;
        }

        var kept = options.Where(o => o.Key != "$skiptoken").ToList();
        var text = TextOf(kept, settings);
        if (!set.Plans.TryGet(settings, text, out var plan))
        {
            if (!TryCompile(set, given, settings, out plan, out error))
            {
                return false;
            }

            set.Plans.Add(settings, text, plan);
        }

        var binding = BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes($"{address}?{text}")));
        PageToken? token = null;
        if (given.TryGetValue("$skiptoken", out var tokenText) && !PageToken.TryRead(tokenText, binding, plan.SortTypes, out token))
        {
            error = Malformed("$skiptoken", 0, "$skiptoken är inte en av den här frågans.", "The $skiptoken isn't one of this query's.");
            return false;
        }

        query = set.Bind(plan, new(address, kept, binding, token, metadata));
        return true;
    }

    internal static QueryError Malformed(string option, int? position, string swedish, string english) =>
        new(QueryErrorKind.Malformed, option, position, swedish, english);

    internal static QueryError NotSupported(string option, string swedish, string english) =>
        new(QueryErrorKind.NotSupported, option, null, $"Tjänsten har inte {swedish}.", $"The service doesn't support {english}.");

    private static bool AreKnown(
        EntitySet? set, IReadOnlyList<KeyValuePair<string, string>> options, QuerySettings settings, [NotNullWhen(false)] out QueryError? error)
    {
        error = null;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, value) in options)
        {
            error = Fault(name, value);
            if (error is not null)
            {
                return false;
            }
        }

        return true;

        QueryError? Fault(string name, string value)
        {
            var applicable = settings.Target switch
            {
                QueryTarget.Entity => OfOneRow,
                QueryTarget.Count => OfCount,
                QueryTarget.Property or QueryTarget.Value => OfProperty,
                _ => All,
            };
            if (!seen.Add(name))
            {
                return Malformed(name, null, $"{name} står två gånger.", $"{name} stands twice.");
            }

            if (value.Length > MaxLength)
            {
                return Malformed(name, MaxLength, $"{name} är längre än {MaxLength} tecken.", $"{name} is longer than {MaxLength} characters.");
            }

            if (name.StartsWith('@') || NotOffered.Contains(name))
            {
                return NotSupported(name, name, name);
            }

            if (!name.StartsWith('$'))
            {
                return settings.Custom.Contains(name)
                    ? null
                    : Malformed(name, null, $"Det finns inget alternativ som heter '{name}'.", $"There is no option called '{name}'.");
            }

            if (!All.Contains(name))
            {
                return Malformed(name, null, $"OData har inget alternativ som heter '{name}'.", $"OData has no option called '{name}'.");
            }

            if (!applicable.Contains(name))
            {
                return Malformed(name, null, $"{name} kan inte anges här.", $"{name} can't be given here.");
            }

            if (settings.Offered?.Contains(name) == false || name == "$search" && set?.IsSearchable == false || name == "$skiptoken" && set?.PageSize is null)
            {
                return NotSupported(name, $"{name} här", $"{name} here");
            }

            return string.IsNullOrWhiteSpace(value) ? Malformed(name, 0, $"{name} är tomt.", $"{name} is empty.") : null;
        }
    }

    private static bool TryCompile(
        EntitySet set,
        Dictionary<string, string> given,
        QuerySettings settings,
        [NotNullWhen(true)] out QueryPlan? plan,
        [NotNullWhen(false)] out QueryError? error)
    {
        plan = null;
        if (!TryNumber(given, "$top", out var top, out error) || !TryNumber(given, "$skip", out var skip, out error)
            || !TryCount(given, out var count, out error))
        {
            return false;
        }

        var option = "";
        var amended = new AmendedText("");
        try
        {
            plan = set.Compile(new()
            {
                Filter = Read("$filter", p => p.ParseFilter()),
                Search = Read("$search", p => p.ParseSearch()),
                OrderBy = Read("$orderby", p => p.ParseOrderBy(), ListText.CheckItems),
                OrderByText = given.GetValueOrDefault("$orderby", ""),
                SelectExpand = Both(Read("$select", p => p.ParseSelectAndExpand(), ListText.CheckItems), Read("$expand", p => p.ParseSelectAndExpand(), t => ListText.CheckExpand(t, settings.MaxExpandDepth))),
                Top = top,
                Skip = skip,
                Count = count,
            });
            return true;
        }
        catch (NotOfferedException e)
        {
            error = NotSupported(e.Option, e.Swedish, e.Message);
        }
        catch (MalformedQueryException e)
        {
            error = Malformed(e.Option, FaultPosition.Of(given[e.Option], e.Culprit) ?? 0, e.Swedish, e.Message);
        }
        catch (ODataException) when (option is "$filter" or "$orderby" or "$expand" && LaterGrammar.WordIn(given[option]) is { } word)
        {
            error = NotSupported(option, word, word);
        }
        catch (ODataException e)
        {
            error = Malformed(option, amended.Original(FaultPosition.In(amended.ToString(), e.Message)), $"{option} går inte att läsa.", FaultPosition.Without(e.Message));
        }

        return false;

        // Each by itself, so that it is known whose fault a fault is.
        T? Read<T>(string name, Func<ODataQueryOptionParser, T> parse, Action<string>? check = null)
            where T : class
        {
            option = name;
            return !given.TryGetValue(name, out var text) ? null : QueryFaultException.In(name, () =>
            {
                Nesting.Check(text);
                check?.Invoke(text);
                amended = name == "$search" ? SearchWords.Amend(text) : InLists.Amend(Signs.Amend(text));
                return parse(new(set.Edm, set.EdmType, set.EdmSet, new Dictionary<string, string> { [name] = amended.ToString() })
                {
                    Settings = { MaximumExpansionDepth = settings.MaxExpandDepth, MaximumExpansionCount = MaxExpansions },
                });
            });
        }
    }

    private static SelectExpandClause? Both(SelectExpandClause? select, SelectExpandClause? expand) => select is null || expand is null
        ? select ?? expand
        : new([.. select.SelectedItems, .. expand.SelectedItems], select.AllSelected);

    private static bool TryNumber(Dictionary<string, string> given, string name, out long? number, [NotNullWhen(false)] out QueryError? error)
    {
        (number, error) = (null, null);
        if (!given.TryGetValue(name, out var text))
        {
            return true;
        }

        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var read))
        {
            error = Malformed(name, 0, $"{name} ska vara ett heltal från 0.", $"{name} is to be a whole number from 0.");
            return false;
        }

        number = read;
        return true;
    }

    private static bool TryCount(Dictionary<string, string> given, out bool count, [NotNullWhen(false)] out QueryError? error)
    {
        error = null;
        var text = given.GetValueOrDefault("$count", "false");
        count = text == "true";
        if (text is not ("true" or "false"))
        {
            error = Malformed("$count", 0, "$count ska vara true eller false.", "$count is to be true or false.");
        }

        return error is null;
    }

    private static string TextOf(List<KeyValuePair<string, string>> options, QuerySettings settings) => string.Join('&', options
        .Where(o => o.Key != "$format")
        .OrderBy(o => o.Key, StringComparer.Ordinal)
        .Select(o => $"{Uri.EscapeDataString(o.Key)}={Uri.EscapeDataString(o.Value)}"));
}
