using System.Xml.Linq;

namespace Hsvo.Functions.WordPlans;

/// <summary>Elements and attributes by their local names: there are two namespaces for the same, the transitional and the strict one.</summary>
internal static class WordXml
{
    public static bool Is(this XElement element, string name) => element.Name.LocalName == name;

    public static XElement? Child(this XElement? element, string name) => element?.Elements().FirstOrDefault(e => e.Name.LocalName == name);

    public static string? Value(this XElement element, string name) => element.Attributes().FirstOrDefault(a => a.Name.LocalName == name)?.Value;

    /// <summary>Whether a switch such as <c>w:tblHeader</c> is there and on.</summary>
    public static bool Has(this XElement? element, string name) => element.Child(name) is { } found && found.Value("val") is not ("0" or "false" or "off");
}
