using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Hsvo.Contracts.Api;

namespace Hsvo.Contracts.Tests;

/// <summary>The published JSON, name by name and in order, as the files in Approved have it: to change one is to change it for every client.</summary>
public sealed class PublishedShapeTests
{
    // What is not there is null in our own API and in the feed, and left out in Power BI's shape, as the doors write it.
    private static readonly JsonSerializerOptions Api = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        WriteIndented = true,
        NewLine = "\n",
    };

    private static readonly JsonSerializerOptions PowerBI = new(Api) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private static readonly Dictionary<string, object> Samples = ApiSamples.All.Concat(PowerBISamples.All).Concat(ODataSamples.All).ToDictionary();

    public static TheoryData<string> Names => [.. Samples.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_shape_is_as_it_was_approved(string name)
    {
        var approved = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Approved", $"{name}.json"));

        Assert.Equal(approved, Write(name) + "\n");
    }

    [Fact]
    public void No_approved_file_is_left_over()
    {
        var files = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Approved")).Select(Path.GetFileNameWithoutExtension);

        Assert.Equal(Samples.Keys.Order(StringComparer.Ordinal), files.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_published_type_is_in_a_sample()
    {
        HashSet<Type> seen = [];
        foreach (var sample in Samples.Values)
        {
            Collect(sample.GetType(), seen);
        }

        var published = typeof(ProblemDocument).Assembly.GetExportedTypes();

        Assert.Equal([], published.Where(t => !seen.Contains(t)).Select(t => t.FullName!));
    }

    [Fact]
    public void The_context_stands_first_wherever_it_stands()
    {
        Assert.All(Samples.Keys.Where(n => Write(n).Contains("\"@odata.context\"", StringComparison.Ordinal)), name =>
        {
            using var json = JsonDocument.Parse(Write(name));
            Assert.Equal("@odata.context", json.RootElement.EnumerateObject().First().Name);
        });
    }

    [Fact]
    public void Power_BIs_shapes_hold_no_null() =>
        Assert.All(PowerBISamples.All.Keys, name => Assert.DoesNotContain("null", Write(name), StringComparison.Ordinal));

    private static string Write(string name) => JsonSerializer.Serialize(Samples[name], name.StartsWith("PowerBI.", StringComparison.Ordinal) ? PowerBI : Api);

    private static void Collect(Type type, HashSet<Type> seen)
    {
        // Of another list the items are new, though the list isn't.
        foreach (var item in type.GetGenericArguments())
        {
            Collect(item, seen);
        }

        if (!seen.Add(type.IsGenericType ? type.GetGenericTypeDefinition() : type))
        {
            return;
        }

        if (type.BaseType is { } above && above.Assembly == typeof(ProblemDocument).Assembly)
        {
            Collect(above, seen);
        }

        var properties = type.Assembly == typeof(ProblemDocument).Assembly
            ? type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(p => p.PropertyType) : [];
        foreach (var below in properties)
        {
            foreach (var single in below.IsGenericType ? below.GetGenericArguments() : [below])
            {
                Collect(single, seen);
            }
        }
    }
}
