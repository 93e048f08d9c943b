using Hsvo.Domain.Plans;
using Hsvo.Domain.Proposals;

namespace Hsvo.Plans.Files;

/// <summary>Reads a document's proposals from their data file, as strictly as a plan.</summary>
internal static class ProposalReader
{
    /// <summary>The proposals in a data file.</summary>
    /// <exception cref="InvalidDataException">The file breaks a rule; the message lists every fault.</exception>
    public static IReadOnlyList<Proposal> Read(string name, Stream stream)
    {
        var file = PlanReader.Parse<ProposalFile>(name, stream);
        var faults = Faults(file).ToList();
        return faults.Count == 0
            ? [.. file.Proposals.Select(p => Build(file, p))]
            : throw new InvalidDataException($"{name}: {string.Join("; ", faults)}");
    }

    private static IEnumerable<string> Faults(ProposalFile file)
    {
        foreach (var id in file.Proposals.SelectMany(p => p.Threads.Prepend(p.Id)).Append(file.Area).Append(file.Department).Where(id => !Identifier.IsValid(id)))
        {
            yield return $"'{id}' is no id";
        }

        foreach (var twice in file.Proposals.CountBy(p => p.Id, StringComparer.Ordinal).Where(c => c.Value > 1))
        {
            yield return $"proposal {twice.Key} stands twice";
        }
    }

    private static Proposal Build(ProposalFile file, ProposalEntry entry) => new()
    {
        Id = entry.Id,
        Area = file.Area,
        Year = file.Year,
        Kind = entry.Kind,
        Text = entry.Text ?? entry.Quote,
        Quote = entry.Quote,
        Source = file.Source,
        Department = file.Department,
        DepartmentName = file.DepartmentName,
        Board = file.Board,
        ProposedAt = file.ProposedAt,
        Threads = entry.Threads,
        Readings = [.. file.Readings.Concat(entry.Readings).Select(r => new Reading(null, r.Kind, r.Text))],
    };
}
