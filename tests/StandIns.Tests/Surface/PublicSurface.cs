using System.Reflection;
using System.Runtime.CompilerServices;

namespace Hsvo.StandIns.Tests.Surface;

/// <summary>What an assembly offers to those who compile against it, one line per claim: "Namespace.Type: member".</summary>
internal static class PublicSurface
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IEnumerable<string> Of(Assembly assembly) =>
        assembly.GetExportedTypes().Concat(assembly.GetForwardedTypes().Where(type => type.IsVisible)).SelectMany(Of);

    public static IEnumerable<string> Of(Type type)
    {
        var name = TypeName.Full(type);
        return Kind(type).Concat(Members(type)).Select(line => $"{name}: {line}");
    }

    private static IEnumerable<string> Kind(Type type)
    {
        yield return type switch
        {
            { IsEnum: true } => "enum",
            { IsInterface: true } => "interface",
            { IsValueType: true } => "struct",
            { IsAbstract: true, IsSealed: true } => "static class",
            _ when type.IsSubclassOf(typeof(Delegate)) => "delegate",
            { IsAbstract: true } => "abstract class",
            { IsSealed: true } => "sealed class",
            _ => "class",
        } + TypeName.Constraints(type.GetGenericArguments());

        if (type is { IsClass: true, BaseType: { } ancestor } && ancestor != typeof(object) && !type.IsSubclassOf(typeof(Delegate)))
        {
            yield return $"derives from {TypeName.Short(ancestor)}";
        }

        foreach (var contract in type.IsEnum || type.IsSubclassOf(typeof(Delegate)) ? [] : OwnInterfaces(type))
        {
            yield return $"implements {TypeName.Short(contract)}";
        }
    }

    private static IEnumerable<Type> OwnInterfaces(Type type) =>
        type.GetInterfaces().Where(contract => contract.IsVisible).Except(type.BaseType?.GetInterfaces() ?? []);

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
        {
            return type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => $"{field.Name} = {field.GetRawConstantValue()}");
        }

        if (type.IsSubclassOf(typeof(Delegate)))
        {
            return [Method(type.GetMethod("Invoke")!, "Invoke")];
        }

        return type.GetMembers(Declared).Select(member => member switch
        {
            ConstructorInfo constructor when IsOffered(constructor) && !constructor.IsStatic =>
                $"{Modifiers(constructor)}{TypeName.Plain(type)}({Parameters(constructor)})",
            MethodInfo method when IsOffered(method) && !IsAccessor(method) && !IsOfObject(method) => Method(method, MethodName(method)),
            PropertyInfo property when property.GetAccessors(true).Any(IsOffered) => Property(property),
            EventInfo happening when IsOffered(happening.AddMethod!) =>
                $"{Modifiers(happening.AddMethod!)}event {TypeName.Short(happening.EventHandlerType!)} {happening.Name}",
            FieldInfo { IsSpecialName: false } field when field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly => Field(field),
            _ => "",
        }).Where(line => line.Length > 0);
    }

    // Without InternalsVisibleTo nobody else can use what is "private protected" or internal.
    private static bool IsOffered(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsAccessor(MethodInfo method) => method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal);

    // Every type has these three.
    private static bool IsOfObject(MethodInfo method) => method.GetBaseDefinition().DeclaringType == typeof(object);

    private static string Method(MethodInfo method, string name) =>
        $"{Modifiers(method)}{name}({Parameters(method)}){TypeName.Constraints(method.GetGenericArguments())}";

    private static string MethodName(MethodInfo method) => method.Name switch
    {
        "op_Implicit" => $"implicit operator {TypeName.Short(method.ReturnType)}",
        "op_Explicit" => $"explicit operator {TypeName.Short(method.ReturnType)}",
        "op_Equality" => "bool operator ==",
        "op_Inequality" => "bool operator !=",
        _ => $"{ReturnType(method.ReturnParameter)} {method.Name}{TypeName.Arguments(method.GetGenericArguments())}",
    };

    private static string ReturnType(ParameterInfo returned) =>
        returned.ParameterType.IsByRef ? $"ref {TypeName.Short(returned.ParameterType)}" : TypeName.Short(returned.ParameterType);

    private static string Property(PropertyInfo property)
    {
        var accessors = property.GetAccessors(true).Where(IsOffered).ToList();
        var widest = accessors.Find(accessor => accessor.IsPublic) ?? accessors[0];
        var name = property.GetIndexParameters() is { Length: > 0 } index ? $"this[{string.Join(", ", index.Select(Parameter))}]" : property.Name;
        var parts = accessors
            .OrderBy(accessor => accessor.ReturnType == typeof(void))
            .Select(accessor => (widest.IsPublic && !accessor.IsPublic ? "protected " : "") + Accessor(accessor));
        return $"{Modifiers(widest)}{TypeName.Short(property.PropertyType)} {name} {{ {string.Join(" ", parts)} }}";
    }

    private static string Accessor(MethodInfo accessor) => accessor.ReturnType != typeof(void) ? "get;"
        : accessor.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? "init;"
        : "set;";

    private static string Field(FieldInfo field)
    {
        var modifiers = (field.IsPublic ? "" : "protected ") + (field.IsLiteral ? "const " : (field.IsStatic ? "static " : "") + (field.IsInitOnly ? "readonly " : ""));
        return $"{modifiers}{TypeName.Short(field.FieldType)} {field.Name}{(field.IsLiteral ? $" = {TypeName.Value(field.GetRawConstantValue(), field.FieldType)}" : "")}";
    }

    private static string Modifiers(MethodBase method)
    {
        var access = method.IsPublic ? "" : "protected ";
        return access + method switch
        {
            { DeclaringType.IsInterface: true, IsStatic: false } => "",
            { IsStatic: true } => "static ",
            MethodInfo { IsVirtual: true, IsFinal: false } own when own.GetBaseDefinition().DeclaringType == own.DeclaringType =>
                own.IsAbstract ? "abstract " : "virtual ",
            MethodInfo { IsVirtual: true } own when own.GetBaseDefinition().DeclaringType != own.DeclaringType => "override ",
            _ => "",
        };
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(
        (parameter, position) => position == 0 && method.IsDefined(typeof(ExtensionAttribute)) ? $"this {Parameter(parameter)}" : Parameter(parameter)));

    private static string Parameter(ParameterInfo parameter)
    {
        var modifier = parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params "
            : !parameter.ParameterType.IsByRef ? ""
            : parameter.IsOut ? "out "
            : parameter.IsIn ? "in "
            : "ref ";
        var standard = parameter.HasDefaultValue ? $" = {TypeName.Value(parameter.DefaultValue, parameter.ParameterType)}" : "";
        return $"{modifier}{TypeName.Short(parameter.ParameterType)} {parameter.Name}{standard}";
    }
}
