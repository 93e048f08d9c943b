using Hsvo.Domain.Plans;

namespace Hsvo.UseCases;

/// <summary>What each department still owes across plans, so that it gets one reminder of all of it.</summary>
/// <param name="Today">Today in Stockholm, or the day it was at the time asked about.</param>
/// <param name="Plans">What is missing in each plan, in its round.</param>
public sealed record MissingList(DateOnly Today, IReadOnlyList<MissingAnswers> Plans)
{
    /// <summary>Every department that owes answers in one of the plans, in the plans' order.</summary>
    public IReadOnlyList<UnitMissing> Units =>
    [
        .. Plans.SelectMany(p => p.Departments.Select(d => new UnitPart(p, d))).GroupBy(p => p.Missing.Department.Id)
            .Select(unit => new UnitMissing(unit.First().Missing.Department, [.. unit])),
    ];
}

/// <summary>What one department still owes, plan by plan.</summary>
/// <param name="Department">The department, as the first plan names it.</param>
/// <param name="Parts">Each plan in which it owes answers, those with nothing left included.</param>
public sealed record UnitMissing(Department Department, IReadOnlyList<UnitPart> Parts)
{
    /// <summary>The plans in which something is left, what is due first before the others.</summary>
    public IReadOnlyList<UnitPart> Awaited => [.. Parts.Where(p => p.Missing.Rows.Count > 0).OrderBy(p => p.Plan.DaysLeft ?? int.MaxValue)];

    /// <summary>The days left of what is due first, negative when it is late; null when nothing is left to answer, or no day is set for it.</summary>
    public int? DaysLeft => Awaited is [{ } first, ..] ? first.Plan.DaysLeft : null;
}

/// <summary>What one department owes in one plan.</summary>
/// <param name="Plan">The plan's round, with its days.</param>
/// <param name="Missing">What the department owes in it.</param>
public sealed record UnitPart(MissingAnswers Plan, DepartmentMissing Missing);
