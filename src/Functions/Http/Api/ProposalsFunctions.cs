using Hsvo.Contracts.Api;
using Hsvo.Domain.Proposals;
using Hsvo.Domain.Reports;
using Hsvo.Functions.Mapping;
using Hsvo.UseCases;
using Hsvo.UseCases.Proposals;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Http.Api;

/// <summary>Collects what units and boards propose for coming years.</summary>
/// <param name="proposals">Lists.</param>
/// <param name="make">Makes one.</param>
/// <param name="withdraw">Takes one back.</param>
public sealed class ProposalsFunctions(ReadProposals proposals, MakeProposal make, WithdrawProposal withdraw)
{
    /// <summary><c>GET /hsvo/v1/proposals?year=</c>: every proposal, or those for one year; those taken back say so.</summary>
    [Function("ListProposals")]
    [Access(Access.Read)]
    [Query("year")]
    [Operation(
        "Listar förslag till kommande år. De som har tagits tillbaka säger det.",
        "Lists the proposals for coming years. Those taken back say so.",
        Answer = typeof(ProposalList))]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "hsvo/v1/proposals")] HttpRequest request, CancellationToken cancellationToken)
    {
        if (!YearQuery.TryRead(request, out var year, out var failure))
        {
            return FailureResult.Of(failure);
        }

        return Results.Json(ProposalMapping.ToList(await proposals.ListAsync(year, cancellationToken)), Json.Api);
    }

    /// <summary>
    /// <c>POST /hsvo/v1/proposals</c> with <c>{"year","kind","text","motivation"?}</c> for the caller's own unit; a coordinator may name another
    /// <c>"department"</c>, or the <c>"board"</c>, that it enters the proposal for. 201, or 200 when the same was sent with the same Idempotency-Key before.
    /// </summary>
    [Function("MakeProposal")]
    [Access(Access.Report)]
    [Operation(
        "Lämnar ett förslag till ett kommande år. För den egna förvaltningen; kontoret kan lämna det åt en annan eller åt en nämnd. Skickas det igen med samma Idempotency-Key blir svaret 200.",
        "Makes a proposal for a coming year. For the caller's own department; the office may enter it for another or for a board. Sent again with the same Idempotency-Key, the answer is 200.",
        Body = typeof(ProposalRequest), Answer = typeof(ProposalDocument), Creates = true, Headers = [IdempotencyKeys.Header])]
    public async Task<IResult> MakeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "hsvo/v1/proposals")] HttpRequest request, CancellationToken cancellationToken)
    {
        var read = await SmallBody.ReadAsync(
            request,
            new("proposal.invalid", "Förslaget har inte sparats.", "The proposal was not stored."),
            f => new ProposalDraft(f.NeededWhole("year"), f.NeededName<ProposalKind>("kind"), f.NeededText("text"), f.Text("motivation"))
            {
                Department = f.Text("department"),
                Board = f.Text("board"),
            },
            cancellationToken);
        if (!read.Succeeded(out var draft, out var failure))
        {
            return FailureResult.Of(failure);
        }

        var errors = new List<FieldError>();
        var key = IdempotencyKeys.Read(request, errors);
        if (errors.Count > 0)
        {
            return FailureResult.Of(new Failure(FailureKind.Invalid, "proposal.invalid", "Förslaget har inte sparats.", "The proposal was not stored.")
            {
                Faults = [.. errors.Select(e => new Fault(e.Code, e.Field, e.Swedish, e.English))],
            });
        }

        return (await make.HandleAsync(request.Caller(), draft, key, cancellationToken)).Succeeded(out var receipt, out failure)
            ? Results.Json(ProposalMapping.ToDocument(receipt.Proposal), Json.Api, statusCode: receipt.IsNew ? StatusCodes.Status201Created : StatusCodes.Status200OK)
            : FailureResult.Of(failure);
    }

    /// <summary><c>DELETE /hsvo/v1/proposals/{proposalId}</c>: takes a proposal back; it stays in the list and says so.</summary>
    [Function("WithdrawProposal")]
    [Access(Access.Report)]
    [Operation(
        "Tar tillbaka ett förslag. Det står kvar i listan och säger det.",
        "Takes a proposal back. It stays in the list and says so.",
        Answer = typeof(ProposalDocument))]
    public async Task<IResult> WithdrawAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "hsvo/v1/proposals/{proposalId}")] HttpRequest request, string proposalId,
        CancellationToken cancellationToken) =>
        (await withdraw.HandleAsync(request.Caller(), proposalId, cancellationToken)).ToResult(Json.Api, ProposalMapping.ToDocument);
}
