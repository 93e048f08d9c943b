using System.Net;
using Hsvo.Domain.Plans;
using Hsvo.UseCases.Notices;
using Microsoft.Extensions.Configuration;

namespace Hsvo.Functions.Notices;

/// <summary>
/// Reads to whom notices go: <c>Notices:Receivers:{name}:Address</c>, <c>…:Department</c>, <c>…:Shape</c> and <c>…:Secret</c>. Addresses and secrets are settings, each
/// a Key Vault reference where it holds a key, and stand nowhere else. A receiver that can't be used keeps neither the app from starting nor the others
/// from their notices: it is told by the health and by <c>GET /hsvo/v1/notices</c>.
/// </summary>
internal static class NoticeSettings
{
    private const string Prefix = "whsec_";

    // Standard Webhooks: 24 to 64 bytes.
    private const int ShortestSecret = 24;
    private const int LongestSecret = 64;

    private const int MostDays = 28;

    private static readonly ReceiverProblem NoAddress = new(
        "Address måste vara en https-adress på internet, utan användarnamn.", "Address must be an https address on the internet, without user name.");

    private static readonly ReceiverProblem SameName = new(
        "En annan mottagare har samma namn: av namnet räknas a–z, 0–9, punkt och bindestreck, utan skillnad på små och stora.",
        "Another receiver has the same name: of a name a-z, 0-9, dots and hyphens count, in whatever case.");

    private static readonly ReceiverProblem NoDepartment = new("Department måste vara en enhets id.", "Department must be a unit's id.");

    private static readonly ReceiverProblem NoShape = new("Shape måste vara json eller teams.", "Shape must be json or teams.");

    private static readonly ReceiverProblem NoSecret = new(
        "Secret måste vara en eller två nycklar om 24–64 byte i base64, var och en med eller utan whsec_ framför; json skickas inte osignerat.",
        "Secret must be one or two keys of 24 to 64 bytes in base64, each with or without whsec_ before it; json isn't sent unsigned.");

    /// <summary>Reads the settings.</summary>
    /// <exception cref="InvalidOperationException">A number of days is none, or out of range.</exception>
    public static NoticeOptions Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("Notices");
        var isLocalAllowed = AllowsLocal(configuration);
        return new()
        {
            Receivers = [.. section.GetSection("Receivers").GetChildren().Select(r => Read(r, isLocalAllowed)).GroupBy(r => r.Name).SelectMany(Told)],
            DaysBefore = DaysOf(section, "DaysBefore", 7, 0, MostDays),
            DaysAfter = DaysOf(section, "DaysAfter", 1, 1, DueNotices.NewsDays),
            GiveUpAfter = TimeSpan.FromDays(DaysOf(section, "GiveUpDays", 3, 1, MostDays)),
        };
    }

    /// <summary>Whether receivers on this very machine are allowed, and http with them: in a local run, and nowhere else.</summary>
    public static bool AllowsLocal(IConfiguration configuration) => configuration.GetValue<bool>("Notices:AllowLocalReceivers");

    // What is sent is kept by the name, so two that share one would be taken for each other.
    private static IEnumerable<NoticeReceiver> Told(IEnumerable<NoticeReceiver> alike) =>
        alike.Select((r, i) => i == 0 ? r : r with { Problem = SameName });

    private static NoticeReceiver Read(IConfigurationSection setting, bool isLocalAllowed)
    {
        var address = Uri.TryCreate(setting["Address"], UriKind.Absolute, out var uri) && IsAllowed(uri, isLocalAllowed) ? uri : null;
        var isShape = Enum.TryParse<NoticeShape>(setting["Shape"] ?? nameof(NoticeShape.Json), ignoreCase: true, out var shape) && Enum.IsDefined(shape);
        var secrets = SecretsOf(setting["Secret"]);
        var department = setting["Department"] ?? "";
        return new(NameOf(setting.Key), department, shape)
        {
            Address = address,
            Secrets = secrets ?? [],
            Problem = address is null ? NoAddress
                : !Identifier.IsValid(department) ? NoDepartment
                : !isShape ? NoShape
                : secrets is null || (shape == NoticeShape.Json && secrets.Count == 0) ? NoSecret
                : null,
        };
    }

    // An app setting's name keeps no case everywhere, and a row's key takes a-z.
    private static string NameOf(string key) =>
        new string([.. key.ToLowerInvariant().Where(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.')]) is var name && Identifier.IsValid(name) ? name : "mottagare";

    private static bool IsAllowed(Uri address, bool isLocalAllowed)
    {
        if (address.UserInfo.Length > 0 || address.Fragment.Length > 0)
        {
            return false;
        }

        if (isLocalAllowed && address.IsLoopback && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps))
        {
            return true;
        }

        // What a name leads to is looked at when it is called.
        return address.Scheme == Uri.UriSchemeHttps && !address.IsLoopback && (!IPAddress.TryParse(address.IdnHost.Trim('[', ']'), out var ip) || PublicNetwork.Holds(ip));
    }

    private static List<ReadOnlyMemory<byte>>? SecretsOf(string? text)
    {
        var secrets = new List<ReadOnlyMemory<byte>>();
        foreach (var word in (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var key = new byte[LongestSecret + 1];
            if (!Convert.TryFromBase64String(word.StartsWith(Prefix, StringComparison.Ordinal) ? word[Prefix.Length..] : word, key, out var length)
                || length is < ShortestSecret or > LongestSecret || secrets.Count == 2)
            {
                return null;
            }

            secrets.Add(key.AsMemory(0, length));
        }

        return secrets;
    }

    private static int DaysOf(IConfigurationSection section, string name, int unset, int fewest, int most) => section[name] is not { Length: > 0 } text
        ? unset
        : int.TryParse(text, out var days) && days >= fewest && days <= most
            ? days
            : throw new InvalidOperationException($"The setting {section.Path}:{name} must be a whole number of days, {fewest} to {most}: '{text}'.");
}
