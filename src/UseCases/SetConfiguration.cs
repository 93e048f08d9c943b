using Hsvo.Domain.Areas;
using Hsvo.Domain.Disclosure;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.UseCases.Stores;

namespace Hsvo.UseCases;

/// <summary>What has the office settled for its area? And the coordinator settles it anew, as a whole and as a new version.</summary>
/// <param name="area">The area served.</param>
/// <param name="meetings">Where it is kept.</param>
/// <param name="feeds">The plans.</param>
/// <param name="time">The clock.</param>
public sealed class SetConfiguration(AreaOptions area, IMeetingStore meetings, PlanFeeds feeds, TimeProvider time)
{
    /// <summary>The most rows of who owes what.</summary>
    public const int MaxResponsibilities = 200;

    private const int MaxDays = 365;
    private const int LowestThreshold = SmallNumbers.LowestThreshold;
    private const int HighestThreshold = 100;
    private const int LastDueDay = 28;

    /// <summary>The newest version.</summary>
    public async Task<AreaConfiguration> ReadAsync(CancellationToken cancellationToken) =>
        (await feeds.ReadAreaAsync(area.Area, cancellationToken)).Configuration;

    /// <summary>Every version, the newest first; the last is what held before the office settled anything.</summary>
    public async Task<IReadOnlyList<AreaConfiguration>> ListVersionsAsync(CancellationToken cancellationToken) =>
        [.. (await meetings.ReadAsync(area.Area, cancellationToken)).Configurations.OrderByDescending(c => c.Version), new()];

    /// <summary>Settles it.</summary>
    /// <param name="caller">A coordinator.</param>
    /// <param name="settings">All of it.</param>
    /// <param name="seen">The versions the coordinator may have seen: what it changes must be one of them.</param>
    /// <param name="cancellationToken">The caller's.</param>
    /// <returns>The version that holds now: the one before, when it says the same.</returns>
    public async Task<Outcome<AreaConfiguration>> HandleAsync(
        Caller caller, AreaSettings settings, IReadOnlyCollection<int> seen, CancellationToken cancellationToken)
    {
        var plans = (await feeds.ListAsync(area.Area, cancellationToken)).ToDictionary(s => s.Plan.Id, s => s.Plan, StringComparer.Ordinal);
        for (var attempt = 0; attempt < SetMeeting.Attempts; attempt++)
        {
            // The stamp before the content: what is changed after it was read is refused by the store.
            var stamp = await meetings.ReadStampAsync(area.Area, cancellationToken);
            var newest = (await meetings.ReadAsync(area.Area, cancellationToken)).Now.Configuration;

            // Stored by the last attempt, whose answer was lost: what was asked for holds.
            if (attempt > 0 && newest.SetBy == caller.ObjectId && newest.Settings.SaysTheSameAs(settings))
            {
                feeds.InvalidateArea(area.Area);
                return newest;
            }

            if (!seen.Contains(newest.Version))
            {
                return Overtaken(newest);
            }

            if (FaultsOf(settings, plans) is { Count: > 0 } faults)
            {
                return new Failure(FailureKind.Invalid, "configuration.invalid", "Inställningarna har inte sparats.", "The configuration was not stored.")
                {
                    Faults = faults,
                };
            }

            if (newest.Settings.SaysTheSameAs(settings))
            {
                return newest;
            }

            var next = new AreaConfiguration { Version = newest.Version + 1, Settings = settings, SetBy = caller.ObjectId, SetAt = time.GetUtcNow(), Origin = caller.Origin };
            if (await meetings.TryConfigureAsync(area.Area, next, stamp, cancellationToken))
            {
                feeds.InvalidateArea(area.Area);
                return next;
            }
        }

        return SetMeeting.Busy;
    }

    private static Failure Overtaken(AreaConfiguration newest) => new(FailureKind.PreconditionFailed, "configuration.overtaken",
        $"Inställningarna har ändrats sedan du läste dem: nu gäller version {newest.Version}. Läs den och gör om ändringen.",
        $"The configuration was changed since you read it: version {newest.Version} holds now. Read it and make the change anew.")
    {
        Faults =
        [
            new("configuration.overtaken", "If-Match", $"Version \"{newest.Version}\" gäller.", $"Version \"{newest.Version}\" holds."),
        ],
    };

