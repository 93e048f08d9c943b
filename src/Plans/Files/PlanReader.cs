using System.Text.Json;
using System.Text.Json.Serialization;
using Hsvo.Domain.Plans;

namespace Hsvo.Plans.Files;

/// <summary>Reads a plan's data file strictly: what it doesn't know, finds twice or misses is a fault.</summary>
internal static class PlanReader
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>The plan in a data file.</summary>
    /// <exception cref="InvalidDataException">The file breaks a rule; the message lists every fault.</exception>
    public static Plan Read(string name, Stream stream)
    {
        var file = Parse<PlanFile>(name, stream);
        Refuse(name, PlanFileRules.Faults(file));
        var plan = PlanBuilder.Build(file);
        Refuse(name, PlanRules.FaultsOf(plan).Select(f => f.English));
        return plan;
    }

    private static void Refuse(string name, IEnumerable<string> faults)
    {
        if (string.Join("; ", faults) is { Length: > 0 } all)
        {
            throw new InvalidDataException($"{name}: {all}");
        }
    }

    /// <summary>The file's content, before its ids and references are checked.</summary>
    /// <exception cref="InvalidDataException">It isn't the JSON such a file is made of.</exception>
    public static T Parse<T>(string name, Stream stream)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(stream, Json) ?? throw new InvalidDataException($"{name}: null");
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException($"{name}: {fault.Message}", fault);
        }
    }
}
