namespace Microsoft.Azure.Functions.Worker.Middleware;

#pragma warning disable CA1711 // The real name.
public delegate Task FunctionExecutionDelegate(FunctionContext context);
#pragma warning restore CA1711
