using System.Globalization;
using System.Reflection;

namespace Hsvo.StandIns.Tests.Surface;

/// <summary>Types as one writes them in C#, without nullable annotations, and without namespaces where they are mentioned.</summary>
internal static class TypeName
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(sbyte)] = "sbyte",
        [typeof(char)] = "char",
        [typeof(short)] = "short",
        [typeof(ushort)] = "ushort",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
    };

    /// <summary>The name that begins a line: Namespace.Outer.Inner&lt;T&gt;.</summary>
    public static string Full(Type type)
    {
        var name = Plain(type) + Arguments(OwnArguments(type));
        return type.DeclaringType is { } outer ? $"{Full(outer)}.{name}" : $"{type.Namespace}.{name}";
    }

    /// <summary>The name of a type that a member mentions.</summary>
    public static string Short(Type type)
    {
        if (type.IsByRef)
        {
            return Short(type.GetElementType()!);
        }

        if (type.IsArray)
        {
            return $"{Short(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        }

        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return $"{Short(value)}?";
        }

        return Keywords.TryGetValue(type, out var keyword) ? keyword : Plain(type) + Arguments(OwnArguments(type));
    }

    /// <summary>The bare name, as a constructor has it.</summary>
    public static string Plain(Type type) => type.Name.Split('`')[0];

    public static string Arguments(Type[] arguments) => arguments.Length == 0 ? "" : $"<{string.Join(", ", arguments.Select(Short))}>";

    public static string Constraints(Type[] arguments) => string.Concat(arguments.Where(argument => argument.IsGenericParameter).Select(Constraint));

    public static string Value(object? value, Type type) => value switch
    {
        null => type.IsValueType && Nullable.GetUnderlyingType(type) is null ? "default" : "null",
        string text => $"\"{text}\"",
        bool truth => truth ? "true" : "false",
        _ when (Nullable.GetUnderlyingType(type) ?? type) is { IsEnum: true } kind => $"{kind.Name}.{Enum.ToObject(kind, value)}",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    // A nested type carries its outer type's arguments too; a generic parameter is nested in its type and has none.
    private static Type[] OwnArguments(Type type) =>
        type.IsGenericParameter ? [] : type.GetGenericArguments()[(type.DeclaringType?.GetGenericArguments().Length ?? 0)..];

    private static string Constraint(Type parameter)
    {
        var flags = parameter.GenericParameterAttributes;
        List<string> parts =
        [
            .. flags.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint) ? ["class"] : Array.Empty<string>(),
            .. flags.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint) ? ["struct"] : Array.Empty<string>(),
            .. parameter.GetGenericParameterConstraints().Where(type => type != typeof(ValueType)).Select(Short),
            .. (flags & (GenericParameterAttributes.DefaultConstructorConstraint | GenericParameterAttributes.NotNullableValueTypeConstraint))
                == GenericParameterAttributes.DefaultConstructorConstraint ? ["new()"] : Array.Empty<string>(),
        ];
        return parts.Count == 0 ? "" : $" where {parameter.Name} : {string.Join(", ", parts)}";
    }
}
