using System.Text;
using System.Xml;
using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Csdl;

namespace Hsvo.OData;

/// <summary>Writes a model as CSDL 4.0 XML.</summary>
internal static class MetadataDocument
{
    public static byte[] Write(IEdmModel model)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new() { Encoding = new UTF8Encoding(false), Indent = true }))
        {
            if (!CsdlWriter.TryWriteCsdl(model, xml, CsdlTarget.OData, out var errors))
            {
                throw new InvalidOperationException($"The model can't be described: {string.Join("; ", errors)}");
            }
        }

        return stream.ToArray();
    }
}
