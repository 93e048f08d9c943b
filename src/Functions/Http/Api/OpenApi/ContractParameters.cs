using System.Text.Json.Nodes;
using Hsvo.Domain.Reports;
using Hsvo.Functions.Mapping;
using Hsvo.UseCases;
using Microsoft.OpenApi;

namespace Hsvo.Functions.Http.Api.OpenApi;

/// <summary>
/// What path parameters, query options and request headers mean. A name means the same wherever it stands, so that it is described once; a function that
/// takes another adds its line here, and one whose option takes more a line with its name in front.
/// </summary>
internal static class ContractParameters
{
    private static readonly Dictionary<string, Described> Path = new(StringComparer.Ordinal)
    {
        ["plan"] = Text("Planens id.", "The plan's id.", "hsvo-2021"),
        ["round"] = Text("Omgångens id.", "The round's id.", "2021-05"),
        ["indicator"] = Text("Indikatorns id.", "The indicator's id.", "2.1.1.i3"),
        ["department"] = Text("Förvaltningens id.", "The department's id.", "amn"),
        ["meetingId"] = Text("Mötets id.", "The meeting's id.", "2021-05"),
        ["version"] = Text("Utgåvans id: sealed, eller den preliminära utgåvans.", "The edition's id: sealed, or a preliminary one's.", "sealed"),
        ["file"] = Text("Filens namn.", "The file's name.", "sammanstallning.html"),
        ["auditYear"] = Text("Året, i Stockholm.", "The year, in Stockholm.", "2021"),
        ["receiver"] = Text("Mottagarens namn.", "The receiver's name.", "kanal"),
        ["proposalId"] = Text("Förslagets id.", "The proposal's id.", "amn-2019.1"),
    };

    private static readonly Dictionary<string, Described> Query = new(StringComparer.Ordinal)
    {
        ["plan"] = Text("Planens id.", "The plan's id.", "hsvo-2021"),
        ["round"] = Text("Omgångens id; utan den gäller planens pågående omgång.", "The round's id; the plan's current round without it.", "2021-05"),
        ["department"] = Text("Förvaltningens id.", "The department's id.", "amn"),
        ["format"] = new("json, eller csv för ett kalkylblad.", "json, or csv for a spreadsheet.",
            new() { Type = JsonSchemaType.String, Enum = [JsonValue.Create("json"), JsonValue.Create("csv")], Default = "json" }, "csv"),
        ["GetAnswerSheet.format"] = new("json, eller xlsx eller csv för ett kalkylblad att fylla i.", "json, or xlsx or csv for a spreadsheet to fill in.",
            new() { Type = JsonSchemaType.String, Enum = [JsonValue.Create("json"), JsonValue.Create("xlsx"), JsonValue.Create("csv")], Default = "json" }, "xlsx"),
        [AsOfQuery.Name] = Text("Som det var känt då: en dag i Stockholm (hela dagen räknas) eller en tid med zon (RFC 3339).",
            "As it was known then: a day in Stockholm, the whole of it, or a time with its zone (RFC 3339).", "2021-05-03T08:00:00Z"),
        ["changedSince"] = new("Bara det som har ändrats sedan dess: värdet next ur förra svaret.", "Only what was changed since: the value next of the last answer.",
            new() { Type = JsonSchemaType.String, Format = "date-time" }, "2021-05-03T08:00:00Z"),
        ["version"] = new("Planens version; utan den gäller den nyaste.", "The plan's version; the newest without it.", new() { Type = JsonSchemaType.Integer, Minimum = "1" }, 1),
        ["year"] = new("Året, 2000–2099.", "The year, 2000 to 2099.", new() { Type = JsonSchemaType.Integer, Minimum = "2000", Maximum = "2099" }, 2022),
        ["previous"] = Text("Planen som den nya går vidare från; utan den gäller verksamhetsplanen för året före.",
            "The plan that the new one goes on from; the yearly plan before it without it.", "nsu-2019"),
        ["from"] = new("Första dagen, i Stockholm.", "The first day, in Stockholm.", new() { Type = JsonSchemaType.String, Format = "date" }, "2021-05-01"),
        ["to"] = new("Sista dagen, i Stockholm; hela dagen räknas.", "The last day, in Stockholm, the whole of it.", new() { Type = JsonSchemaType.String, Format = "date" }, "2021-05-31"),
        ["who"] = Text("Objekt-id för den person eller det system som frågan gäller; med @ och tenantens id för en annan tenant än den egna.",
            "The object id of the person or system; with @ and the tenant's id for another tenant than the home one.", "00000000-0000-4000-8000-000000000002"),
        ["door"] = new("Vägen in.", "The door.",
            new() { Type = JsonSchemaType.String, Enum = [.. Enum.GetValues<Door>().Select(d => JsonValue.Create(d.ToName()))] }, "powerBI"),
        ["outcome"] = new("Bara det som sparades, eller bara det som nekades.", "Only what was stored, or only what was refused.",
            new() { Type = JsonSchemaType.String, Enum = [JsonValue.Create("stored"), JsonValue.Create("refused")] }, "refused"),
        ["limit"] = new("Så många poster som mest.", "So many entries at most.", new() { Type = JsonSchemaType.Integer, Minimum = "1", Maximum = "1000", Default = 20 }, 100),
        ["after"] = Text("De poster som följer: värdet next ur förra svaret.", "The entries that follow: the value next of the last answer.",
            "637556256000000000.0f1e2d3c4b5a69788796a5b4c3d2e1f0"),
        ["draft"] = new("true: svaren sparas som utkast, som inte räknas någonstans.", "true: the answers are kept as drafts, which count nowhere.",
            new() { Type = JsonSchemaType.Boolean, Default = false }, false),
        ["dryRun"] = new("true: allt prövas och inget sparas.", "true: everything is checked and nothing stored.", new() { Type = JsonSchemaType.Boolean, Default = false }, true),
    };

