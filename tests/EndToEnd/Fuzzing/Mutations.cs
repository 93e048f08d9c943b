using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;

namespace Hsvo.EndToEnd.Fuzzing;

/// <summary>Makes a request other than it should be.</summary>
/// <param name="world">What is there.</param>
/// <param name="random">What decides.</param>
internal sealed class Mutations(FuzzWorld world, Random random)
{
    private static readonly string[] OddTexts =
    [
        "", " ", "null", "0", "-1", "1e400", "NaN", "99999999999999999999", "true", "2021-02-30", "2021-05-31T25:00:00Z", "9999-12-31", "0001-01-01T00:00:00Z", "2021-10", "../..", "..%2f", "%00", "%", "%zz",
        "a/b", "a\\b", "'", "''", "\"", "' or 1 eq 1 or '", "; drop table reports", "<script>alert(1)</script>", "=1+1", "{{7*7}}", "${7}", "åäö", "A\u030A", "𝄞", "\u202Eabc", "\u200B", "\uFEFFx", "İ", "ẞ", "\u0001",
        "hsvo-2021", "hsvo-2021_2.1.1", "2.1.1.i3", "amn", "AMN", "00000000-0000-0000-0000-000000000000", "{00000000-0000-0000-0000-000000000000}", "20010101-2384", new('x', 300), new('å', 3000), "a,b;c", "*", "$", "()", "_", "--",
    ];

    // What stands in JSON where a value stands, and no writer of JSON writes some of.
    private static readonly string[] OddJson =
    [
        "null", "true", "false", "0", "-0", "-1", "1", "0.1", "1e400", "-1e400", "1E-400", "123456789012345678901234567890", "2147483648", "9223372036854775808", "1.7976931348623157e309", "NaN", "Infinity", "\"\"", "\" \"", "[]", "{}",
        "[[]]", "[null]", "{\"a\":1}", "\"\\ud83d\"", "\"\\udc00\\ud800\"", "\"\\u0000\"", "\"\uFFFF\"", "\"\\u202e\"", "\"=cmd|' /C calc'!A0\"", "\"20010101-2384\"", "\"2021-02-30\"", "\"ja\"", "\"JA\"", "\"completed\"", "\"hsvo-2020\"", "'x'", "undefined",
        "01", "+1", "1.", "/**/1", "\"a", "\"\\x\"", "\"a\tb\"", "{\"a\":1,\"a\":2}", "\"<b>x</b>\"",
    ];

    private static readonly string[] Fragments =
    [
        "eq", "ne", "gt", "and", "or", "not", "in", "has", "(", ")", "'", "''", "null", "1e400", "NaN", "INF", "any(", "all(", "i:i/text", "contains(", "substring(name,", "year(", "now()", "cast(", "$it", "$root", "@p", "/", "//", ",", ";", "*", "=",
        "$levels=max", "$count", "desc", "99999999999999999999", "-1", "2021-13-41", "duration'P1D'", "name", "id", "text", "å", "\u0000", "%", "{}", "[]", "  ", "isof(", "geo.distance(", "add", "div 0", "mod 0", "status", "goalValues", "aggregations",
    ];

    private static readonly string[] Options =
        ["$filter", "$select", "$expand", "$orderby", "$top", "$skip", "$count", "$search", "$format", "$skiptoken", "$apply", "$compute", "$Filter", "filter", "plan", "round", "asOf", "format", "dryRun", "code", "", "@p", "year", "version"];

