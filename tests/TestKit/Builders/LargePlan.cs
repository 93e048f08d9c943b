using Hsvo.Domain.Plans;

namespace Hsvo.TestKit.Builders;

/// <summary>
/// A plan with more rows than any real one, so that submissions of several parts can be made: every indicator asks for ja or nej, and both
/// departments owe all of them in each of the three rounds.
/// </summary>
public static class LargePlan
{
    public const string Id = "stor-2021";

    public const string Department = "norra";

    public const string OtherDepartment = "sodra";

    public static readonly IReadOnlyList<Round> Rounds =
    [
        new("2021-05", new(2021, 5, 31), false, null),
        new("2021-10", new(2021, 10, 31), false, null),
        new("2022-01", new(2022, 1, 31), true, null),
    ];

    public static Plan Create(string area, int indicators, int version = 1) => new()
    {
        Area = area,
        Id = Id,
        Version = version,
        Title = "Stor plan",
        Year = 2021,
        Adopted = new(2020, 12, 1),
        AdoptedBy = "Samråd",
        OverallGoal = "Alla får rätt vård i rätt tid",
        Source = new("Stor plan", "123/2020", new string('0', 64)),
        Rounds = Rounds,
        Boards = [],
        Bodies = [new("tl", "TL", "", "", [Department, OtherDepartment])],
        Departments =
        [
            new(Department, "Norra förvaltningen", Principal.Kommun, null, true),
            new(OtherDepartment, "Södra förvaltningen", Principal.Region, null, true),
        ],
        ResponsibilityIsAssumed = true,
        OrdinaryOperations = [],
        Readings = [],
        Nodes =
        [
            Node("1", NodeKind.FocusArea, null),
            Node("1.1", NodeKind.Goal, "1"),
            Node("1.1.p1", NodeKind.PriorityArea, "1.1"),
            .. Enumerable.Range(0, indicators).Select(i => Node(Indicator(i), NodeKind.Indicator, "1.1.p1") with
            {
                Responsible = ["tl"],
                Indicator = new() { Kind = IndicatorKind.Deliverable },
            }),
        ],
    };

    /// <summary>The id of an indicator, from 0.</summary>
    public static string Indicator(int number) => $"1.1.i{number + 1}";

    private static PlanNode Node(string id, NodeKind kind, string? parent) =>
        new() { Id = id, Kind = kind, ParentId = parent, Text = $"Nod {id} om vård och omsorg", Quote = $"Nod {id} om vård och omsorg" };
}
