using System.Text;
using System.Text.RegularExpressions;
using Hsvo.LocalHost.Azurite;

namespace Hsvo.Functions.Tests;

/// <summary>The requests in tests/http/ do what they say they do.</summary>
[Collection(RunningApp.Collection)]
public sealed partial class HttpFileTests(RunningApp app)
{
    [Theory]
    [InlineData("api.http")]
    [InlineData("powerbi.http")]
    [InlineData("odata.http")]
    [InlineData("pages.http")]
    public async Task Every_request_in_the_file_gets_the_status_it_expects(string file)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(RepositoryFolder.Root, "tests", "http", file));
        var blocks = text.Split("### ");
        var variables = Variable().Matches(blocks[0]).ToDictionary(v => v.Groups["name"].Value, v => v.Groups["value"].Value);

        Assert.True(blocks.Length > 5);
        foreach (var block in blocks[1..])
        {
            await RunAsync(Placeholder().Replace(block, p => ValueOf(p.Groups["name"].Value, variables)));
        }
    }

    private static string ValueOf(string name, Dictionary<string, string> variables) => name switch
    {
        // The test's own app and its callers, instead of an address and tokens.
        "host" => "",
        "reader" or "reporter" or "coordinator" or "auditor" => name,
        _ => variables[name],
    };

    private async Task RunAsync(string block)
    {
        var halves = block.Split("\n\n", 2);
        var lines = halves[0].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var expected = lines[1]["# expects ".Length..].Split(" or ").Select(int.Parse);
        var (method, path) = lines[2].Split(' ', 2) is [var m, var p] ? (m, p) : throw new FormatException(lines[2]);
        var headers = lines[3..].Select(l => l.Split(": ", 2)).ToDictionary(h => h[0], h => h[1]);
        using var request = new HttpRequestMessage(new(method), path);
        if (headers.TryGetValue("Content-Type", out var type))
        {
            request.Content = halves[1].StartsWith("< ./", StringComparison.Ordinal)
                ? new ByteArrayContent(await File.ReadAllBytesAsync(Path.Combine(RepositoryFolder.Root, "tests", "http", halves[1].Trim()[4..]))) { Headers = { { "Content-Type", type } } }
                : new StringContent(halves[1], Encoding.UTF8, type);
        }

        foreach (var (name, value) in headers.Where(h => h.Key is not ("Authorization" or "Content-Type")))
        {
            request.Headers.Add(name, value);
        }

        using var answer = await ClientOf(headers.GetValueOrDefault("Authorization")).SendAsync(request);

        Assert.True(expected.Contains((int)answer.StatusCode), $"{lines[0]}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }

    private HttpClient ClientOf(string? authorization) => authorization switch
    {
        null => app.Nobody,
        "Bearer reporter" => app.ReporterOf("ubn"),
        "Bearer coordinator" => app.Coordinator,
        "Bearer reader" => app.Reader,
        "Bearer auditor" => app.Auditor,
        _ => throw new FormatException(authorization),
    };

    [GeneratedRegex(@"^@(?<name>\w+) = (?<value>.+)$", RegexOptions.Multiline)]
    private static partial Regex Variable();

    [GeneratedRegex(@"\{\{(?<name>\w+)\}\}")]
    private static partial Regex Placeholder();
}
