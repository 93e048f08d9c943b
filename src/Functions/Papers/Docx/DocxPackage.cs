using DocumentFormat.OpenXml;
using Hsvo.Functions.OpenXml;

namespace Hsvo.Functions.Papers.Docx;

/// <summary>The parts of a Word document.</summary>
internal sealed class DocxPackage
{
    private const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    private readonly OpenXmlPackage _package = new("word", "document.xml", $"{WordType}document.main+xml");

    /// <summary>Adds a part that the document refers to, and gives the id it refers by.</summary>
    public string AddRelated(string name, string type, string contentType, OpenXmlElement root) => _package.AddRelated(name, type, contentType, root);

    /// <summary>Adds a part in Word's own format that the document refers to.</summary>
    public string AddWord(string name, OpenXmlElement root) => AddRelated($"{name}.xml", name.TrimEnd('1'), $"{WordType}{name.TrimEnd('1')}+xml", root);

    /// <summary>Writes document, parts and properties.</summary>
    /// <param name="document">The document.</param>
    /// <param name="title">Its title.</param>
    /// <param name="day">The day it is for.</param>
    public byte[] Write(OpenXmlElement document, string title, DateOnly day) => _package.Write(document, title, day);
}
