using Hsvo.Contracts.Api;
using Hsvo.Domain.Reports;
using Hsvo.Functions.Mapping;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Http.Api;

/// <summary>Lets the coordinator permit late changes in a sealed round.</summary>
/// <param name="permits">The use case.</param>
public sealed class PermitsFunctions(PermitLateChange permits)
{
    private const string PermitsRoute = "hsvo/v1/plans/{plan}/rounds/{round}/late-change-permits";

    /// <summary><c>GET /hsvo/v1/plans/{plan}/rounds/{round}/late-change-permits</c>: every permit given.</summary>
    [Function("ListLateChangePermits")]
    [Access(Access.Read)]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = PermitsRoute)] HttpRequest request, string plan, string round,
        CancellationToken cancellationToken) =>
        (await permits.ListAsync(plan, round, cancellationToken)).ToResult(Json.Api, p => new PermitList([.. p.Select(PermitMapping.ToDocument)]));

    /// <summary><c>POST …/late-change-permits</c> with <c>{"department","until","reason"}</c>.</summary>
    [Function("PermitLateChange")]
    [Access(Access.Coordinate)]
    public async Task<IResult> PermitAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = PermitsRoute)] HttpRequest request, string plan, string round,
        CancellationToken cancellationToken)
    {
        if (!(await JsonBody.ReadAsync(request, cancellationToken)).Succeeded(out var body, out var failure))
        {
            return FailureResult.Of(failure);
        }

        using (body)
        {
            var errors = new List<FieldError>();
            var fields = new JsonFields(body.RootElement, errors);
            var (department, until, reason) = (fields.Text("department"), fields.Date("until"), fields.Text("reason"));
            fields.RefuseOthers();
            BodyFailures.Require(department, "department", errors);
            BodyFailures.Require(until, "until", errors);
            BodyFailures.Require(reason, "reason", errors);
            if (errors.Count > 0)
            {
                return FailureResult.Of(BodyFailures.Of("permit.invalid", "Undantaget har inte sparats.", "The permit was not stored.", errors));
            }

            return (await permits.HandleAsync(request.Caller(), plan, round, new(department!, until!.Value, reason!), cancellationToken))
                .ToResult(Json.Api, PermitMapping.ToDocument);
        }
    }
}
