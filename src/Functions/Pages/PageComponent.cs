using Microsoft.AspNetCore.Components;

namespace Hsvo.Functions.Pages;

/// <summary>A whole page: what <see cref="PageContext"/> says how to make.</summary>
public abstract class PageComponent : ComponentBase
{
    /// <summary>What the page knows of its request.</summary>
    [Parameter, EditorRequired]
    public required PageContext Page { get; set; }
}
