using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Hsvo.Contracts.Api;
using Hsvo.TestKit;

namespace Hsvo.EndToEnd;

/// <summary>What a newcomer sees: the app with its own Azurite, nothing prepared but the install of the storage.</summary>
public sealed class FirstStartTests
{
    [Fact]
    public async Task A_first_start_fills_itself_with_a_marked_example_and_a_second_start_leaves_it_as_it_is()
    {
        // Arrange
        var folder = LocalApp.NewDataFolder();
        try
        {
            // Act
            StatusDocument first;
            await using (var app = await LocalApp.StartAsync(dataFolder: folder, arguments: ["--fresh"]))
            {
                await app.WaitForOutputAsync("Ctrl-C avslutar.");
                first = await StatusAsync(app);
                using var reader = app.Client("reader");
                using var paper = await reader.GetAsync(new Uri("hsvo/v1/meetings/2021-05/summary", UriKind.Relative));
                Assert.Equal(HttpStatusCode.OK, paper.StatusCode);
                Assert.Contains($"token --role reader --data \"{folder}\"", app.Output, StringComparison.Ordinal);
                Assert.Contains("2.3.5 Det sker en utveckling", app.Output, StringComparison.Ordinal);
                Assert.Equal(0, await app.StopAsync());
            }

            await using var again = await LocalApp.StartAsync(dataFolder: folder, arguments: ["--port", "0"]);
            await again.WaitForOutputAsync("Ctrl-C avslutar.");
            var second = await StatusAsync(again);

            // Assert
            Assert.True(first.IsExample);
            Assert.True(first.Meeting!.IsExample);
            Assert.Equal(3, first.FocusAreas.Count);
            Assert.Equal(12, first.FocusAreas.Sum(f => f.Children.Count));
            Assert.Equal(51, first.FocusAreas.Sum(f => f.Reporting.Reported + f.Reporting.NotApplicable));
            Assert.DoesNotContain("svar sparade", again.Output, StringComparison.Ordinal);
            Assert.Equal(first.FocusAreas.Select(f => f.Coverage), second.FocusAreas.Select(f => f.Coverage));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task The_example_is_neither_green_by_silence_nor_red_by_calendar()
    {
        // Arrange
        await using var app = await LocalApp.StartAsync(arguments: ["--fresh"]);
        await app.WaitForOutputAsync("Ctrl-C avslutar.");

        // Act
        var goals = (await StatusAsync(app)).FocusAreas.SelectMany(f => f.Children).ToDictionary(g => g.Id);

        // Assert: ja and nej stand side by side, and one finished row of many doesn't finish the goal.
        Assert.Equal("onTrack", goals["2.2.3"].Status);
        Assert.True(goals["2.2.3"].Coverage.Answered < goals["2.2.3"].Coverage.Owed);
        Assert.Equal("differ", Row(goals["2.2.3"], "2.2.3.i4").Agreement);
        Assert.Equal("notStarted", Row(goals["2.2.3"], "2.2.3.i4").Status);

        // A nej that nobody assessed says nothing of how it goes, and nobody's silence is red.
        Assert.Null(Row(goals["2.3.1"], "2.3.1.i6").Status);
        Assert.Equal("onTrack", goals["2.3.1"].Status);
        Assert.All(goals.Values, g => Assert.NotEqual("overdue", g.Status));
        Assert.All(goals.Values, g => Assert.NotEqual("completed", g.Status));
    }

    [Fact]
    public async Task The_first_page_opens_in_the_local_run_and_the_doors_ask_for_a_token()
    {
        // Arrange
        await using var app = await LocalApp.StartAsync();
        using var nobody = app.Client();

        // Act
        var page = await nobody.GetStringAsync(new Uri("/", UriKind.Relative));
        using var door = await nobody.GetAsync(new Uri("hsvo/v1/status?plan=hsvo-2021", UriKind.Relative));

        // Assert
        Assert.Contains("<html lang=\"sv\">", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, door.StatusCode);
    }

    [Fact]
    public async Task The_local_settings_say_everything_once()
    {
        var file = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "local.settings.json"));

        using var settings = JsonDocument.Parse(file, new JsonDocumentOptions { AllowDuplicateProperties = false });

        Assert.True(settings.RootElement.GetProperty("Values").TryGetProperty("AzureWebJobsDisableHomepage", out _));
    }

    private static StatusNode Row(StatusNode goal, string id) =>
        goal.Id == id ? goal : goal.Children.Where(c => c.Id == id).Concat(goal.Children.SelectMany(Descend)).First(n => n.Id == id);

    private static IEnumerable<StatusNode> Descend(StatusNode node) => node.Children.Concat(node.Children.SelectMany(Descend));

    private static async Task<StatusDocument> StatusAsync(LocalApp app)
    {
        using var reader = app.Client("reader");
        return (await reader.GetFromJsonAsync<StatusDocument>("hsvo/v1/status?plan=hsvo-2021&round=2021-05"))!;
    }
}
