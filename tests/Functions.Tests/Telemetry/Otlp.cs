using System.Buffers.Binary;
using System.Text;

namespace Hsvo.Functions.Tests.Telemetry;

/// <summary>A step of a trace.</summary>
public sealed record Span(string Service, string Source, string Trace, string Id, string Parent, string Name, IReadOnlyDictionary<string, string> Tags);

/// <summary>A metric: the tags of each of its series.</summary>
public sealed record Metric(string Source, string Name, string Unit, IReadOnlyList<IReadOnlyDictionary<string, string>> Series);

/// <summary>As much of OTLP's messages as the tests ask for, read by the field numbers of opentelemetry-proto 1.</summary>
internal static class Otlp
{
    // A gauge and a sum have their tags in field 7 of each point, a histogram in field 9.
    private static readonly (int Field, int Tags)[] Kinds = [(5, 7), (7, 7), (9, 9)];

    public static IEnumerable<Span> Spans(byte[] request) =>
        from resource in Messages(request, 1)
        let service = Tags(Messages(resource, 1).Single(), 1).GetValueOrDefault("service.name", "")
        from scope in Messages(resource, 2)
        let source = Text(Messages(scope, 1).Single(), 1)
        from span in Messages(scope, 2)
        select new Span(service, source, Hex(span, 1), Hex(span, 2), Hex(span, 4), Text(span, 5), Tags(span, 9));

    public static IEnumerable<Metric> Metrics(byte[] request) =>
        from resource in Messages(request, 1)
        from scope in Messages(resource, 2)
        let source = Text(Messages(scope, 1).Single(), 1)
        from metric in Messages(scope, 2)
        select new Metric(source, Text(metric, 1), Text(metric, 3), [.. Kinds.SelectMany(k => Messages(metric, k.Field).SelectMany(d => Messages(d, 1)).Select(p => Tags(p, k.Tags)))]);

    // An attribute is a key and a value, which is a text, a yes or no, or a whole number.
    private static Dictionary<string, string> Tags(byte[] message, int field) => Messages(message, field).ToDictionary(
        a => Text(a, 1), a => Messages(a, 2).SelectMany(Fields).Select(v => v.Number == 1 ? Encoding.UTF8.GetString(v.Content) : $"{v.Value}").FirstOrDefault(""));

    private static string Text(byte[] message, int field) => Encoding.UTF8.GetString(Messages(message, field).FirstOrDefault([]));

    private static string Hex(byte[] message, int field) => Convert.ToHexStringLower(Messages(message, field).FirstOrDefault([]));

    private static IEnumerable<byte[]> Messages(byte[] message, int field) => Fields(message).Where(f => f.Number == field).Select(f => f.Content);

    private static IEnumerable<(int Number, byte[] Content, ulong Value)> Fields(byte[] message)
    {
        for (var at = 0; at < message.Length;)
        {
            var key = Varint(message, ref at);
            var number = (int)(key >> 3);
            switch (key & 7)
            {
                case 0:
                    yield return (number, [], Varint(message, ref at));
                    break;
                case 1:
                    yield return (number, [], BinaryPrimitives.ReadUInt64LittleEndian(message.AsSpan(at)));
                    at += 8;
                    break;
                case 2:
                    var length = (int)Varint(message, ref at);
                    yield return (number, message[at..(at + length)], 0);
                    at += length;
                    break;
                case 5:
                    yield return (number, [], BinaryPrimitives.ReadUInt32LittleEndian(message.AsSpan(at)));
                    at += 4;
                    break;
                default:
                    throw new InvalidDataException($"No wire type of protobuf: {key & 7}.");
            }
        }
    }

    private static ulong Varint(byte[] message, ref int at)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = message[at++];
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return value;
            }
        }
    }
}
