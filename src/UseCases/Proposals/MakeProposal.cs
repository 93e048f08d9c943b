using System.Security.Cryptography;
using System.Text;
using Hsvo.Domain.Meetings;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Proposals;
using Hsvo.Domain.Reports;
using Hsvo.UseCases.Stores;

namespace Hsvo.UseCases.Proposals;

/// <summary>What a unit or a board proposes.</summary>
/// <param name="Year">The year it is for.</param>
/// <param name="Kind">An area or a group.</param>
/// <param name="Text">What is to be prioritised.</param>
/// <param name="Motivation">Why; null for nothing.</param>
public sealed record ProposalDraft(int Year, ProposalKind Kind, string Text, string? Motivation)
{
    /// <summary>The unit that proposes, by its id in the plans; null for the caller's own.</summary>
    public string? Department { get; init; }

    /// <summary>The board that proposes, by its id in the plans; null where a unit does.</summary>
    public string? Board { get; init; }
}

/// <summary>What came of a proposal.</summary>
/// <param name="Proposal">The proposal as it is kept.</param>
/// <param name="IsNew">False for a re-send of one that is there.</param>
public sealed record ProposalReceipt(Proposal Proposal, bool IsNew);

/// <summary>
/// A unit proposes an area or a group for a coming year, always for itself. The coordinating office enters what other units, and boards, have proposed to
/// it: a board reports nothing itself.
/// </summary>
/// <param name="area">The area served.</param>
/// <param name="proposals">The proposals.</param>
/// <param name="plans">The plans, which know the units.</param>
/// <param name="time">The clock.</param>
public sealed class MakeProposal(AreaOptions area, IProposalStore proposals, ReadPlans plans, TimeProvider time)
{
    /// <summary>The longest proposal, in characters.</summary>
    public const int MaxText = 1_000;

    /// <summary>The longest motivation, in characters.</summary>
    public const int MaxMotivation = 4_000;

    /// <summary>Makes a proposal.</summary>
    /// <param name="caller">A reporter or coordinator.</param>
    /// <param name="draft">What is proposed.</param>
    /// <param name="idempotencyKey">The caller's key for safe re-sends, or null.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task<Outcome<ProposalReceipt>> HandleAsync(Caller caller, ProposalDraft draft, string? idempotencyKey, CancellationToken cancellationToken)
    {
        if (!(await FindProposerAsync(caller, draft, cancellationToken)).Succeeded(out var proposer, out var refused))
        {
            return refused;
        }

        if (FaultsOf(draft) is { Count: > 0 } faults)
        {
            return new Failure(FailureKind.Invalid, "proposal.invalid", "Förslaget har inte sparats.", "The proposal was not stored.") { Faults = faults };
        }

        var proposal = new Proposal
        {
            Id = IdOf(proposer.Unit, idempotencyKey is null ? Guid.NewGuid().ToString("N") : $"{caller.ObjectId}\n{idempotencyKey}"),
            Area = area.Area,
            Year = draft.Year,
            Kind = draft.Kind,
            Text = draft.Text.Trim(),
            Motivation = string.IsNullOrWhiteSpace(draft.Motivation) ? null : draft.Motivation.Trim(),
            Department = proposer.Unit.Id,
            DepartmentName = proposer.Unit.Name,
            Board = proposer.Board,
            IsOfBoard = draft.Board is not null,
            IsEnteredByOffice = draft.Board is not null || proposer.Unit.Id != caller.Department,
            ProposedAt = time.Today(),
            ProposedBy = caller.ObjectId,
            SentAt = time.GetUtcNow(),
            Origin = caller.Origin,
            IsExample = caller.IsExample,
        };
        if (await proposals.TryAddAsync(proposal, cancellationToken))
        {
            return new ProposalReceipt(proposal, IsNew: true);
        }

        var kept = (await proposals.ListAsync(area.Area, cancellationToken)).First(p => p.Id == proposal.Id);
        return (kept.Year, kept.Kind, kept.Text, kept.Motivation, kept.IsOfBoard) == (proposal.Year, proposal.Kind, proposal.Text, proposal.Motivation, proposal.IsOfBoard)
            ? new ProposalReceipt(kept, IsNew: false)
            : new Failure(FailureKind.Invalid, "idempotency.mismatch",
                "Nyckeln har redan använts till ett annat förslag.", "The key was used for another proposal already.")
            {
                Faults = [new("idempotency.mismatch", "Idempotency-Key", "Använd en ny nyckel.", "Use a new key.")],
            };
    }

