using System.Globalization;
using System.Text.Json.Nodes;
using Hsvo.Contracts.Api;
using Hsvo.UseCases;
using Microsoft.OpenApi;

namespace Hsvo.Functions.Http.Api.OpenApi;

/// <summary>
/// The published contract of our own API: an OpenAPI document made from the functions that serve, by DIGG's national REST API profile. It is about
/// <c>/hsvo/v1</c>; neither the document itself nor its page is among its paths, since the profile has no dot in a resource's name and wants JSON.
/// </summary>
internal static class ContractDocument
{
    private const string SignIn = "entraId";
    private const string JsonType = "application/json";
    private const string ProblemType = "application/problem+json";

    private static readonly string[] Roles = [.. Enum.GetValues<Role>().Select(Callers.NameOf)];

    /// <summary>Makes the document.</summary>
    /// <param name="host">The address that the app is reached by, without a slash at its end.</param>
    /// <param name="identity">Whom to ask about it.</param>
    public static OpenApiDocument Make(string host, ContractIdentity identity)
    {
        var document = new OpenApiDocument
        {
            Info = Info(host, identity),
            Servers = [ContractServer.Of(host)],
            ExternalDocs = new()
            {
                Description = Bilingual.Line("Kontraktet att läsa: villkor, servicenivå, begränsningar och felkoder", "The contract to read: terms, service level (SLA), limits and error codes"),
                Url = new($"{host}/{ContractOperation.Root}/documentation"),
            },
            Components = new(),
            Paths = [],
            Security = [],
        };
        document.AddComponent(SignIn, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            BearerFormat = "JWT",
            Description = Bilingual.Lines(
                "En token från Microsoft Entra ID för den här appen, med någon av rollerna " + string.Join(", ", Roles) + ".",
                "A token of Microsoft Entra ID for this app, with one of the roles " + string.Join(", ", Roles) + "."),
        });
        document.Security.Add(Required(document));
        AddPaths(document);
        return document;
    }

    private static OpenApiInfo Info(string host, ContractIdentity identity) => new()
    {
        Title = ContractIdentity.Name,
        Version = ContractIdentity.Version,
        Summary = Bilingual.Line("Uppföljning av gemensamma planer för hälsa, stöd, vård och omsorg", "Follow-up of joint plans for health, support and care"),
        Description = ContractTexts.Description,
        TermsOfService = new($"{host}/{ContractOperation.Root}/documentation#villkor"),
        Contact = new() { Name = identity.ContactName, Email = identity.ContactEmail, Url = new($"{host}/") },
        License = new() { Name = "MIT", Url = new("https://opensource.org/license/mit") },
        Extensions = new Dictionary<string, IOpenApiExtension>(StringComparer.Ordinal)
        {
            ["x-sla"] = new JsonNodeExtension(new JsonObject
            {
                ["availability"] = ContractTexts.Availability,
                ["responseTime"] = ContractTexts.ResponseTime,
                ["support"] = ContractTexts.Support(identity),
            }),
            ["x-limitations"] = new JsonNodeExtension(new JsonArray([.. ContractTexts.Limitations.Select(l => JsonValue.Create(Bilingual.Line(l.Swedish, l.English)))])),
            ["x-errors"] = new JsonNodeExtension(new JsonArray([.. ErrorCatalogue.All.Select(ToNode)])),
        },
    };

    private static JsonNode ToNode(ErrorCode error) => new JsonObject { ["code"] = error.Code, ["sv"] = error.Swedish, ["en"] = error.English };

    private static void AddPaths(OpenApiDocument document)
    {
        var schemas = new ContractSchemas(document);
        var problem = schemas.OfAnswer(typeof(ProblemDocument));
        foreach (var status in ContractOperation.All.SelectMany(o => o.Refusals).Distinct().Order())
        {
            document.AddComponent(NameOf(status), Refusal(status, problem));
        }

        // Answers before bodies: a shape that is both has every property.
        var answers = ContractOperation.All.Where(o => o.Says.Answer is not null).ToDictionary(o => o, o => schemas.OfAnswer(o.Says.Answer!));
        foreach (var path in ContractOperation.All.GroupBy(o => o.Path, StringComparer.Ordinal))
        {
            var resource = path.Key.Split('/')[1];
            var item = new OpenApiPathItem { Summary = string.Join(", ", path.Select(o => o.Method.Method)) + $" {path.Key}" };
            foreach (var operation in path)
            {
                item.AddOperation(operation.Method, Operation(document, operation, resource, schemas, answers.GetValueOrDefault(operation)));
            }

            document.Paths.Add(path.Key, item);
        }
    }

    private static OpenApiOperation Operation(
        OpenApiDocument document, ContractOperation operation, string resource, ContractSchemas schemas, IOpenApiSchema? answer)
    {
        var says = operation.Says;
        var (swedish, english) = RolesOf(operation);
        document.Tags ??= new HashSet<OpenApiTag>();
        document.Tags.Add(new() { Name = resource });
        return new()
        {
            OperationId = char.ToLowerInvariant(operation.Function[0]) + operation.Function[1..],
            Tags = new HashSet<OpenApiTagReference> { new(resource, document) },
            Summary = Bilingual.Line(Bilingual.FirstSentence(says.Swedish), Bilingual.FirstSentence(says.English)),
            Description = Bilingual.Lines($"{says.Swedish} {swedish}", $"{says.English} {english}"),
            Parameters = [.. ContractParameters.Of(operation)],
            RequestBody = says.Body is { } body
                ? new OpenApiRequestBody
                {
                    Required = true,
                    Description = Bilingual.Line("JSON i UTF-8, okomprimerat", "JSON in UTF-8, uncompressed"),
                    Content = Content(schemas.OfBody(body), ContractExamples.BodyOf(operation.Function), says.OtherBodies),
                }
                : File(says.BinaryBody),
            Responses = Responses(document, operation, answer),
            Security = operation.Access == Access.Open ? [] : [Required(document)],
        };
    }

    private static OpenApiRequestBody? File(string? type) => type is null
        ? null
        : new()
        {
            Required = true,
            Description = Bilingual.Line("Filen som den är, okomprimerad", "The file as it is, uncompressed"),
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { [type] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } } },
        };

    private static OpenApiResponses Responses(OpenApiDocument document, ContractOperation operation, IOpenApiSchema? answer)
    {
        var responses = new OpenApiResponses();
        foreach (var status in Successes(operation.Says))
        {
            responses.Add(Text(status), new OpenApiResponse
            {
                Description = ContractStatuses.Describe(status),
                Headers = HeadersOf(status, operation.Says),
                Content = answer is not null && status != 304 ? Content(answer, ContractExamples.AnswerOf(operation.Function), operation.Says.OtherTypes) : null,
            });
        }

        foreach (var status in operation.Refusals)
        {
            responses.Add(Text(status), new OpenApiResponseReference(NameOf(status), document));
        }

        return responses;
    }

    private static IEnumerable<int> Successes(OperationAttribute says)
    {
        yield return says.Answer is null ? 204 : 200;
        if (says.Creates)
        {
            yield return 201;
        }

        if (says.IsConditional)
        {
            yield return 304;
        }
    }

    private static OpenApiResponse Refusal(int status, IOpenApiSchema problem) => new()
    {
        Description = ContractStatuses.Describe(status),
        Headers = HeadersOf(status, says: null),
        Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { [ProblemType] = MediaType(problem, ContractExamples.ProblemOf(status)) },
    };

    private static Dictionary<string, OpenApiMediaType> Content(IOpenApiSchema schema, JsonNode? example, IEnumerable<string> otherTypes)
    {
        var content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { [JsonType] = MediaType(schema, example) };
        foreach (var type in otherTypes)
        {
            content[type] = new OpenApiMediaType();
        }

        return content;
    }

    private static OpenApiMediaType MediaType(IOpenApiSchema schema, JsonNode? example) => new()
    {
        Schema = schema,
        Examples = example is null
            ? null
            : new Dictionary<string, IOpenApiExample>(StringComparer.Ordinal)
            {
                ["real"] = new OpenApiExample { Summary = Bilingual.Line("Ur en körning, med listor avkortade", "From a run, with lists cut short"), Value = example },
            },
    };

    private static Dictionary<string, IOpenApiHeader> HeadersOf(int status, OperationAttribute? says)
    {
        var headers = new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal)
        {
            ["traceparent"] = Header("Spåret som anropet hör till (W3C Trace Context).", "The trace that the call belongs to (W3C Trace Context)."),
            ["RequestId"] = Header("Anropets id: uppge det när du anmäler ett fel.", "The call's id: give it when you report a fault."),
        };
        if (says is { HasTag: true } or { IsConditional: true } && status is 200 or 201 or 304)
        {
            headers["ETag"] = Header("Versionen som svaret visar.", "The version that the answer shows.");
        }

        if (status == 201)
        {
            headers["Location"] = Header("Var det nya finns, där det har en egen adress.", "Where the new thing is, if it has an address of its own.");
        }

        if (status == 401)
        {
            headers["WWW-Authenticate"] = Header("Var man loggar in.", "Where to sign in.");
        }

        if (status is 429 or 503)
        {
            headers["Retry-After"] = Header("Sekunder att vänta.", "Seconds to wait.");
        }

        return headers;
    }

    private static OpenApiHeader Header(string swedish, string english) =>
        new() { Description = Bilingual.Line(swedish, english), Schema = new OpenApiSchema { Type = JsonSchemaType.String } };

    private static OpenApiSecurityRequirement Required(OpenApiDocument document) => new() { [new(SignIn, document)] = [] };

    private static (string Swedish, string English) RolesOf(ContractOperation operation)
    {
        if (operation.Access == Access.Open)
        {
            return ("Öppen utan inloggning.", "Open without sign-in.");
        }

        var roles = string.Join(", ", AccessPolicy.RolesOf(operation.Function).Select(Callers.NameOf));
        return ($"Roller: {roles}.", $"Roles: {roles}.");
    }

    private static string NameOf(int status) => $"problem{Text(status)}";

    private static string Text(int status) => status.ToString(CultureInfo.InvariantCulture);
}
