using System.Diagnostics;

namespace Hsvo.Functions.Telemetry;

/// <summary>The app's own steps in a trace. What storage is asked for meanwhile is below them: its client adds steps of its own.</summary>
internal static class Steps
{
    private static readonly ActivitySource Source = new("Hsvo.Functions");

    /// <summary>
    /// Begins a step: in the trace that is named, else in a new one. There always is one, exported or not, since answers and storage requests tell of it.
    /// </summary>
    /// <param name="name">Its name.</param>
    /// <param name="parent">The step before it, in another process; null begins a trace.</param>
    public static Activity Start(string name, ActivityContext? parent = null)
    {
        // The framework's own step for the request isn't exported: as a parent it would keep ours from being exported too.
        Activity.Current = null;
        return (Source.CreateActivity(name, ActivityKind.Server, parent ?? default) ?? Unheard(name, parent)).Start();
    }

    private static Activity Unheard(string name, ActivityContext? parent)
    {
        var step = new Activity(name) { IsAllDataRequested = false }.SetIdFormat(ActivityIdFormat.W3C);
        if (parent is { } before)
        {
            step.SetParentId(before.TraceId, before.SpanId, before.TraceFlags);
            step.TraceStateString = before.TraceState;
        }

        return step;
    }
}