    private static List<Fault> FaultsOf(ProposalDraft draft)
    {
        var errors = new List<FieldError>();
        if (draft.Year is < 2000 or > 2099)
        {
            errors.Add(new("year.range", "year", "Året ska vara mellan 2000 och 2099.", "The year must be from 2000 to 2099."));
        }

        if (string.IsNullOrWhiteSpace(draft.Text))
        {
            errors.Add(new("text.required", "text", "Skriv vad som föreslås.", "Say what is proposed."));
        }

        FreeText.Check(draft.Text, MaxText, "text", errors);
        FreeText.Check(draft.Motivation, MaxMotivation, "motivation", errors);
        return [.. errors.Select(e => new Fault(e.Code, $"/{e.Field}", e.Swedish, e.English))];
    }

    // The key itself may be anything; what becomes of it is an id, the same for the same caller and key whatever is proposed.
    private static string IdOf(Department department, string key)
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 8));
        var unit = department.Id[..Math.Min(department.Id.Length, 40)];
        return $"{unit}.{digest}";
    }

    // As the newest plan that knows the unit or board names it.
    private async Task<Outcome<Proposer>> FindProposerAsync(Caller caller, ProposalDraft draft, CancellationToken cancellationToken)
    {
        if (draft is { Department: not null, Board: not null })
        {
            return Invalid(new("proposer.one", "/board", "Ett förslag är en enhets eller en nämnds: skicka department eller board, inte båda.",
                "A proposal is a unit's or a board's: send department or board, not both."));
        }

        if (!caller.Is(Role.Coordinator) && (draft.Board is not null || (draft.Department is not null && draft.Department != caller.Department)))
        {
            return new Failure(FailureKind.Forbidden, "proposal.otherDepartment",
                "Bara det samordnande kontoret för in andras förslag.", "Only the coordinating office enters what others propose.");
        }

        Plan[] known = [.. (await plans.ListAsync(cancellationToken)).Select(s => s.Plan).OrderByDescending(p => p.Year).ThenBy(p => p.Id, StringComparer.Ordinal)];
        if (draft.Board is { } board)
        {
            return known.Select(p => ProposerOf(p, p.Departments.FirstOrDefault(d => d.Board == board))).OfType<Proposer>().FirstOrDefault() is { } office
                ? office
                : Unknown("board", board, "Nämnden", "board", known.SelectMany(p => p.Departments.Select(d => d.Board)));
        }

        if ((draft.Department ?? caller.Department) is not { } id)
        {
            return NoUnit;
        }

        return known.Select(p => ProposerOf(p, p.FindDepartment(id))).OfType<Proposer>().FirstOrDefault() is { } unit ? unit
            : draft.Department is null ? NoUnit
            : Unknown("department", id, "Enheten", "unit", known.SelectMany(p => p.Departments.Select(d => d.Id)));
    }

    private static Proposer? ProposerOf(Plan plan, Department? unit) =>
        unit is null ? null : new(unit, plan.Boards.FirstOrDefault(b => b.Id == unit.Board)?.Name);

    private static Failure NoUnit { get; } = new(FailureKind.Forbidden, "department.none",
        "Du är inte kopplad till någon enhet i planerna och kan därför inte föreslå något.", "You speak for no unit of the plans, and so can't propose anything.");

    private static Failure Unknown(string field, string id, string swedish, string english, IEnumerable<string?> known)
    {
        var choices = string.Join(", ", known.OfType<string>().Distinct().Order(StringComparer.Ordinal));
        return Invalid(new($"{field}.unknown", $"/{field}", $"{swedish} ”{Excerpt.Of(id)}” finns inte i planerna; de som finns: {choices}.",
            $"There is no {english} '{Excerpt.Of(id)}' in the plans; there are: {choices}."));
    }

    private static Failure Invalid(Fault fault) =>
        new(FailureKind.Invalid, "proposal.invalid", "Förslaget har inte sparats.", "The proposal was not stored.") { Faults = [fault] };

    private sealed record Proposer(Department Unit, string? Board);
}
