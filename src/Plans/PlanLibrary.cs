using System.Collections.Frozen;
using Hsvo.Domain.Plans;
using Hsvo.Plans.Files;

namespace Hsvo.Plans;

/// <summary>The real plans, read from the data files in this assembly.</summary>
public static class PlanLibrary
{
    private const string Extension = ".json";

    private static readonly Lazy<FrozenDictionary<string, Plan>> ById = new(ReadAll);

    /// <summary>Every plan, by id.</summary>
    /// <exception cref="InvalidDataException">A data file breaks a rule; the message says where.</exception>
    public static IReadOnlyList<Plan> All => [.. ById.Value.Values.OrderBy(p => p.Id, StringComparer.Ordinal)];

    /// <summary>Verksamhetsplan HSVO Uppsala 2021.</summary>
    public static Plan Hsvo2021 => Load("hsvo-2021");

    /// <summary>Verksamhetsplan Närvårdssamverkan Uppsala (NSU) 2019.</summary>
    public static Plan Nsu2019 => Load("nsu-2019");

    /// <summary>The plan with an id.</summary>
    /// <exception cref="KeyNotFoundException">There is no such plan.</exception>
    public static Plan Load(string id) => ById.Value[id];

    private static FrozenDictionary<string, Plan> ReadAll()
    {
        var assembly = typeof(PlanLibrary).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(Extension, StringComparison.Ordinal))
            .Select(name =>
            {
                using var stream = assembly.GetManifestResourceStream(name)!;
                return PlanReader.Read(name, stream);
            })
            .ToFrozenDictionary(p => p.Id, StringComparer.Ordinal);
    }
}
