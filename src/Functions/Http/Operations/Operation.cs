using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Hsvo.Functions.Http.Operations;

/// <summary>An HTTP function as the app's own table has it: where it is, and how to call it.</summary>
internal sealed class Operation
{
    private readonly MethodInvoker _method;
    private readonly ObjectFactory? _factory;
    private readonly Func<HttpRequest, IReadOnlyDictionary<string, string>, CancellationToken, object>[] _arguments;

    /// <summary>Reads what the function says of itself.</summary>
    /// <param name="method">The function's method.</param>
    /// <param name="trigger">Its trigger.</param>
    /// <param name="keys">How keys may be written.</param>
    public Operation(MethodInfo method, HttpTriggerAttribute trigger, KeyStyle keys)
    {
        Function = method.GetCustomAttribute<FunctionAttribute>()!.Name;
        Template = new(trigger.Route!, keys);
        Methods = [.. trigger.Methods!.Select(m => m.ToUpperInvariant())];
        _method = MethodInvoker.Create(method);
        _factory = method.IsStatic ? null : ActivatorUtilities.CreateFactory(method.DeclaringType!, Type.EmptyTypes);
        _arguments = [.. method.GetParameters().Select(ArgumentOf)];
    }

    /// <summary>The function's name, which its rule of access and its query options go by.</summary>
    public string Function { get; }

    /// <summary>Where it is.</summary>
    public RouteTemplate Template { get; }

    /// <summary>The HTTP methods that it answers, in capitals.</summary>
    public IReadOnlyList<string> Methods { get; }

    /// <summary>Calls the function, as the worker does.</summary>
    /// <param name="request">The request.</param>
    /// <param name="values">The route's values.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task<IResult> RunAsync(HttpRequest request, IReadOnlyDictionary<string, string> values, CancellationToken cancellationToken)
    {
        var instance = _factory?.Invoke(request.HttpContext.RequestServices, null);
        var arguments = Array.ConvertAll<Func<HttpRequest, IReadOnlyDictionary<string, string>, CancellationToken, object>, object?>(
            _arguments, a => a(request, values, cancellationToken));
        var answer = _method.Invoke(instance, arguments.AsSpan());
        return answer is Task<IResult> later ? await later : (IResult)answer!;
    }

    private Func<HttpRequest, IReadOnlyDictionary<string, string>, CancellationToken, object> ArgumentOf(ParameterInfo parameter) => parameter.ParameterType switch
    {
        var type when type == typeof(HttpRequest) => static (request, _, _) => request,
        var type when type == typeof(CancellationToken) => static (_, _, cancellationToken) => cancellationToken,
        var type when type == typeof(string) => (_, values, _) => values[parameter.Name!],
        _ => throw new InvalidOperationException($"The function {Function} has a parameter that no address can give: {parameter.Name}."),
    };
}