    private static List<Fault> FaultsOf(AreaSettings settings, Dictionary<string, Plan> plans)
    {
        var faults = new List<Fault>();
        Within(settings.Days.Opens, 0, MaxDays, "/days/opens");
        Within(settings.Days.Due, 0, MaxDays, "/days/due");
        Within(settings.Days.Seals, 0, MaxDays, "/days/seals");
        if (faults.Count == 0 && (settings.Days.Opens < settings.Days.Due || settings.Days.Due < settings.Days.Seals))
        {
            faults.Add(new("days.order", "/days", "En omgång öppnar först, sedan ska svaren in och sist fastställs underlaget: opens ≥ due ≥ seals.",
                "A round opens first, then answers are due and last the paper is sealed: opens ≥ due ≥ seals."));
        }

        for (var i = 0; i < settings.OrdinaryMonths.Count; i++)
        {
            Within(settings.OrdinaryMonths[i], 1, 12, $"/ordinaryMonths/{i}");
            if (settings.OrdinaryMonths.Take(i).Contains(settings.OrdinaryMonths[i]))
            {
                faults.Add(new("months.repeated", $"/ordinaryMonths/{i}", "Månaden står redan i listan.", "The month is in the list already."));
            }
        }

        Within(settings.WarningDays, 0, MaxDays, "/warningDays");
        Within(settings.SmallNumberThreshold, LowestThreshold, HighestThreshold, "/smallNumberThreshold");
        Within(settings.Monthly.DueDay, 1, LastDueDay, "/monthly/dueDay");
        for (var i = 0; i < settings.Responsibilities.Count; i++)
        {
            faults.AddRange(FaultsOf(settings.Responsibilities, i, plans));
        }

        return faults;

        void Within(int number, int least, int most, string pointer)
        {
            if (number < least || number > most)
            {
                faults.Add(new("number.range", pointer, $"Ett heltal från {least} till {most}.", $"A whole number from {least} to {most}."));
            }
        }
    }

    private static IEnumerable<Fault> FaultsOf(IReadOnlyList<Responsibility> rows, int row, Dictionary<string, Plan> plans)
    {
        var (settled, at) = (rows[row], $"/responsibilities/{row}");
        if (settled.Body is null == settled.Indicator is null)
        {
            yield return new("responsibility.target", at, "Ange antingen body eller indicator.", "Say either body or indicator.");
        }

        if (rows.Take(row).Any(r => (r.Plan, r.Body, r.Indicator) == (settled.Plan, settled.Body, settled.Indicator)))
        {
            yield return new("responsibility.repeated", at, "Det här står redan i en tidigare rad.", "An earlier row says it already.");
        }

        if (!plans.TryGetValue(settled.Plan, out var plan))
        {
            yield return new("plan.unknown", $"{at}/plan", $"Planen ”{Excerpt.Of(settled.Plan)}” finns inte.", $"There is no plan '{Excerpt.Of(settled.Plan)}'.");
            yield break;
        }

        if (settled.Body is { } body && plan.Bodies.All(b => b.Id != body))
        {
            var bodies = string.Join(", ", plan.Bodies.Select(b => b.Id));
            yield return new("body.unknown", $"{at}/body", $"Organet ”{Excerpt.Of(body)}” finns inte i planen; organen är: {bodies}.",
                $"There is no body '{Excerpt.Of(body)}' in the plan; the bodies are: {bodies}.");
        }

        if (settled.Indicator is { } indicator && plan.Find(indicator) is not { Indicator.Kind: not IndicatorKind.Reference })
        {
            yield return new("indicator.unknown", $"{at}/indicator", $"Planen har ingen indikator ”{Excerpt.Of(indicator)}” som någon svarar på.",
                $"The plan has no indicator '{Excerpt.Of(indicator)}' that anyone answers.");
        }

        for (var i = 0; i < settled.Departments.Count; i++)
        {
            var department = settled.Departments[i];
            if (plan.FindDepartment(department) is null)
            {
                yield return new("department.unknown", $"{at}/departments/{i}",
                    $"Enheten ”{Excerpt.Of(department)}” finns inte i planen.", $"There is no unit '{Excerpt.Of(department)}' in the plan.");
            }
            else if (settled.Departments.Take(i).Contains(department, StringComparer.Ordinal))
            {
                yield return new("department.repeated", $"{at}/departments/{i}", "Enheten står redan i raden.", "The unit is in the row already.");
            }
        }
    }
}
