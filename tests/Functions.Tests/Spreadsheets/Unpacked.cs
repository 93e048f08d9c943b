using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Hsvo.Functions.Tests.Spreadsheets;

/// <summary>A workbook's parts, to be changed and packed again.</summary>
internal sealed class Unpacked
{
    private readonly Dictionary<string, byte[]> _parts = [];

    public IEnumerable<string> Parts => _parts.Keys;

    public byte[] this[string part] => _parts[part];

    public static Unpacked Of(byte[] file)
    {
        var unpacked = new Unpacked();
        using var zip = new ZipArchive(new MemoryStream(file));
        foreach (var entry in zip.Entries)
        {
            using var bytes = new MemoryStream();
            using var stream = entry.Open();
            stream.CopyTo(bytes);
            unpacked._parts[entry.FullName] = bytes.ToArray();
        }

        return unpacked;
    }

    public Unpacked With(string part, byte[] content)
    {
        var changed = new Unpacked();
        foreach (var (name, bytes) in _parts)
        {
            changed._parts[name] = bytes;
        }

        changed._parts[part] = content;
        return changed;
    }

    public Unpacked With(string part, Func<string, string> change) => With(part, Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(_parts[part]))));

    /// <summary>Packed, with a part that says of itself that it unpacks to another size than it does, in its own header and in the list at the file's end.</summary>
    public byte[] PackedLying(string part, uint size)
    {
        var file = Packed();
        foreach (var (mark, name, said) in new[] { ("PK\u0003\u0004", 30, 22), ("PK\u0001\u0002", 46, 24) })
        {
            for (var at = 0; file.AsSpan(at).IndexOf(Encoding.ASCII.GetBytes(mark)) is >= 0 and var found; at += found + 1)
            {
                if (file.AsSpan(at + found + name).StartsWith(Encoding.UTF8.GetBytes(part)))
                {
                    BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(at + found + said), size);
                }
            }
        }

        return file;
    }

    public byte[] Packed()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in _parts)
            {
                using var stream = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
                stream.Write(content);
            }
        }

        return bytes.ToArray();
    }
}
