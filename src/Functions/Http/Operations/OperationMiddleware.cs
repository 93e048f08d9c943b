using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Hsvo.Functions.Http.Operations;

/// <summary>Finds what function a request means that the host has given to a catch-all: before access and query options are checked, which are that function's.</summary>
internal sealed class OperationMiddleware : IFunctionsWorkerMiddleware
{
    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is { Request: var request } http
            && AccessPolicy.IsCatchAll(context.FunctionDefinition.Name)
            && OperationTable.Of(request.Path).Find(request.Method, request.Path) is { } served)
        {
            http.Features.Set(served);
        }

        return next(context);
    }
}
