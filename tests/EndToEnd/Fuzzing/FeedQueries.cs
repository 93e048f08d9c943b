using System.Xml.Linq;

namespace Hsvo.EndToEnd.Fuzzing;

/// <summary>Questions to the OData feed that are right, made from what <c>$metadata</c> says of each set.</summary>
internal sealed class FeedQueries
{
    private static readonly XNamespace Edm = "http://docs.oasis-open.org/odata/ns/edm";

    private readonly Dictionary<string, (IReadOnlyList<(string Name, string Type)> Properties, IReadOnlyList<string> Navigations)> _sets;

    public FeedQueries(string metadata)
    {
        var types = XDocument.Parse(metadata).Descendants(Edm + "EntityType").ToDictionary(t => t.Attribute("Name")!.Value);
        _sets = XDocument.Parse(metadata).Descendants(Edm + "EntitySet").ToDictionary(s => s.Attribute("Name")!.Value, s =>
        {
            var type = types[s.Attribute("EntityType")!.Value.Split('.')[^1]];
            return (
                (IReadOnlyList<(string, string)>)[.. type.Elements(Edm + "Property").Select(p => (p.Attribute("Name")!.Value, p.Attribute("Type")!.Value))],
                (IReadOnlyList<string>)[.. type.Elements(Edm + "NavigationProperty").Select(p => p.Attribute("Name")!.Value)]);
        });
    }

    public IReadOnlyList<string> Sets => [.. _sets.Keys];

    /// <summary>What an address may go on with after a row of a set.</summary>
    public IReadOnlyList<string> Below(string set) => [.. _sets[set].Navigations, .. _sets[set].Properties.Select(p => p.Name)];

    public IEnumerable<(string Name, string Value)> Of(string set, Random random, bool isCount)
    {
        var (properties, navigations) = _sets[set];
        if (random.Next(3) > 0)
        {
            yield return ("$filter", Filter(properties, random, depth: random.Next(3)));
        }

        if (isCount)
        {
            yield break;
        }

        if (random.Next(3) == 0)
        {
            yield return ("$select", string.Join(',', properties.Where(_ => random.Next(4) == 0).Select(p => p.Name).DefaultIfEmpty(properties[0].Name)));
        }

        // The facts are sorted by their key alone.
        if (random.Next(3) == 0 && set != "Reports")
        {
            yield return ("$orderby", $"{random.Of(properties).Name} {random.Of("asc", "desc")},{properties[0].Name}");
        }

        if (random.Next(3) == 0)
        {
            yield return ("$top", random.Of("0", "1", "7", "100"));
        }

        if (random.Next(5) == 0 && set != "Reports")
        {
            yield return ("$skip", random.Of("0", "3", "100000"));
        }

        if (random.Next(4) == 0)
        {
            yield return ("$count", "true");
        }

        if (navigations.Count > 0 && random.Next(5) == 0 && set != "Reports")
        {
            yield return ("$expand", random.Of(navigations));
        }
    }

    private static string Filter(IReadOnlyList<(string Name, string Type)> properties, Random random, int depth)
    {
        if (depth > 0)
        {
            return random.Next(4) == 0
                ? $"not ({Filter(properties, random, depth - 1)})"
                : $"({Filter(properties, random, depth - 1)}) {random.Of("and", "or")} ({Filter(properties, random, depth - 1)})";
        }

        var (name, type) = random.Of(properties);
        return type switch
        {
            "Edm.String" => random.Of($"{name} eq 'hsvo-2021'", $"contains({name},'a')", $"startswith(tolower({name}),'h')", $"{name} ne null", $"length({name}) gt 4", $"{name} in ('amn','shs')"),
            "Edm.Boolean" => random.Of(name, $"{name} eq false", $"{name} ne null"),
            "Edm.Date" => $"{name} {Comparison(random)} 2021-05-31",
            "Edm.DateTimeOffset" => $"{name} {Comparison(random)} 2021-05-10T00:00:00Z",
            _ => $"{name} {Comparison(random)} {random.Next(-1, 6)}",
        };
    }

    private static string Comparison(Random random) => random.Of("eq", "ne", "gt", "ge", "lt", "le");
}
