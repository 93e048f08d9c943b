using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace Microsoft.Azure.Functions.Worker.LocalHosting;

/// <summary>Where a function's parameters come from: the invocation, or the route and query by name.</summary>
internal static class ArgumentBinding
{
    public static Func<Invocation, object?> For(ParameterInfo parameter, bool isTrigger)
    {
        if (isTrigger)
        {
            return static invocation => invocation.Trigger;
        }

        if (parameter.ParameterType == typeof(FunctionContext))
        {
            return static invocation => invocation;
        }

        if (parameter.ParameterType == typeof(CancellationToken))
        {
            return static invocation => invocation.CancellationToken;
        }

        string name = parameter.Name!;
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        bool canBeNull = type != parameter.ParameterType || !type.IsValueType;
        return invocation =>
        {
            if (invocation.BindingContext.BindingData.TryGetValue(name, out object? value) && value is string text)
            {
                return Convert(text, type) ??
                    throw new InvalidOperationException($"Cannot convert input parameter '{name}' of function '{invocation.Function.Name}' to {type.FullName}.");
            }

            if (parameter.HasDefaultValue || canBeNull)
            {
                return parameter.HasDefaultValue ? parameter.DefaultValue : null;
            }

            throw new InvalidOperationException(
                $"Could not populate the value for '{name}' parameter of function '{invocation.Function.Name}'. Consider adding a default value or making the parameter nullable.");
        };
    }

    private static object? Convert(string text, Type type)
    {
        if (type == typeof(string))
        {
            return text;
        }

        if (type == typeof(Guid))
        {
            return Guid.TryParse(text, out var guid) ? guid : null;
        }

        if (type == typeof(DateTimeOffset))
        {
            return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var instant) ? instant : null;
        }

        if (type == typeof(DateTime))
        {
            return DateTime.TryParse(text, CultureInfo.InvariantCulture, out var time) ? time : null;
        }

        try
        {
            return JsonSerializer.Deserialize(text, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
