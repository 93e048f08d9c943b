using Hsvo.Domain.Plans;
using Hsvo.Plans;

namespace Hsvo.LocalHost;

/// <summary>The made-up people of the local run: one per reporting unit, and one each who coordinates, reads and audits.</summary>
public static class DevelopmentIdentities
{
    private const string Reporter = "reporter";
    private const string CoordinatingOffice = "nvs";

    // Those of the yearly plans, then the parties of the insats.
    private static readonly IReadOnlyList<Department> Units = [.. PlanLibrary.Hsvo2021.Departments, .. PlanLibrary.Lokussamordnare2018.Departments];

    /// <summary>All of them. The object ids never change, so that what a local run stored still has its author after a restart.</summary>
    public static IReadOnlyList<DevelopmentIdentity> All { get; } =
    [
        new(ObjectId(1), "Exempel: läsare", "reader", null),
        .. Units.Select((unit, index) => new DevelopmentIdentity(ObjectId(101 + index), $"Exempel: {unit.Name}", Reporter, unit.Id)),
        new(ObjectId(2), "Exempel: samordnare", "coordinator", CoordinatingOffice),
        new(ObjectId(3), "Exempel: granskare", "auditor", null),
    ];

    /// <summary>The roles that a token can carry.</summary>
    public static IReadOnlyList<string> Roles { get; } = [.. All.Select(identity => identity.Role).Distinct()];

    /// <summary>The units that a reporter can answer for.</summary>
    public static IReadOnlyList<string> Departments { get; } = [.. Units.Select(unit => unit.Id)];

    /// <summary>Finds who has a role (and, for a reporter, answers for a unit), or says what is wrong with the question.</summary>
    public static bool TryFind(string role, string? department, out DevelopmentIdentity identity, out string problem)
    {
        var found = All.FirstOrDefault(candidate => candidate.Role == role && (role != Reporter || candidate.Department == department));
        problem = found is null || (department is not null && found.Department != department)
            ? Problem(role, department)
            : "";
        identity = found!;
        return problem.Length == 0;
    }

    private static string Problem(string role, string? department)
    {
        if (!Roles.Contains(role))
        {
            return $"unknown role '{role}': it is one of {string.Join(", ", Roles)}";
        }

        if (role != Reporter)
        {
            return $"a department goes with the role {Reporter}, not with {role}";
        }

        var choices = string.Join(", ", Departments);
        return department is null
            ? $"the role {Reporter} needs a department: one of {choices}"
            : $"unknown department '{department}': it is one of {choices}";
    }

    private static Guid ObjectId(int number) => new($"00000000-0000-4000-8000-{number:D12}");
}