    private static readonly (string Name, string[] Values)[] OddHeaders =
    [
        ("If-Match", ["*", "\"0\"", "\"1\"", "W/\"1\"", "1", "\"", "\"a\", \"b\"", "\"99999999999999999999\"", "", "\"å\""]),
        ("If-None-Match", ["*", "\"1\"", "W/\"x\"", "x", ",,,", "\"a\",\"b\",W/\"c\""]),
        ("Idempotency-Key", ["", " ", "a/b", "å", "\t", new('k', 200), new('k', 201), "a_b", "..", "'"]),
        ("X-PowerBI-PushData-SequenceNumber", ["-1", "0", "x", "9223372036854775808", "", "1,2"]),
        ("Prefer", ["odata.maxpagesize=1", "odata.maxpagesize=0", "odata.maxpagesize=-1", "odata.maxpagesize=x", "maxpagesize=99999999999", "return=minimal", ";;,=", "odata.maxpagesize=2;x=\""]),
        ("traceparent", ["00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", "00-0-0-0", "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", "x", new('0', 600), ""]),
        ("tracestate", ["a=1,b=2", "=", new('x', 600), ",,,"]),
        ("baggage", ["a=1", "=;=,", new('b', 3000)]),
        ("Accept", ["*/*;q=0", "application/json;odata.metadata=full", "text/html", "image/png", "application/json;q=x", "application/xml", ";", "application/json;odata.metadata=none", "*", new('a', 2000)]),
        ("Accept-Encoding", ["br", "gzip", "identity;q=0", "*;q=0", "br;q=5", ";;", "deflate, zstd"]),
        ("Accept-Language", ["sv", "en", "xx-;q=", "*"]),
        ("OData-MaxVersion", ["4.0", "3.0", "4.01", "x", "", "99999999999"]),
        ("OData-Version", ["4.0", "3.0", "x"]),
        ("Range", ["bytes=0-10", "bytes=-1", "x"]),
        ("X-HTTP-Method-Override", ["DELETE", "x"]),
        ("X-Forwarded-For", ["1.2.3.4", "x, y", ""]),
        ("X-Forwarded-Host", ["evil.example", "a b"]),
        ("X-Original-URL", ["/admin/functions"]),
        ("Origin", ["https://evil.example", "null"]),
        ("RequestId", ["x", "00000000-0000-0000-0000-000000000000"]),
        ("Content-Encoding", ["gzip", "br", "identity", "x"]),
        ("Cookie", ["a=b", ";;;"]),
        ("If-Modified-Since", ["x", "Mon, 10 May 2021 00:00:00 GMT"]),
    ];

    private static readonly string?[] ContentTypes =
        [null, "text/plain", "application/json; charset=utf-16", "application/json; charset=utf-8", "application/problem+json", "application/xml", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded", "application/json;;", "x", "", "application/jsonp", "text/json"];

    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "PROPFIND", "get"];

    private int _raw;

    /// <summary>Leaves two of five as they are; one gets a query option that nobody knows, which every route refuses, one another change, and one several.</summary>
    /// <param name="request">The request.</param>
    /// <param name="turn">Which it is of its route.</param>
    public void Apply(FuzzedRequest request, int turn)
    {
        for (var changes = (turn % 5) switch { 0 or 1 => 0, 2 or 3 => 1, _ => random.Next(1, 4) }; changes > 0; changes--)
        {
            if (turn % 5 == 2)
            {
                request.Query.Add((random.Of("okänd", "$Filter", "sida", "", "$levels"), random.Of(OddTexts)));
                Say(request, "an unknown option");
            }
            else
            {
                Change(request);
            }
        }
    }

    private void Change(FuzzedRequest request)
    {
        // A body is where most can be wrong.
        var kinds = request.Body is not null ? 20 : request.Bytes is not null ? 15 : 12;
        switch (random.Next(kinds))
        {
            case 0 or 1 or 2 or 3:
                AskOddly(request);
                break;
            case 4 or 5:
                ChangeValue(request);
                break;
            case 6 or 7 or 8:
                AddHeader(request);
                break;
            case 9:
                ChangeCaller(request);
                break;
            case 10:
                ChangeMethod(request);
                break;
            case 11:
                ChangeAddress(request);
                break;
            case 12:
                ChangeType(request);
                break;
            case 13 or 14:
                SpoilBody(request);
                break;
            default:
                ChangeField(request);
                break;
        }
    }

