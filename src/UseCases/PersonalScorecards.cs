using Hsvo.Domain.Plans;
using Hsvo.Domain.Scorecards;
using Hsvo.UseCases.Stores;

namespace Hsvo.UseCases;

/// <summary>What people write of a scorecard.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Description">What it is for; null for nothing.</param>
/// <param name="Contact">Whom to ask about it; null for nobody.</param>
public sealed record ScorecardTexts(string Name, string? Description, string? Contact);

/// <summary>A department's own scorecards beside the plans: bounded, changed by whoever reports for it, and part of nothing else.</summary>
/// <param name="area">The area served.</param>
/// <param name="store">The scorecards.</param>
/// <param name="time">The clock.</param>
public sealed class PersonalScorecards(AreaOptions area, IPersonalScorecardStore store, TimeProvider time)
{
    /// <summary>The most scorecards of a department.</summary>
    public const int MaxScorecards = 20;

    private const int Attempts = 5;

    /// <summary>A department's scorecards.</summary>
    public async Task<IReadOnlyList<PersonalScorecard>> ListAsync(string department, CancellationToken cancellationToken) =>
        Identifier.IsValid(department) ? [.. (await store.ListAsync(area.Area, department, cancellationToken)).Select(s => s.Scorecard)] : [];

    /// <summary>That so many change a scorecard that a change didn't get through.</summary>
    public static Failure Busy { get; } = new(
        FailureKind.Unavailable, "scorecard.busy", "Styrkortet ändras just nu. Skicka samma sak igen.", "The scorecard is being changed right now. Send the same again.")
    {
        RetryAfter = TimeSpan.FromSeconds(2),
    };

    /// <summary>Makes one.</summary>
    /// <param name="caller">Who makes it.</param>
    /// <param name="department">Whose it is to be.</param>
    /// <param name="texts">What it is called, what it is for and whom to ask.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task<Outcome<PersonalScorecard>> CreateAsync(Caller caller, string department, ScorecardTexts texts, CancellationToken cancellationToken)
    {
        if ((await store.ListAsync(area.Area, department, cancellationToken)).Count >= MaxScorecards)
        {
            return new Failure(FailureKind.Conflict, "scorecard.tooMany", $"Enheten har redan {MaxScorecards} egna styrkort.", $"The unit has {MaxScorecards} scorecards of its own already.");
        }

        var now = time.GetUtcNow();
        var made = new PersonalScorecard
        {
            Area = area.Area,
            Department = department,
            Id = Guid.NewGuid(),
            Name = texts.Name,
            Description = texts.Description,
            Contact = texts.Contact,
            Version = 1,
            By = caller.ObjectId,
            Origin = caller.Origin,
            CreatedAt = now,
            ModifiedAt = now,
        };
        await store.AddAsync(made, cancellationToken);
        return made;
    }

    /// <summary>Changes one; somebody else's change that came between is kept, unless the caller has said which version it saw.</summary>
    /// <param name="caller">Who changes it.</param>
    /// <param name="department">Whose it is.</param>
    /// <param name="id">Its id.</param>
    /// <param name="seen">The version that the caller saw; null when it doesn't say.</param>
    /// <param name="change">The change; null removes it.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task<Outcome<PersonalScorecard>> ChangeAsync(
        Caller caller, string department, Guid id, int? seen, Func<PersonalScorecard, DateTimeOffset, ScorecardChange>? change, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if ((await store.ListAsync(area.Area, department, cancellationToken)).FirstOrDefault(s => s.Scorecard.Id == id) is not { } stored)
            {
                return new Failure(FailureKind.NotFound, "id.unknown", "Det finns inget med detta id här.", "There is nothing with this id here.");
            }

            if (seen is { } version && version != stored.Scorecard.Version)
            {
                return new Failure(FailureKind.PreconditionFailed, "scorecard.overtaken", "Styrkortet har ändrats sedan du läste det.", "The scorecard was changed after you read it.");
            }

            if (change is null)
            {
                if (await store.TryRemoveAsync(stored with { Scorecard = stored.Scorecard with { By = caller.ObjectId, Origin = caller.Origin, ModifiedAt = time.GetUtcNow() } }, cancellationToken))
                {
                    return stored.Scorecard;
                }

                continue;
            }

            var now = time.GetUtcNow();
            var changed = change(stored.Scorecard, now);
            if (changed is not { Scorecard: { } made })
            {
                return FailureOf(changed.Fault!.Value);
            }

            made = made with { Version = stored.Scorecard.Version + 1, By = caller.ObjectId, Origin = caller.Origin, ModifiedAt = now };
            if (await store.TryReplaceAsync(stored with { Scorecard = made }, cancellationToken))
            {
                return made;
            }
        }

        return Busy;
    }

    private static Failure FailureOf(ScorecardFault fault) => fault switch
    {
        ScorecardFault.UnknownGoal => Of(FailureKind.NotFound, "id.unknown", "goalId", "Det finns inget mål med detta id här.", "There is no goal with this id here."),
        ScorecardFault.EndsBeforeItStarts => Of(FailureKind.Malformed, "goal.dates", "completionDate", "Sista dagen ligger före den första.", "The last day comes before the first."),
        ScorecardFault.UnknownParent => Of(FailureKind.Malformed, "goal.place", "parentId", "Målet som anges som plats finns inte i styrkortet.", "The goal named as the place isn't in the scorecard."),
        ScorecardFault.TooMany => Of(FailureKind.Conflict, "goal.tooMany", "goals", $"Ett styrkort har högst {PersonalScorecard.MaxGoals} mål.", $"A scorecard has at most {PersonalScorecard.MaxGoals} goals."),
        ScorecardFault.TooDeep => Of(FailureKind.Malformed, "goal.level", "parentId", "Mål ligger på nivå 0 till 4; här skulle det bli djupare.", "Goals lie on levels 0 to 4; this would be deeper."),
        ScorecardFault.Moved => Of(FailureKind.Conflict, "goal.moved", "currentParentId", "Ett mål ligger inte där du tror: någon har flyttat det. Läs styrkortet igen.", "A goal doesn't lie where you believe: somebody has moved it. Read the scorecard again."),
        ScorecardFault.BelowItself => Of(FailureKind.Malformed, "goal.place", "newParent", "Ett mål kan inte ligga under sig självt.", "A goal can't lie below itself."),
        _ => Of(FailureKind.Malformed, "goal.place", "newPrevious", "Grannarna ligger inte under den nya föräldern.", "The neighbours don't lie under the new parent."),
    };

    private static Failure Of(FailureKind kind, string code, string field, string swedish, string english) => new(kind, code, swedish, english) { Faults = [new(code, field, swedish, english)] };
}
