using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Azure.Functions.Worker.LocalHosting;

/// <summary>
/// Calls a function's method: everything that reflection has to tell is asked once, here. What has to be made ready for it is when it is first called: an app
/// has many functions, and each start would wait for all of them.
/// </summary>
internal sealed class FunctionInvoker
{
    private readonly Lazy<MethodInvoker> _method;
    private readonly Func<object?, Task<object?>> _await;
    private readonly Lazy<ObjectFactory?> _factory;
    private readonly Func<Invocation, object?>[] _arguments;

    public FunctionInvoker(string name, MethodInfo method, ParameterInfo trigger)
    {
        _factory = new(() => method.IsStatic ? null : ActivatorUtilities.CreateFactory(method.DeclaringType!, Type.EmptyTypes));
        _arguments = [.. method.GetParameters().Select(parameter => ArgumentBinding.For(parameter, isTrigger: parameter.Position == trigger.Position))];
        _method = new(() => MethodInvoker.Create(method));
        _await = Awaiting(name, method.ReturnType);
    }

    public async Task<object?> InvokeAsync(Invocation invocation)
    {
        object? instance = _factory.Value?.Invoke(invocation.InstanceServices, null);
        object?[] arguments = Array.ConvertAll(_arguments, argument => argument(invocation));
        return await _await(_method.Value.Invoke(instance, arguments.AsSpan()));
    }

    private static Func<object?, Task<object?>> Awaiting(string name, Type returnType)
    {
        if (returnType == typeof(Task))
        {
            return static async result =>
            {
                await (Task)result!;
                return null;
            };
        }

        if (returnType.IsGenericType && returnType.GetGenericTypeDefinition() == typeof(Task<>))
        {
            return typeof(FunctionInvoker).GetMethod(nameof(ResultOf), BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod(returnType.GetGenericArguments())
                .CreateDelegate<Func<object?, Task<object?>>>();
        }

        if (returnType == typeof(ValueTask) || (returnType.IsGenericType && returnType.GetGenericTypeDefinition() == typeof(ValueTask<>)))
        {
            throw new LocalRunException($"Function {name}: the worker doesn't await a ValueTask; return a Task.");
        }

        return Task.FromResult;
    }

    private static async Task<object?> ResultOf<T>(object? task) => await (Task<T>)task!;
}
