using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Hsvo.EndToEnd.Fuzzing;

/// <summary>What came back, and what must hold of it whatever was sent.</summary>
internal sealed partial record FuzzAnswer(int Status, HttpResponseHeaders Headers, string? MediaType, byte[] Body)
{
    private static readonly HashSet<string> DoorMethods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];

    private static readonly string[] Doors = ["/hsvo", "/v1.0", "/odata"];

    public bool Succeeded => Status is >= 200 and < 300 or 303 or 304;

    public string Text => Encoding.UTF8.GetString(Body);

    public JsonNode? Json => Succeeded && Body.Length > 0 && MediaType?.EndsWith("json", StringComparison.Ordinal) == true ? JsonNode.Parse(Body) : null;

    public string? Tag => Headers.ETag?.ToString();

    /// <summary>What is wrong with it; null when nothing is.</summary>
    public string? FaultOf(FuzzedRequest request) => Status switch
    {
        501 when !MayBeNotOffered(request) => "501 where everything is offered",
        501 or < 500 => Succeeded ? FaultOfSuccess() : Status is 302 or 303 && DoorOf(request) is null ? null : Status < 400 ? $"unexpected {Status}" : FaultOfRefusal(request),
        _ => $"{Status}",
    };

    // The door as the server reads the address: /v1.0/../.. is the first page, and %2F no slash. Null outside the doors.
    private static string? DoorOf(FuzzedRequest request)
    {
        var sent = request.PathAndQuery.Split('?')[0];
        var read = Uri.TryCreate($"http://host{sent}", UriKind.Absolute, out var address) ? address.AbsolutePath : sent;
        var path = Uri.UnescapeDataString(read.Replace("%2F", "%252F", StringComparison.OrdinalIgnoreCase));
        return Doors.FirstOrDefault(d => path.Equals(d, StringComparison.OrdinalIgnoreCase) || path.StartsWith(d + "/", StringComparison.OrdinalIgnoreCase));
    }

    // What Power BI has and isn't offered is another address; what OData has and isn't offered is a query, a method or an address.
    private static bool MayBeNotOffered(FuzzedRequest request) => request.Route.Template.Split('/')[0] switch
    {
        "v1.0" => request.IsStray || request.Route.IsCatchAll || request.Query.Count > 0,
        "odata" => request.IsStray || request.Route.IsCatchAll || request.Query.Count > 0 || request.Changes.Count > 0,
        _ => false,
    };

    private string? FaultOfSuccess()
    {
        if (MediaType?.EndsWith("json", StringComparison.Ordinal) != true || Body.Length == 0)
        {
            return null;
        }

        try
        {
            using var _ = JsonDocument.Parse(Body, new() { AllowDuplicateProperties = false });
            return null;
        }
        catch (JsonException)
        {
            return "an answer that is no JSON";
        }
    }

    private string? FaultOfRefusal(FuzzedRequest request)
    {
        // What is no HTTP at all, or too long, is refused by the server before there is any door; and outside the doors, or with a method that none knows, the
        // host itself says 404.
        if (!Headers.Contains("RequestId") && Body.Length == 0 && request.Changes.Count > 0
            && (Status is 400 or 413 or 414 or 431 || (Status == 404 && (DoorOf(request) is null || !DoorMethods.Contains(request.Method.ToUpperInvariant())))))
        {
            return null;
        }

        if (Leak().Match(Text) is { Success: true } leak)
        {
            return $"it tells of the inside: {leak.Value}";
        }

        if (!Headers.Contains("RequestId"))
        {
            return "no RequestId";
        }

        if ((Status == 401 && Headers.WwwAuthenticate.Count == 0) || (Status is 429 or 503 && Headers.RetryAfter is null))
        {
            return "a header that goes with the status is missing";
        }

        if (request.Method == "HEAD")
        {
            return null;
        }

        try
        {
            return ShapeOf(request);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            return "a refusal that has no door's shape";
        }
    }

    private string? ShapeOf(FuzzedRequest request)
    {
        // People's pages are outside the doors, and so is what is refused there; a form comes back with what is wrong in it, a sheet with its rows' errors.
        if (MediaType == "text/html" && DoorOf(request) is null)
        {
            string[] told = [" method=\"post\"", " class=\"error-summary\"", Headers.GetValues("RequestId").Single()];
            return Text.Contains("<h1", StringComparison.Ordinal) && told.Any(t => Text.Contains(t, StringComparison.Ordinal)) ? null : "a refusal that is no page";
        }

        using var body = JsonDocument.Parse(Body, new() { AllowDuplicateProperties = false });
        var isApi = DoorOf(request) is null or "/hsvo";
        if (MediaType != (isApi ? "application/problem+json" : "application/json"))
        {
            return $"a refusal as {MediaType}";
        }

        var said = isApi ? body.RootElement : body.RootElement.GetProperty("error");
        var needed = isApi ? new[] { "code", "title", "detail", "requestId" } : ["code", "message"];
        return needed.All(n => said.TryGetProperty(n, out var text) && text.ValueKind == JsonValueKind.String && text.GetString()!.Length > 0)
            && (!isApi || said.GetProperty("status").GetInt32() == Status)
            ? null
            : "a refusal without code and text";
    }

    [GeneratedRegex(@"\bat [A-Z]\w+(\.\w+)+\(|\bSystem\.[A-Z]|\bMicrosoft\.(?!PowerBI)|(?<!PowerBINotAuthorized)Exception\b|StackTrace|\bAzure\.|\bHsvo\.[A-Z]\w+\.|\.cs\b|/src/|devstoreaccount|AccountKey")]
    private static partial Regex Leak();
}
