using System.Collections.Frozen;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Proposals;
using Hsvo.Plans.Files;

namespace Hsvo.Plans;

/// <summary>The real plans and proposals, read from the data files in this assembly.</summary>
public static class PlanLibrary
{
    private const string Extension = ".json";
    private const string ProposalsExtension = "-proposals.json";

    private static readonly Lazy<FrozenDictionary<string, Plan>> ById = new(() => ReadPlans().ToFrozenDictionary(p => p.Id, StringComparer.Ordinal));
    private static readonly Lazy<IReadOnlyList<Proposal>> AllProposals = new(() =>
        [.. Names.Where(IsProposals).SelectMany(name => Read(name, ProposalReader.Read)).OrderBy(p => p.Id, StringComparer.Ordinal)]);

    /// <summary>What tells this build's plans from any other's: the data files are in the one assembly, and what is made of them in both.</summary>
    public static string Build => $"{typeof(PlanLibrary).Module.ModuleVersionId:N}{typeof(Plan).Module.ModuleVersionId:N}";

    /// <summary>Every plan, by id.</summary>
    /// <exception cref="InvalidDataException">A data file breaks a rule; the message says where.</exception>
    public static IReadOnlyList<Plan> All => [.. ById.Value.Values.OrderBy(p => p.Id, StringComparer.Ordinal)];

    /// <summary>The proposals for coming years that stand in documents, by id.</summary>
    /// <exception cref="InvalidDataException">A data file breaks a rule; the message says where.</exception>
    public static IReadOnlyList<Proposal> Proposals => AllProposals.Value;

    /// <summary>Verksamhetsplan HSVO Uppsala 2021.</summary>
    public static Plan Hsvo2021 => Load("hsvo-2021");

    /// <summary>Verksamhetsplan Närvårdssamverkan Uppsala (NSU) 2019.</summary>
    public static Plan Nsu2019 => Load("nsu-2019");

    /// <summary>Insats Strategiskt utvecklingsarbete/Lokussamordnare Uppsala 2018–2019.</summary>
    public static Plan Lokussamordnare2018 => Load("lokussamordnare-2018");

    /// <summary>Verksamhetsuppföljning ekonomiskt bistånd 2023.</summary>
    public static Plan EkonomisktBistand2023 => Load("ekonomiskt-bistand-2023");

    /// <summary>The plan with an id.</summary>
    /// <exception cref="KeyNotFoundException">There is no such plan.</exception>
    public static Plan Load(string id) => ById.Value[id];

    private static IEnumerable<string> Names =>
        typeof(PlanLibrary).Assembly.GetManifestResourceNames().Where(name => name.EndsWith(Extension, StringComparison.Ordinal));

    private static IEnumerable<Plan> ReadPlans() => Names.Where(name => !IsProposals(name)).Select(name => Read(name, PlanReader.Read));

    private static bool IsProposals(string name) => name.EndsWith(ProposalsExtension, StringComparison.Ordinal);

    private static T Read<T>(string name, Func<string, Stream, T> read)
    {
        using var stream = typeof(PlanLibrary).Assembly.GetManifestResourceStream(name)!;
        return read(name, stream);
    }
}
