using System.Globalization;
using System.Text;
using System.Xml;

namespace Hsvo.Functions.OpenData;

/// <summary>Writes RDF/XML: things with their properties, each a text, a day or another thing's address.</summary>
internal sealed class RdfXml : IDisposable
{
    private const string Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private const string Day = "http://www.w3.org/2001/XMLSchema#date";

    private static readonly Dictionary<string, string> Vocabularies = new(StringComparer.Ordinal)
    {
        ["dcat"] = "http://www.w3.org/ns/dcat#",
        ["dcterms"] = "http://purl.org/dc/terms/",
        ["foaf"] = "http://xmlns.com/foaf/0.1/",
        ["vcard"] = "http://www.w3.org/2006/vcard/ns#",
    };

    private readonly MemoryStream _bytes = new();
    private readonly XmlWriter _xml;

    public RdfXml()
    {
        _xml = XmlWriter.Create(_bytes, new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true, NewLineChars = "\n" });
        _xml.WriteStartElement("rdf", "RDF", Rdf);
        foreach (var (prefix, vocabulary) in Vocabularies)
        {
            _xml.WriteAttributeString("xmlns", prefix, null, vocabulary);
        }
    }

    /// <summary>Writes a thing of a class, "dcat:Dataset".</summary>
    /// <param name="type">Its class.</param>
    /// <param name="address">Its address; null for a thing that is known here alone.</param>
    /// <param name="properties">Writes its properties.</param>
    public void Thing(string type, string? address, Action properties)
    {
        Start(type);
        if (address is not null)
        {
            _xml.WriteAttributeString("rdf", "about", Rdf, address);
        }

        properties();
        _xml.WriteEndElement();
    }

    /// <summary>Writes a property whose value is a thing that is written within it.</summary>
    public void Within(string property, string type, Action properties)
    {
        Start(property);
        Thing(type, address: null, properties);
        _xml.WriteEndElement();
    }

    /// <summary>Writes a text in Swedish and in English.</summary>
    public void Texts(string property, string swedish, string english)
    {
        Text(property, swedish, language: "sv");
        Text(property, english, language: "en");
    }

    /// <summary>Writes a text.</summary>
    public void Text(string property, string text, string? language = null)
    {
        Start(property);
        if (language is not null)
        {
            _xml.WriteAttributeString("xml", "lang", null, language);
        }

        // Of the characters that a plan's text may have, XML takes all but controls.
        _xml.WriteString(new string([.. text.Where(c => !char.IsControl(c) || c is '\n' or '\t')]));
        _xml.WriteEndElement();
    }

    /// <summary>Writes a day.</summary>
    public void Date(string property, DateOnly day)
    {
        Start(property);
        _xml.WriteAttributeString("rdf", "datatype", Rdf, Day);
        _xml.WriteString(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        _xml.WriteEndElement();
    }

    /// <summary>Writes another thing's address.</summary>
    public void Link(string property, string address)
    {
        Start(property);
        _xml.WriteAttributeString("rdf", "resource", Rdf, address);
        _xml.WriteEndElement();
    }

    /// <summary>Ends the document.</summary>
    public byte[] ToBytes()
    {
        _xml.WriteEndElement();
        _xml.Flush();
        return _bytes.ToArray();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _xml.Dispose();
        _bytes.Dispose();
    }

    private void Start(string name)
    {
        var (prefix, local) = name.Split(':') is [var p, var l] ? (p, l) : throw new ArgumentException(name, nameof(name));
        _xml.WriteStartElement(prefix, local, Vocabularies[prefix]);
    }
}
