using Hsvo.Functions.Http.Operations;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Hsvo.Functions.Http;

/// <summary>
/// Refuses query options that a function doesn't know, and any that stands twice. They are never ignored: a client would take the answer for the
/// answer to another question. The catch-alls have nothing to ask and answer that first; what they hand on is asked
/// as its function is.
/// </summary>
internal sealed class QueryMiddleware : IFunctionsWorkerMiddleware
{
    private static readonly Dictionary<string, QueryAttribute> Known = FunctionAttributes.Of<QueryAttribute>();

    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next) =>
        context.GetHttpContext() is { } http
        && ServedOperation.FunctionOf(context, http) is var function && !AccessPolicy.IsCatchAll(function)
        && Known.GetValueOrDefault(function) is not { IsReadByFunction: true } and var known
        && FaultsOf(http.Request.Query, known?.Names ?? []) is { Count: > 0 } faults
            ? FailureResult.Of(QueryFailures.Of(faults)).ExecuteAsync(http)
            : next(context);

    private static List<Fault> FaultsOf(IQueryCollection query, IReadOnlyList<string> known)
    {
        var faults = new List<Fault>();
        foreach (var (name, values) in query)
        {
            if (!known.Contains(name, StringComparer.Ordinal))
            {
                var choices = string.Join(", ", known);
                faults.Add(known.Count == 0
                    ? new("query.unknown", name, "Frågeparametern finns inte; den här adressen tar inga.", "There is no such query option; this address takes none.")
                    : new("query.unknown", name, $"Frågeparametern finns inte här; de som finns: {choices}.",
                        $"There is no such query option here; there are: {choices}."));
            }
            else if (values.Count != 1)
            {
                faults.Add(new("query.repeated", name, "Frågeparametern får stå en gång.", "The query option may stand once."));
            }
        }

        return faults;
    }
}
