using Hsvo.Contracts.Api;
using Hsvo.Functions.Mapping;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Http.Api;

/// <summary>Lets a department say that it has nothing more to report in a round.</summary>
/// <param name="declare">The use case.</param>
public sealed class DeclarationsFunctions(DeclareNothingMore declare)
{
    private const string DeclarationsRoute = RoundRoutes.Round + "/declarations";

    private static readonly Refusal Refused = new("declaration.invalid", "Inget har sparats.", "Nothing was stored.");

    /// <summary><c>GET /hsvo/v1/plans/{plan}/rounds/{round}/declarations</c>: those that hold.</summary>
    [Function("ListDeclarations")]
    [Access(Access.Read)]
    [Operation(
        "Listar vilka förvaltningar som inte har mer att rapportera i en omgång.",
        "Lists the departments that have nothing more to report in a round.",
        Answer = typeof(DeclarationList))]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = DeclarationsRoute)] HttpRequest request, string plan, string round,
        CancellationToken cancellationToken) =>
        (await declare.ListAsync(plan, round, cancellationToken)).ToResult(Json.Api, d => new DeclarationList([.. d.Select(DeclarationMapping.ToDocument)]));

    /// <summary><c>POST …/declarations</c> with <c>{"department"}</c>, the caller's own. What is reported afterwards counts all the same.</summary>
    [Function("DeclareNothingMore")]
    [Access(Access.Report)]
    [Operation(
        "Säger att den egna förvaltningen inte har mer att rapportera i omgången. Det som rapporteras efteråt räknas ändå.",
        "Says that the caller's department has nothing more to report in the round. What is reported afterwards counts all the same.",
        Body = typeof(DeclarationRequest), Answer = typeof(DeclarationDocument), Refuses = [409])]
    public async Task<IResult> DeclareAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = DeclarationsRoute)] HttpRequest request, string plan, string round,
        CancellationToken cancellationToken)
    {
        if (!(await SmallBody.ReadAsync(request, Refused, fields => fields.NeededText("department"), cancellationToken)).Succeeded(out var department, out var failure))
        {
            return FailureResult.Of(failure);
        }

        return (await declare.HandleAsync(request.Caller(), plan, round, department, cancellationToken)).ToResult(Json.Api, DeclarationMapping.ToDocument);
    }

    /// <summary><c>DELETE …/declarations/{department}</c>: takes it back. That it was said is kept.</summary>
    [Function("WithdrawDeclaration")]
    [Access(Access.Report)]
    [Operation(
        "Tar tillbaka att det inte kommer mer. Att det har sagts finns kvar.",
        "Takes back that there is nothing more. That it was said is kept.",
        Refuses = [409, 422])]
    public async Task<IResult> WithdrawAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = DeclarationsRoute + "/{department}")] HttpRequest request,
        string plan, string round, string department, CancellationToken cancellationToken) =>
        (await declare.WithdrawAsync(request.Caller(), plan, round, department, cancellationToken)).Succeeded(out _, out var failure)
            ? Results.NoContent()
            : FailureResult.Of(InPath(failure));

    // The department stands in the path here.
    private static Failure InPath(Failure failure) =>
        failure with { Faults = [.. failure.Faults.Select(f => f with { Pointer = f.Pointer.TrimStart('/') })] };
}
