using System.Security.Cryptography;
using System.Text;
using Hsvo.Domain.Meetings;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Proposals;
using Hsvo.Domain.Reports;
using Hsvo.UseCases.Stores;

namespace Hsvo.UseCases.Proposals;

/// <summary>What a unit proposes.</summary>
/// <param name="Year">The year it is for.</param>
/// <param name="Kind">An area or a group.</param>
/// <param name="Text">What is to be prioritised.</param>
/// <param name="Motivation">Why; null for nothing.</param>
public sealed record ProposalDraft(int Year, ProposalKind Kind, string Text, string? Motivation);

/// <summary>What came of a proposal.</summary>
/// <param name="Proposal">The proposal as it is kept.</param>
/// <param name="IsNew">False for a re-send of one that is there.</param>
public sealed record ProposalReceipt(Proposal Proposal, bool IsNew);

/// <summary>A unit proposes an area or a group for a coming year, always for itself.</summary>
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
        if (await FindUnitAsync(caller, cancellationToken) is not { } unit)
        {
            return new Failure(FailureKind.Forbidden, "department.none",
                "Du är inte kopplad till någon förvaltning i planerna och kan därför inte föreslå något.", "You speak for no department of the plans, and so can't propose anything.");
        }

        if (FaultsOf(draft) is { Count: > 0 } faults)
        {
            return new Failure(FailureKind.Invalid, "proposal.invalid", "Förslaget har inte sparats.", "The proposal was not stored.") { Faults = faults };
        }

        var proposal = new Proposal
        {
            Id = IdOf(unit.Department, idempotencyKey is null ? Guid.NewGuid().ToString("N") : $"{caller.ObjectId}\n{idempotencyKey}"),
            Area = area.Area,
            Year = draft.Year,
            Kind = draft.Kind,
            Text = draft.Text.Trim(),
            Motivation = string.IsNullOrWhiteSpace(draft.Motivation) ? null : draft.Motivation.Trim(),
            Department = unit.Department.Id,
            DepartmentName = unit.Department.Name,
            Board = unit.Board,
            ProposedAt = time.Today(),
            ProposedBy = caller.ObjectId,
            IsExample = caller.IsExample,
        };
        if (await proposals.TryAddAsync(proposal, cancellationToken))
        {
            return new ProposalReceipt(proposal, IsNew: true);
        }

        var kept = (await proposals.ListAsync(area.Area, cancellationToken)).First(p => p.Id == proposal.Id);
        return (kept.Year, kept.Kind, kept.Text, kept.Motivation) == (proposal.Year, proposal.Kind, proposal.Text, proposal.Motivation)
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

    // As the newest plan that knows the unit names it, and its board.
    private async Task<(Department Department, string? Board)?> FindUnitAsync(Caller caller, CancellationToken cancellationToken)
    {
        if (caller.Department is not { } id)
        {
            return null;
        }

        var plan = (await plans.ListAsync(cancellationToken)).Select(s => s.Plan).Where(p => p.FindDepartment(id) is not null)
            .OrderByDescending(p => p.Year).ThenBy(p => p.Id, StringComparer.Ordinal).FirstOrDefault();
        return plan?.FindDepartment(id) is { } department
            ? (department, plan.Boards.FirstOrDefault(b => b.Id == department.Board)?.Name)
            : null;
    }
}
