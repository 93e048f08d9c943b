using Hsvo.Domain.Plans;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Components;

namespace Hsvo.Functions.Pages.Board;

/// <summary>A page of one node of a plan.</summary>
public abstract class NodePage : PageComponent
{
    /// <summary>How the plan stands, and the answers of all rounds.</summary>
    [Parameter, EditorRequired]
    public required StatusFeed Feed { get; set; }

    /// <summary>The node.</summary>
    [Parameter, EditorRequired]
    public required PlanNode Node { get; set; }

    /// <summary>Where each thread goes on in other plans.</summary>
    [Parameter, EditorRequired]
    public required ILookup<string, ThreadPlace> Elsewhere { get; set; }
}
