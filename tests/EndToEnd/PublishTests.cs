using System.Diagnostics;
using Hsvo.LocalHost.Azurite;

namespace Hsvo.EndToEnd;

/// <summary>Development tokens and stand-ins must never reach Azure.</summary>
public sealed class PublishTests
{
    [Theory]
    [InlineData("publish", "-p:AzurePackages=StandIn", "--no-build")]
    [InlineData("msbuild", "-t:Publish", "-p:NoBuild=true")]
    public async Task Publishing_the_stand_ins_fails_with_one_clear_line(string command, params string[] options)
    {
        // Act
        var start = new ProcessStartInfo("dotnet", [command, Path.Combine(RepositoryFolder.Root, "src", "Functions"), .. options])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        // Assert
        Assert.NotEqual(0, process.ExitCode);
        var error = Assert.Single(output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => l.Contains("error", StringComparison.Ordinal)).DistinctBy(l => l.Trim()));
        Assert.Contains("Refusing to publish the StandIn flavour", error, StringComparison.Ordinal);
    }
}