    private void AskOddly(FuzzedRequest request)
    {
        var at = request.Query.Count > 0 ? random.Next(request.Query.Count) : -1;
        switch (random.Next(4))
        {
            case 0 when at >= 0:
                request.Query.Add(request.Query[at]);
                Say(request, $"{request.Query[at].Name} twice");
                break;
            case 1 when at >= 0:
                request.Query[at] = (request.Query[at].Name, random.Of(OddTexts));
                Say(request, $"odd {request.Query[at].Name}");
                break;
            case 2 when at >= 0:
                request.Query[at] = (request.Query[at].Name, Broken(request.Query[at].Value));
                Say(request, $"broken {request.Query[at].Name}");
                break;
            default:
                request.Query.Add((random.Of(Options), random.OneIn(2) ? random.Of(OddTexts) : string.Join(' ', Enumerable.Range(0, random.Next(1, 8)).Select(_ => random.Of(Fragments)))));
                Say(request, "one more option");
                break;
        }
    }

    // A question with one word more, less or other.
    private string Broken(string text)
    {
        var words = text.Split(' ').ToList();
        var at = random.Next(words.Count);
        switch (random.Next(4))
        {
            case 0:
                words[at] = random.Of(Fragments);
                break;
            case 1:
                words.RemoveAt(at);
                break;
            case 2:
                words.Insert(at, random.Of(Fragments));
                break;
            default:
                return random.OneIn(20) ? string.Concat(Enumerable.Repeat("not (", 300)) + text + new string(')', 300) : text[..random.Next(text.Length + 1)];
        }

        return string.Join(' ', words);
    }

    private void ChangeValue(FuzzedRequest request)
    {
        if (request.Values.Count == 0)
        {
            AskOddly(request);
            return;
        }

        var name = random.Of(request.Values.Keys.ToList());
        request.Values[name] = random.Next(4) switch
        {
            0 => request.Values[name].ToUpperInvariant(),
            1 => Guid.Empty.ToString(),
            _ => random.Of(OddTexts),
        };
        request.IsStray |= request.Values[name].Length == 0 || request.Values[name].Contains('/', StringComparison.Ordinal) || name == "resource";
        Say(request, $"odd {name}");
    }

    private void AddHeader(FuzzedRequest request)
    {
        var (name, values) = random.Of(OddHeaders);
        request.Headers.RemoveAll(h => h.Name == name);
        request.Set(name, random.Of(values));
        if (random.OneIn(8))
        {
            request.Set(name, random.Of(values));
        }

        Say(request, $"header {name}");
    }

