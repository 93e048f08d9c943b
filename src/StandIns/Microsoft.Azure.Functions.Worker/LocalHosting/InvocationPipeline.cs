using Microsoft.Azure.Functions.Worker.Middleware;

namespace Microsoft.Azure.Functions.Worker.LocalHosting;

/// <summary>The worker's middleware around a function, first added outermost.</summary>
internal sealed class InvocationPipeline
{
    private readonly List<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> _middleware = [];

    public void Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware) => _middleware.Add(middleware);

    public FunctionExecutionDelegate Build() =>
        Enumerable.Reverse(_middleware).Aggregate((FunctionExecutionDelegate)ExecuteAsync, (next, middleware) => middleware(next));

    private static async Task ExecuteAsync(FunctionContext context)
    {
        var invocation = (Invocation)context;
        invocation.Result = await invocation.Function.InvokeAsync(invocation);
    }
}
