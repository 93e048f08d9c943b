using System.Reflection;

namespace Microsoft.Azure.Functions.Worker.LocalHosting;

/// <summary>A method with [Function], ready to be called.</summary>
internal abstract class LocalFunction(string name, MethodInfo method, ParameterInfo trigger, string triggerType)
{
    private readonly FunctionInvoker _invoker = new(name, method, trigger);

    public FunctionDefinition Definition { get; } = new LocalFunctionDefinition(name, method, trigger.Name!, triggerType);

    public string Name => Definition.Name;

    public string TriggerParameter { get; } = trigger.Name!;

    public Task<object?> InvokeAsync(Invocation invocation) => _invoker.InvokeAsync(invocation);
}