    private void ChangeCaller(FuzzedRequest request)
    {
        request.Token = random.Next(4) switch
        {
            0 => null,
            1 => request.Token is { Length: > 3 } token ? token[..^3] + "abc" : "abc",
            2 => random.Of("", "x", "a.b.c", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.", new('A', 5000)),
            _ => world.TokenOf(random.Of("reader", "auditor", "coordinator", random.Of(FuzzedUnit.Departments))),
        };
        Say(request, "another caller");
    }

    private void ChangeMethod(FuzzedRequest request)
    {
        request.Method = random.Of(Methods);
        request.IsStray = true;
        Say(request, "another method");
    }

    private void ChangeAddress(FuzzedRequest request)
    {
        var address = request.PathAndQuery.Split('?')[0];
        var at = random.Next(address.Length);
        request.Address = random.Next(6) switch
        {
            0 => address + "/",
            1 => address.ToUpperInvariant(),
            2 => "/" + address,
            3 => address.Replace("(", "/", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal),
            4 => address[..at] + random.Of("%2F", "%00", "..", "//", "%C3%28", "%EF%BF%BF", ";x=1", "%20", "(", ")", "'", "~") + address[at..],
            _ => address[..Math.Max(1, at)],
        };
        request.Address = request.Address.StartsWith('/') ? request.Address : "/" + request.Address;
        request.IsStray = true;
        Say(request, "another address");
    }

    private void ChangeType(FuzzedRequest request)
    {
        request.ContentType = random.Of(ContentTypes);
        Say(request, $"as {request.ContentType ?? "nothing"}");
    }

    private void SpoilBody(FuzzedRequest request)
    {
        var good = request.Bytes ?? Encoding.UTF8.GetBytes(request.Body!.ToJsonString());
        Say(request, "another body");
        switch (random.Next(10))
        {
            case 0:
                request.Bytes = [];
                break;
            case 1:
                request.Bytes = good[..random.Next(good.Length)];
                break;
            case 2:
                request.Bytes = [.. good, .. random.Of("}", "x", "{}", "\0", " ", "//")!.Select(c => (byte)c)];
                break;
            case 3:
                request.Bytes = [0xEF, 0xBB, 0xBF, .. good];
                break;
            case 4:
                request.Bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(random.Of("[", "{\"a\":"), random.Of(70, 2000, 100_000))));
                break;
            case 5 when good.Length > 0:
                good[random.Next(good.Length)] = (byte)random.Next(256);
                request.Bytes = good;
                break;
            case 6:
                request.Bytes = Encoding.UTF8.GetBytes($"[{Encoding.UTF8.GetString(good)}]");
                break;
            case 7:
                request.Bytes = Packed(good);
                request.Set("Content-Encoding", "gzip");
                break;
            case 8:
                request.IsChunked = true;
                break;
            default:
                // Rarely more than any door takes.
                request.Bytes = Encoding.UTF8.GetBytes(random.OneIn(20) ? Encoding.UTF8.GetString(good) + new string(' ', 6_000_000) : random.Of("null", "\"hej\"", "17", "true", "hej", "<x/>", "a=b"));
                break;
        }
    }

    private void ChangeField(FuzzedRequest request)
    {
        if (All(request.Body!).ToList() is not { Count: > 0 } places)
        {
            SpoilBody(request);
            return;
        }

        var place = random.Of(places);
        switch (random.Next(6))
        {
            case 0 when place is { Parent: JsonObject parent, Name: { } name }:
                parent.Remove(name);
                Say(request, $"without {name}");
                break;
            case 1 when place.Parent is JsonObject parent:
                parent[random.Of("okänt", "Plan", "__proto__", "", "@odata.type", "value")] = 1;
                Say(request, "a field more");
                break;
            case 2 when place.Parent is JsonArray { Count: > 0 } rows:
                var first = rows[0];
                for (var n = random.Of(1, 3, 60, 1200); n > 0; n--)
                {
                    rows.Add(first?.DeepClone());
                }

                Say(request, "more rows");
                break;
            case 3:
                // No plan that others write to is taken for the one that is imported.
                place.Set(JsonValue.Create(random.Of(OddTexts) is var text && text == FuzzedUnit.Plan.Id && place.Name == "id" ? "x" : text));
                Say(request, $"odd text in {place.Name ?? "a row"}");
                break;
            default:
                var placeholder = $"§{++_raw}§";
                place.Set(JsonValue.Create(placeholder));
                request.Raw.Add((placeholder, random.OneIn(30) ? string.Concat(Enumerable.Repeat("[", 80)) + string.Concat(Enumerable.Repeat("]", 80)) : random.Of(OddJson)));
                Say(request, $"odd value in {place.Name ?? "a row"}");
                break;
        }
    }

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }

    private static IEnumerable<Place> All(JsonNode node) => node switch
    {
        JsonObject o => o.ToList().SelectMany(f => (f.Value is null ? [] : All(f.Value)).Prepend(new(o, f.Key, 0))),
        JsonArray a => a.ToList().SelectMany((v, i) => (v is null ? [] : All(v)).Prepend(new(a, null, i))),
        _ => [],
    };

    private static void Say(FuzzedRequest request, string change) => request.Changes.Add(change);

    // Where a value stands in a body.
    private sealed record Place(JsonNode Parent, string? Name, int Index)
    {
        public void Set(JsonNode value)
        {
            if (Parent is JsonObject o)
            {
                o[Name!] = value;
            }
            else
            {
                Parent.AsArray()[Index] = value;
            }
        }
    }
}
