using System.Text.Json;
using Hsvo.TestKit;

namespace Hsvo.EndToEnd.Clients;

/// <summary>The feed's metadata, by a generator of typed clients that parses it on its own.</summary>
public sealed class OData2TsTests : IDisposable
{
    private static readonly string[] Sets =
    [
        "Plans", "FocusAreas", "Goals", "PriorityAreas", "Activities", "Indicators", "Departments", "Boards", "Meetings", "Rounds", "Reports", "CurrentReports",
        "StatusFeed", "MissingReports",
    ];

    private readonly string _folder = LocalApp.NewDataFolder();

    [Fact]
    public async Task A_typed_client_generated_from_the_metadata_compiles_and_knows_every_set()
    {
        // Arrange
        await using var app = await LocalApp.StartAsync();
        using var reader = app.Client("reader");
        var generator = await NpmClients.InstallAsync(NpmClients.OData2Ts);
        var compiler = await NpmClients.InstallAsync(NpmClients.TypeScript);
        Directory.CreateDirectory(_folder);
        Directory.CreateSymbolicLink(Path.Combine(_folder, "node_modules"), generator[..generator.IndexOf("@odata2ts", StringComparison.Ordinal)]);
        await WriteAsync("tsconfig.json", """
            {"compilerOptions":{"target":"es2022","module":"esnext","moduleResolution":"bundler","strict":true,"skipLibCheck":true,"noEmit":true},"include":["*.ts"]}
            """);

        // What doesn't stand in the generated service doesn't compile.
        await WriteAsync("dashboard.ts", $$"""
            import { HsvoService } from "./gen/HsvoService";
            export const sets: (keyof HsvoService<any>)[] = {{JsonSerializer.Serialize(Sets)}};
            export const read = (service: HsvoService<any>) =>
              service.StatusFeed().query((q, node) => q.select("text", "statusName", "coverage").filter(node.level.eq(1), node.isCurrentRound.isTrue()).top(5));
            """);

        // Act
        await WriteAsync("metadata.xml", await reader.GetStringAsync(new Uri("odata/$metadata", UriKind.Relative)));
        await NpmClients.RunAsync(_folder, NothingMore, generator, "-s", "metadata.xml", "-o", "gen", "-m", "service", "-e", "ts", "-n", "Hsvo");
        var complaints = await NpmClients.RunAsync(_folder, NothingMore, compiler, "--project", ".");

        // Assert
        Assert.Empty(complaints);
        var generated = await File.ReadAllTextAsync(Path.Combine(_folder, "gen", "HsvoService.ts"));
        Assert.All(Sets, set => Assert.Contains($"\"{set}\"", generated, StringComparison.Ordinal));
    }

    public void Dispose()
    {
        File.Delete(Path.Combine(_folder, "node_modules"));
        Directory.Delete(_folder, recursive: true);
    }

    private static Dictionary<string, string> NothingMore => [];

    private Task WriteAsync(string file, string text) => File.WriteAllTextAsync(Path.Combine(_folder, file), text);
}
