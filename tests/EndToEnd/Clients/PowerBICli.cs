using System.Text.Json;
using Hsvo.TestKit;

namespace Hsvo.EndToEnd.Clients;

/// <summary>A person with pbicli, the command line client of Power BI's community, signed in with a development token.</summary>
internal sealed class PowerBICli : IDisposable
{
    private readonly LocalApp _app;
    private readonly string _home = LocalApp.NewDataFolder();

    public PowerBICli(LocalApp app, string role, string? department = null)
    {
        _app = app;
        var signedIn = Directory.CreateDirectory(Path.Combine(_home, ".powerbi-cli"));
        File.WriteAllText(Path.Combine(signedIn.FullName, "accessTokens.json"), JsonSerializer.Serialize(new
        {
            flow = 0,
            powerbi = new { accessToken = app.Token(role, department), tenant = "", expiresOn = 4102444800 },
        }));
    }

    /// <summary>Runs a command that prints JSON.</summary>
    public async Task<JsonElement> ReadAsync(params string[] command) => JsonDocument.Parse(await RunAsync(command)).RootElement;

    /// <summary>Runs a command.</summary>
    public async Task<string> RunAsync(params string[] command)
    {
        var script = await NpmClients.InstallAsync(NpmClients.PowerBICli);
        var environment = new Dictionary<string, string>
        {
            ["HOME"] = _home,
            ["HSVO_ADDRESS"] = _app.Address.GetLeftPart(UriPartial.Authority),
            ["PBICLI_CONSTS"] = Path.Combine(Path.GetDirectoryName(script)!, "lib", "consts.js"),
        };
        return await NpmClients.RunAsync(_home, environment, ["-r", NpmClients.PathOf("preload.cjs"), script, .. command]);
    }

    public void Dispose() => Directory.Delete(_home, recursive: true);
}
