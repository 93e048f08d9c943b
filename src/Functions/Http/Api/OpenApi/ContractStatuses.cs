using System.Collections.Frozen;

namespace Hsvo.Functions.Http.Api.OpenApi;

/// <summary>What each status means here, in both languages.</summary>
internal static class ContractStatuses
{
    private static readonly FrozenDictionary<int, string> Descriptions = new Dictionary<int, string>
    {
        [200] = Bilingual.Lines("Lyckades.", "Succeeded."),
        [201] = Bilingual.Lines("Något nytt har skapats.", "Something new was created."),
        [204] = Bilingual.Lines("Gjort; det finns inget att svara.", "Done; there is nothing to answer."),
        [304] = Bilingual.Lines("Inget har ändrats sedan det svar vars ETag du skickade.", "Nothing has changed since the answer whose ETag you sent."),
        [400] = Bilingual.Lines("Frågan kan inte läsas: en frågeparameter eller ett huvud är okänt eller fel, eller innehållet är inte JSON.",
            "The request can't be read: a query option or header is unknown or wrong, or the body is no JSON."),
        [401] = Bilingual.Lines("Logga in: en giltig token behövs.", "Sign in: a valid token is needed."),
        [403] = Bilingual.Lines("Din roll, eller din förvaltning, får inte detta.", "Your role, or your department, may not do this."),
        [404] = Bilingual.Lines("Det som frågan nämner finns inte.", "What the request names isn't there."),
        [406] = Bilingual.Lines("Svaret finns inte i någon form som Accept tar emot.", "The answer isn't there in any form that Accept takes."),
        [409] = Bilingual.Lines("Det går inte ihop med vad som redan gäller.", "It conflicts with what holds already."),
        [412] = Bilingual.Lines("Någon annan har ändrat sedan du läste; läs igen och gör om.", "Somebody else changed it since you read; read again and do it anew."),
        [413] = Bilingual.Lines("Innehållet är för stort.", "The body is too large."),
        [415] = Bilingual.Lines("Skicka application/json, okomprimerat.", "Send application/json, uncompressed."),
        [422] = Bilingual.Lines("Innehållet är JSON men inte vad som behövs; errors nämner varje fel och dess plats. Inget har sparats.",
            "The body is JSON but not what is needed; errors names each fault and its place. Nothing was stored."),
        [428] = Bilingual.Lines("Säg vilken version du ändrar.", "Say which version you change."),
        [429] = Bilingual.Lines("För många anrop; vänta så länge som Retry-After säger.", "Too many calls; wait as long as Retry-After says."),
        [500] = Bilingual.Lines("Något gick fel hos oss.", "Something went wrong on our side."),
        [503] = Bilingual.Lines("Lagringen svarar inte just nu; försök igen så snart Retry-After säger.", "Storage doesn't answer right now; try again when Retry-After says."),
    }.ToFrozenDictionary();

    /// <summary>The description of a status.</summary>
    public static string Describe(int status) => Descriptions.TryGetValue(status, out var text)
        ? text
        : throw new InvalidOperationException($"The status {status} is not described: add a line to {nameof(ContractStatuses)}.");
}
