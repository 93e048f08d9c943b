using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Hsvo.Contracts.Api;
using Microsoft.OpenApi;

namespace Hsvo.Functions.Http.Api.OpenApi;

/// <summary>
/// The published shapes as JSON schemas, from what the serializer itself knows of them. An answer has every property, null where nothing is there; in a
/// body that is never an answer, what may be null may be left out and nothing else may stand.
/// </summary>
/// <param name="document">Gets the schemas.</param>
internal sealed class ContractSchemas(OpenApiDocument document)
{
    private static readonly JsonSerializerOptions Shapes = new(Json.Api) { RespectNullableAnnotations = true };
    private static readonly DocComments Comments = DocComments.Of(typeof(ProblemDocument).Assembly);

    private static readonly Dictionary<Type, OpenApiSchema> Plain = new()
    {
        [typeof(string)] = new() { Type = JsonSchemaType.String },
        [typeof(int)] = new() { Type = JsonSchemaType.Integer, Format = "int32" },
        [typeof(long)] = new() { Type = JsonSchemaType.Integer, Format = "int64" },
        [typeof(double)] = new() { Type = JsonSchemaType.Number, Format = "double" },
        [typeof(bool)] = new() { Type = JsonSchemaType.Boolean },

        // The profile's rules on times read "example", which OpenAPI 3.1 has deprecated and still knows.
#pragma warning disable CS0618
        [typeof(DateOnly)] = new() { Type = JsonSchemaType.String, Format = "date", Example = "2021-05-31" },
        [typeof(DateTimeOffset)] = new() { Type = JsonSchemaType.String, Format = "date-time", Example = "2021-05-03T08:00:00Z" },
#pragma warning restore CS0618

        // An answer's value: ja or nej, a number, a date or words.
        [typeof(object)] = new() { Type = JsonSchemaType.String | JsonSchemaType.Number | JsonSchemaType.Boolean },
    };

    private readonly HashSet<Type> _answers = [];

    /// <summary>The schema of an answer.</summary>
    public IOpenApiSchema OfAnswer(Type type)
    {
        foreach (var below in Below(type, []))
        {
            _answers.Add(below);
        }

        return Of(type);
    }

    /// <summary>The schema of a body. Every answer's must have been asked for before.</summary>
    public IOpenApiSchema OfBody(Type type) => Of(type);

    private IOpenApiSchema Of(Type type)
    {
        if (Plain.TryGetValue(type, out var plain))
        {
            return (OpenApiSchema)plain.CreateShallowCopy();
        }

        var info = Shapes.GetTypeInfo(type);
        return info.Kind switch
        {
            JsonTypeInfoKind.Dictionary => new OpenApiSchema { Type = JsonSchemaType.Object, AdditionalProperties = OfValue(info.ElementType!) },
            JsonTypeInfoKind.Enumerable => new OpenApiSchema { Type = JsonSchemaType.Array, Items = Of(info.ElementType!) },
            JsonTypeInfoKind.Object => Component(type, info),
            _ => throw new InvalidOperationException($"{type} has no schema: add it to {nameof(ContractSchemas)}."),
        };
    }

    // A dictionary of anything holds null too, where a part is hidden or not answered.
    private IOpenApiSchema OfValue(Type type) => type == typeof(object) ? OrNull(Of(type)) : Of(type);

    private OpenApiSchemaReference Component(Type type, JsonTypeInfo info)
    {
        var name = type.Name;
        document.Components!.Schemas ??= new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal);
        if (!document.Components.Schemas.ContainsKey(name))
        {
            var isAnswer = _answers.Contains(type);
            var schema = new OpenApiSchema { Type = JsonSchemaType.Object, Description = Comments.Of(type), AdditionalPropertiesAllowed = isAnswer };
            document.Components.Schemas[name] = schema;
            schema.Properties = info.Properties.ToDictionary(p => p.Name, Property, StringComparer.Ordinal);
            schema.Required = info.Properties.Where(p => isAnswer || !p.IsGetNullable).Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
        }

        return new(name, document);
    }

    private IOpenApiSchema Property(JsonPropertyInfo property)
    {
        var underlying = Nullable.GetUnderlyingType(property.PropertyType);
        var schema = Of(underlying ?? property.PropertyType);
        var whole = property.IsGetNullable || underlying is not null ? OrNull(schema) : schema;
        whole.Description = Comments.Of((PropertyInfo)property.AttributeProvider!);
        return whole;
    }

    private static OpenApiSchema OrNull(IOpenApiSchema schema)
    {
        if (schema is not OpenApiSchema plain)
        {
            return new OpenApiSchema { AnyOf = [schema, new OpenApiSchema { Type = JsonSchemaType.Null }] };
        }

        plain.Type |= JsonSchemaType.Null;
        return plain;
    }

    private static HashSet<Type> Below(Type type, HashSet<Type> seen)
    {
        var single = Nullable.GetUnderlyingType(type) ?? type;
        if (Plain.ContainsKey(single) || !seen.Add(single))
        {
            return seen;
        }

        var info = Shapes.GetTypeInfo(single);
        foreach (var next in info.ElementType is { } element ? [element] : info.Properties.Select(p => p.PropertyType))
        {
            Below(next, seen);
        }

        return seen;
    }
}
