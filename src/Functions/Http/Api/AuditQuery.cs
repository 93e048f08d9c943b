using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Hsvo.Domain.Audit;
using Hsvo.Domain.Meetings;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.Functions.Mapping;
using Hsvo.UseCases;
using Hsvo.UseCases.Audit;
using Hsvo.UseCases.Stores;
using Microsoft.AspNetCore.Http;

namespace Hsvo.Functions.Http.Api;

/// <summary>What is asked of the audit, read from the query.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Limit">The most entries.</param>
/// <param name="Question">The question.</param>
internal sealed record AuditQuery(DateOnly From, DateOnly To, int Limit, AuditQuestion Question)
{
    private const int DefaultDays = 30;
    private const int MaxDays = 366;
    private const int DefaultLimit = 20;
    private const int MaxLimit = 1000;

    /// <summary>Reads it.</summary>
    public static bool TryRead(HttpRequest request, TimeProvider time, [NotNullWhen(true)] out AuditQuery? query, [NotNullWhen(false)] out Failure? failure)
    {
        var faults = new List<Fault>();
        var to = DayQuery.Read(request, "to", faults) ?? time.Today();
        var from = DayQuery.Read(request, "from", faults) ?? to.AddDays(-DefaultDays);
        if (faults.Count == 0 && (from > to || to.DayNumber - from.DayNumber > MaxDays))
        {
            faults.Add(new("query.period", "from", $"Från och med from till och med to, högst {MaxDays} dagar; ett helt år finns som filer.",
                $"From from until to, {MaxDays} days at most; a whole year is there as files."));
        }

        var who = ReadWho(request, faults);
        var door = ReadDoor(request, faults);
        var refusals = ReadOutcome(request, faults);
        var limit = ReadLimit(request, faults);
        var after = ReadAfter(request, faults);
        failure = faults.Count > 0 ? QueryFailures.Of(faults) : null;
        query = failure is not null ? null : new(from, to, limit,
            new(new(StockholmTime.StartOf(from), StockholmTime.StartOf(to.AddDays(1))) { Refusals = refusals, After = after }) { By = who, Door = door });
        return query is not null;
    }

    /// <summary>An entry's place, for the option <c>after</c>.</summary>
    public static string PlaceOf(AuditEntry entry) => string.Create(CultureInfo.InvariantCulture, $"{entry.At.UtcTicks}.{entry.Id}");

    // An object id, with @ and the tenant where it is another than the home one: as it is kept.
    private static string? ReadWho(HttpRequest request, List<Fault> faults)
    {
        if (request.Query["who"] is not [{ } text])
        {
            return null;
        }

        if (text.Split('@') is { Length: 1 or 2 } ids && ids.All(i => Guid.TryParseExact(i, "D", out _)))
        {
            return text.ToLowerInvariant();
        }

        faults.Add(new("query.who", "who", "Skriv ett objekt-id, 00000000-0000-0000-0000-000000000000; följt av @ och tenantens id för en annan tenant än den egna.",
            "Write an object id, 00000000-0000-0000-0000-000000000000; followed by @ and the tenant's id for another tenant than the home one."));
        return null;
    }

    private static Door? ReadDoor(HttpRequest request, List<Fault> faults)
    {
        if (request.Query["door"] is not [{ } text])
        {
            return null;
        }

        foreach (var door in Enum.GetValues<Door>())
        {
            if (door.ToName() == text)
            {
                return door;
            }
        }

        var doors = string.Join(", ", Enum.GetValues<Door>().Select(d => d.ToName()));
        faults.Add(new("query.door", "door", $"Vägarna in är {doors}.", $"The doors are {doors}."));
        return null;
    }

    private static bool? ReadOutcome(HttpRequest request, List<Fault> faults)
    {
        if (request.Query["outcome"] is not [{ } text])
        {
            return null;
        }

        if (text is not ("stored" or "refused"))
        {
            faults.Add(new("query.outcome", "outcome", "Utfallen är stored och refused.", "The outcomes are stored and refused."));
        }

        return text == "refused";
    }

    private static int ReadLimit(HttpRequest request, List<Fault> faults)
    {
        if (request.Query["limit"] is not [{ } text])
        {
            return DefaultLimit;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= MaxLimit)
        {
            return limit;
        }

        faults.Add(new("query.limit", "limit", $"Skriv ett heltal, 1 till {MaxLimit}.", $"Write a whole number, 1 to {MaxLimit}."));
        return DefaultLimit;
    }

    private static AuditPosition? ReadAfter(HttpRequest request, List<Fault> faults)
    {
        if (request.Query["after"] is not [{ } text])
        {
            return null;
        }

        if (text.Split('.', 2) is [var ticks, var id] && Identifier.IsValid(id)
            && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= DateTimeOffset.MaxValue.UtcTicks)
        {
            return new(new(at, TimeSpan.Zero), id);
        }

        faults.Add(new("query.after", "after", "Skicka värdet next ur förra svaret.", "Send the value next of the last answer."));
        return null;
    }
}
