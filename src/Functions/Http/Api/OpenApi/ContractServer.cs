using Microsoft.OpenApi;

namespace Hsvo.Functions.Http.Api.OpenApi;

/// <summary>The server that the contract names. The profile allows https alone (SAK.01), and what is served over http is a local run.</summary>
internal static class ContractServer
{
    /// <summary>The address that clients reach the app by, when it is https; else a template that says that this run has none.</summary>
    /// <param name="host">What addresses begin with, without a slash at their end.</param>
    public static OpenApiServer Of(string host) => host.StartsWith(Uri.UriSchemeHttps + ':', StringComparison.OrdinalIgnoreCase)
        ? new() { Url = $"{host}/{ContractOperation.Root}", Description = Bilingual.Line("Den publika adressen", "The public address") }
        : new()
        {
            Url = $"https://{{host}}/{ContractOperation.Root}",
            Description = Bilingual.Line(
                "En lokal körning utan publik adress (inställningen PublicBaseAddress)", "A local run without a public address (the setting PublicBaseAddress)"),
            Variables = new Dictionary<string, OpenApiServerVariable>(StringComparer.Ordinal)
            {
                ["host"] = new() { Default = new Uri(host).Host, Description = Bilingual.Line("Värdens namn", "The host's name") },
            },
        };
}
