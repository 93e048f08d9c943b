using Hsvo.Functions.Http.Health;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Hsvo.Functions;

/// <summary>
/// Keeps every function but the liveness probe until the app has looked once whether its plans are there: no caller of a new installation is told that there
/// are none, no timer compiles a paper without them, and the start itself waits for no answer of storage.
/// </summary>
/// <param name="import">Looks.</param>
internal sealed class PlanImportMiddleware(PlanImportService import) : IFunctionsWorkerMiddleware
{
    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next) =>
        import.TriedOnce.IsCompletedSuccessfully || context.FunctionDefinition.Name == HealthFunctions.LiveName ? next(context) : WaitAsync(context, next);

    private async Task WaitAsync(FunctionContext context, FunctionExecutionDelegate next)
    {
        await import.TriedOnce.WaitAsync(context.CancellationToken);
        await next(context);
    }
}
