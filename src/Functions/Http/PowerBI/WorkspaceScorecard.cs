using Hsvo.Contracts.PowerBI;
using Hsvo.OData;

namespace Hsvo.Functions.Http.PowerBI;

/// <summary>A scorecard of a workspace as a caller may read it, whatever it is made of.</summary>
internal abstract class WorkspaceScorecard
{
    /// <summary>Its id.</summary>
    public abstract Guid Id { get; }

    /// <summary>What GetScorecardByReportId finds it by.</summary>
    public abstract Guid ReportId { get; }

    /// <summary>What tells everything that is read of it, by this caller, from what was read before.</summary>
    public abstract string Version { get; }

    /// <summary>A context URL of its workspace.</summary>
    public abstract string Context(string fragment);

    /// <summary>It in Power BI's shape, without what can be expanded.</summary>
    public abstract Scorecard ToScorecard();

    /// <summary>Reads what its goals are made of, if that is to be read: before they are asked for. It is for all who ask meanwhile, so nobody cancels it.</summary>
    public virtual Task PrepareAsync() => Task.CompletedTask;

    /// <summary>Every goal, each after its parent.</summary>
    public abstract IReadOnlyList<Goal> ToGoals(Expansion expansion);

    /// <summary>Whether a goal is there.</summary>
    public abstract bool HasGoal(Guid id);

    /// <summary>One goal that is there.</summary>
    public abstract Goal ToGoal(Guid id, Expansion expansion);
}