    private static readonly Dictionary<string, Described> Headers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["traceparent"] = new(
            "Anropets plats i ett spår, enligt W3C Trace Context. Svaret bär samma spår, i vårt eget steg.",
            "The call's place in a trace, by W3C Trace Context. The answer carries the same trace, in a step of our own.",
            new() { Type = JsonSchemaType.String, Pattern = "^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$" }, "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"),
        ["If-Match"] = Text("Den version du ändrar: ETag ur svaret du läste.", "The version that you change: the ETag of the answer you read.", "\"3\""),
        ["If-None-Match"] = Text("Det du redan har: ETag ur förra svaret. Med * i ett PUT: bara om det inte finns något svar än.",
            "What you have already: the ETag of the last answer. With * in a PUT: only if there is no answer yet.", "*"),
        [IdempotencyKeys.Header] = new(
            "En nyckel som du väljer för just detta innehåll. Skickas det igen med samma nyckel sparas inget två gånger.",
            "A key of your choice for just this body. Sent again with the same key, nothing is stored twice.",
            new() { Type = JsonSchemaType.String, MinLength = 1, MaxLength = SubmitReports.MaxIdempotencyKey }, "b9a1b0f2-2021-05-amn"),
        ["Accept"] = Text("Den form du helst vill ha: application/json, text/html eller Word.", "The form you would rather have: application/json, text/html or Word.",
            "application/json"),
    };

    /// <summary>Every parameter of an operation.</summary>
    public static IEnumerable<IOpenApiParameter> Of(ContractOperation operation) =>
    [
        .. operation.PathParameters.Select(n => Parameter(n, ParameterLocation.Path, Path, isRequired: true)),
        .. operation.Query.Select(n => Parameter(n, ParameterLocation.Query, Query, operation.Says.Needed.Contains(n), operation.Function)),
        .. operation.Says.Headers.Append("traceparent").Select(n => Parameter(n, ParameterLocation.Header, Headers, isRequired: false)),
    ];

    private static OpenApiParameter Parameter(string name, ParameterLocation place, Dictionary<string, Described> described, bool isRequired, string function = "") =>
        described.TryGetValue($"{function}.{name}", out var says) || described.TryGetValue(name, out says)
            ? new() { Name = name, In = place, Required = isRequired, Description = Bilingual.Lines(says.Swedish, says.English), Schema = says.Schema, Example = says.Example }
            : throw new InvalidOperationException($"The {place.ToString().ToLowerInvariant()} parameter '{name}' is not described: add a line to {nameof(ContractParameters)}.");

    private static Described Text(string swedish, string english, string example) => new(swedish, english, new() { Type = JsonSchemaType.String }, example);

    private sealed record Described(string Swedish, string English, OpenApiSchema Schema, JsonNode Example);
}
