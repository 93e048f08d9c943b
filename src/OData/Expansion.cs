namespace Hsvo.OData;

/// <summary>What an <c>$expand</c> asks for: the navigation properties by name, each with what is expanded below it.</summary>
/// <param name="Properties">The properties.</param>
public sealed record Expansion(IReadOnlyDictionary<string, Expansion> Properties)
{
    /// <summary>Nothing.</summary>
    public static readonly Expansion None = new(new Dictionary<string, Expansion>());

    /// <summary>What is expanded below a property; null when the property isn't expanded.</summary>
    public Expansion? Of(string property) => Properties.GetValueOrDefault(property);
}
