using System.Text.Json.Nodes;
using Hsvo.Functions.Http.Api.OpenApi;
using Microsoft.OpenApi;

namespace Hsvo.Functions.Tests.OpenApi;

/// <summary>The contract as an app with a public address serves it.</summary>
internal static class Published
{
    public const string Host = "https://hsvo.example.org";

    public static string Text { get; } =
        ContractDocument.Make(Host, new("Kontoret", "kontoret@example.org")).SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, CancellationToken.None).GetAwaiter().GetResult();

    public static ContractView Contract { get; } = new(JsonNode.Parse(Text)!.AsObject());
}
