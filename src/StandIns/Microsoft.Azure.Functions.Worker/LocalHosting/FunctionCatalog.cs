using System.Reflection;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker.LocalHosting;

/// <summary>The app's functions, found once at the start.</summary>
internal sealed class FunctionCatalog
{
    public FunctionCatalog(IEnumerable<Type> types, string routePrefix)
    {
        var functions = new Dictionary<string, LocalFunction>(StringComparer.OrdinalIgnoreCase);
        foreach (var method in types.SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)))
        {
            if (method.GetCustomAttribute<FunctionAttribute>() is { } attribute &&
                !functions.TryAdd(attribute.Name, Create(attribute.Name, method, routePrefix)))
            {
                throw new LocalRunException($"Two functions are named {attribute.Name}; names differ by more than case.");
            }
        }

        All = [.. functions.Values.OrderBy(function => function.Name, StringComparer.Ordinal)];
    }

    public IReadOnlyList<LocalFunction> All { get; }

    public LocalFunction? Find(string name) => All.FirstOrDefault(function => string.Equals(function.Name, name, StringComparison.OrdinalIgnoreCase));

    private static LocalFunction Create(string name, MethodInfo method, string routePrefix)
    {
        var triggers = method.GetParameters()
            .Select(parameter => (Parameter: parameter, Attribute: parameter.GetCustomAttribute<TriggerBindingAttribute>()))
            .Where(trigger => trigger.Attribute is not null)
            .ToList();
        return triggers switch
        {
            [{ Attribute: HttpTriggerAttribute http } trigger] => new HttpFunction(name, method, trigger.Parameter, http, routePrefix),
            [{ Attribute: TimerTriggerAttribute timer } trigger] => new TimerFunction(name, method, trigger.Parameter, timer),
            _ => throw new LocalRunException($"Function {name}: exactly one parameter must be a trigger, [HttpTrigger] or [TimerTrigger]."),
        };
    }
}
