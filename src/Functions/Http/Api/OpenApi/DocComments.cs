using System.Collections.Frozen;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Hsvo.Functions.Http.Api.OpenApi;

/// <summary>What the published shapes' documentation comments say: the compiler writes them beside the assembly.</summary>
internal sealed partial class DocComments
{
    private readonly FrozenDictionary<string, XElement> _members;

    private DocComments(XDocument document) =>
        _members = document.Descendants("member").ToFrozenDictionary(m => m.Attribute("name")!.Value, m => m, StringComparer.Ordinal);

    /// <summary>Reads the comments of an assembly.</summary>
    public static DocComments Of(Assembly assembly) => new(XDocument.Load(Path.Combine(AppContext.BaseDirectory, $"{assembly.GetName().Name}.xml")));

    /// <summary>What is said of a type.</summary>
    public string? Of(Type type) => Text(_members.GetValueOrDefault($"T:{type.FullName}")?.Element("summary"));

    /// <summary>What is said of a property, or of the record's parameter that it is.</summary>
    public string? Of(PropertyInfo property) =>
        Text(_members.GetValueOrDefault($"P:{property.DeclaringType!.FullName}.{property.Name}")?.Element("summary"))
        ?? Text(_members.GetValueOrDefault($"T:{property.DeclaringType.FullName}")?.Elements("param").FirstOrDefault(p => p.Attribute("name")?.Value == property.Name));

    private static string? Text(XElement? element) =>
        element is null ? null : Blanks().Replace(string.Concat(element.Nodes().Select(Text)), " ").Trim();

    private static string Text(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement reference => reference.Attribute("cref")?.Value.Split('.')[^1] ?? reference.Value,
        _ => "",
    };

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
