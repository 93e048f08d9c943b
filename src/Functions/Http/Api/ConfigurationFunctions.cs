using System.Globalization;
using Hsvo.Contracts.Api;
using Hsvo.Domain.Areas;
using Hsvo.Domain.Meetings;
using Hsvo.Functions.Mapping;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Http.Api;

/// <summary>Shows what the office has settled for its area, and lets it settle it anew.</summary>
/// <param name="configuration">The use case.</param>
public sealed class ConfigurationFunctions(SetConfiguration configuration)
{
    private const string ConfigurationRoute = "hsvo/v1/configuration";
    private const int MaxMonths = 12;

    private static readonly Refusal Refused = new("configuration.invalid", "Inställningarna har inte sparats.", "The configuration was not stored.");

    private static readonly Failure VersionNeeded = new(FailureKind.Malformed, "ifMatch.required",
        "Säg vilken version du ändrar: If-Match med ETag ur GET /hsvo/v1/configuration.", "Say which version you change: If-Match with the ETag of GET /hsvo/v1/configuration.")
    {
        Faults = [new("ifMatch.required", "If-Match", "Skicka versionen inom citattecken, till exempel \"3\".", "Send the version in quotes, \"3\" for one.")],
    };

    /// <summary><c>GET /hsvo/v1/configuration</c>: the newest version; its ETag is the version.</summary>
    [Function("GetConfiguration")]
    [Access(Access.Read)]
    [Operation(
        "Visar vad det samordnande kontoret har bestämt för området. ETag är versionen.",
        "Shows what the coordinating office has settled for the area. The ETag is the version.",
        Answer = typeof(ConfigurationDocument), HasTag = true)]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ConfigurationRoute)] HttpRequest request, CancellationToken cancellationToken) =>
        Answer(request, await configuration.ReadAsync(cancellationToken));

    /// <summary><c>GET /hsvo/v1/configuration/versions</c>: every version as it was, the newest first.</summary>
    [Function("ListConfigurationVersions")]
    [Access(Access.Read)]
    [Operation(
        "Listar inställningarnas alla versioner, den nyaste först.",
        "Lists every version of the configuration, the newest first.",
        Answer = typeof(ConfigurationVersions))]
    public async Task<IResult> ListVersionsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ConfigurationRoute + "/versions")] HttpRequest request, CancellationToken cancellationToken) =>
        Results.Json(new ConfigurationVersions([.. (await configuration.ListVersionsAsync(cancellationToken)).Select(ConfigurationMapping.ToDocument)]), Json.Api);

    /// <summary>
    /// <c>PUT /hsvo/v1/configuration</c> with all settings and <c>If-Match: "3"</c>: a new version. 412 when another one holds by now, 428 when none is said.
    /// </summary>
    [Function("SetConfiguration")]
    [Access(Access.Coordinate)]
    [Operation(
        "Bestämmer områdets inställningar, alla på en gång. If-Match säger vilken version som ändras.",
        "Settles the area's configuration, all of it at once. If-Match says which version is changed.",
        Body = typeof(SettingsDocument), Answer = typeof(ConfigurationDocument), HasTag = true, Headers = ["If-Match"], Refuses = [409, 412, 428])]
    public async Task<IResult> SetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = ConfigurationRoute)] HttpRequest request, CancellationToken cancellationToken)
    {
        if (!(await SmallBody.ReadAsync(request, Refused, ReadSettings, cancellationToken)).Succeeded(out var settings, out var failure))
        {
            return FailureResult.Of(failure);
        }

        if (request.Headers.IfMatch.Count == 0)
        {
            return FailureResult.Of(VersionNeeded, StatusCodes.Status428PreconditionRequired);
        }

        return (await configuration.HandleAsync(request.Caller(), settings, VersionsIn(request), cancellationToken)).Succeeded(out var set, out failure)
            ? Answer(request, set)
            : FailureResult.Of(failure);
    }

    private static IResult Answer(HttpRequest request, AreaConfiguration configuration)
    {
        request.HttpContext.Response.GetTypedHeaders().ETag = new(string.Create(CultureInfo.InvariantCulture, $"\"{configuration.Version}\""));
        return Results.Json(ConfigurationMapping.ToDocument(configuration), Json.Api);
    }

    // A tag of another form, "*" too, is the version of nothing: who settles it must have read it.
    private static HashSet<int> VersionsIn(HttpRequest request) =>
        [.. request.GetTypedHeaders().IfMatch.Where(t => !t.IsWeak)
            .Select(t => int.TryParse(t.Tag.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : -1)];

    private static AreaSettings ReadSettings(JsonFields fields) => new()
    {
        Days = fields.NeededObject("days", d => new MeetingDays(d.NeededWhole("opens"), d.NeededWhole("due"), d.NeededWhole("seals"))) ?? MeetingDays.Default,
        OrdinaryMonths = fields.NeededWholes("ordinaryMonths", MaxMonths),
        WarningDays = fields.NeededWhole("warningDays"),
        SmallNumberThreshold = fields.NeededWhole("smallNumberThreshold"),
        Monthly = fields.NeededObject("monthly", m => new MonthlyRounds(m.NeededWhole("dueDay"), m.NeededBool("isConfirmed"))) ?? new(1, IsConfirmed: false),
        Responsibilities = fields.NeededRows("responsibilities", SetConfiguration.MaxResponsibilities, row => new Responsibility(
            row.NeededText("plan"), row.Text("body"), row.Text("indicator"), row.NeededTexts("departments", SetConfiguration.MaxResponsibilities),
            row.NeededBool("isConfirmed"))),
    };
}
