using Hsvo.Contracts.PowerBI;
using Hsvo.OData;

namespace Hsvo.Functions.Http.PowerBI;

/// <summary>Rows with below them what a query expands, by the options that stand there, and nothing else.</summary>
internal static class ExpandedRows
{
    /// <summary>A scorecard.</summary>
    public static Scorecard Of(Scorecard scorecard, Query query)
    {
        var goals = Below<Goal>(query, "goals");
        return scorecard with
        {
            GoalsODataContext = goals is null ? null : scorecard.GoalsODataContext,
            Goals = goals?.ApplyInOrder(scorecard.Goals ?? []).Rows.Select(g => Of(g, goals)).ToList(),
        };
    }

    /// <summary>A goal.</summary>
    public static Goal Of(Goal goal, Query query)
    {
        var values = Below<GoalValue>(query, "goalValues");
        var aggregations = Below<GoalAggregation>(query, "aggregations");
        return goal with
        {
            GoalValuesODataContext = values is null ? null : goal.GoalValuesODataContext,
            GoalValues = values?.ApplyInOrder(goal.GoalValues ?? []).Rows.Select(v => Of(v, values)).ToList(),
            AggregationsODataContext = aggregations is null ? null : goal.AggregationsODataContext,
            Aggregations = aggregations?.ApplyInOrder(goal.Aggregations ?? []).Rows,
        };
    }

    /// <summary>A check-in.</summary>
    public static GoalValue Of(GoalValue value, Query query)
    {
        var notes = Below<GoalNote>(query, "notes");
        return value with
        {
            NotesODataContext = notes is null ? null : value.NotesODataContext,
            Notes = notes?.ApplyInOrder(value.Notes ?? []).Rows,
        };
    }

    private static Query<T>? Below<T>(Query query, string name)
        where T : class => (Query<T>?)query.Expanded.FirstOrDefault(e => e.Name == name)?.Query;
}
