using Microsoft.OData.Edm;

namespace Hsvo.OData;

/// <summary>Which type of the entity data model a type of the rows is.</summary>
internal static class EdmTypes
{
    private static readonly Dictionary<Type, EdmPrimitiveTypeKind> Kinds = new()
    {
        [typeof(string)] = EdmPrimitiveTypeKind.String,
        [typeof(bool)] = EdmPrimitiveTypeKind.Boolean,
        [typeof(int)] = EdmPrimitiveTypeKind.Int32,
        [typeof(long)] = EdmPrimitiveTypeKind.Int64,
        [typeof(float)] = EdmPrimitiveTypeKind.Single,
        [typeof(double)] = EdmPrimitiveTypeKind.Double,
        [typeof(decimal)] = EdmPrimitiveTypeKind.Decimal,
        [typeof(Guid)] = EdmPrimitiveTypeKind.Guid,
        [typeof(DateOnly)] = EdmPrimitiveTypeKind.Date,
        [typeof(TimeOnly)] = EdmPrimitiveTypeKind.TimeOfDay,
        [typeof(DateTimeOffset)] = EdmPrimitiveTypeKind.DateTimeOffset,
        [typeof(TimeSpan)] = EdmPrimitiveTypeKind.Duration,
    };

    private static readonly Dictionary<EdmPrimitiveTypeKind, Type> Types = Kinds.ToDictionary(k => k.Value, k => k.Key);

    public static IEdmTypeReference ReferenceOf(EdmModel model, string modelNamespace, Type type, bool isNullable)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            { IsEnum: true } => new EdmEnumTypeReference(EnumOf(model, modelNamespace, type), isNullable),
            _ when type == typeof(decimal) => new EdmDecimalTypeReference(EdmCoreModel.Instance.GetPrimitiveType(EdmPrimitiveTypeKind.Decimal), isNullable, precision: null, scale: null),
            _ when Kinds.TryGetValue(type, out var kind) => EdmCoreModel.Instance.GetPrimitive(kind, isNullable),
            _ => throw new NotSupportedException($"A property can't be of {type}."),
        };
    }

    /// <summary>The type that a primitive type is computed with; null when it isn't known here.</summary>
    public static Type? TypeOf(IEdmTypeReference reference) => reference.IsPrimitive() ? Types.GetValueOrDefault(reference.PrimitiveKind()) : null;

    private static IEdmEnumType EnumOf(EdmModel model, string modelNamespace, Type type)
    {
        if (model.FindDeclaredType($"{modelNamespace}.{type.Name}") is IEdmEnumType known)
        {
            return known;
        }

        var edm = new EdmEnumType(modelNamespace, type.Name);
        foreach (var member in Enum.GetValues(type))
        {
            edm.AddMember(member.ToString(), new EdmEnumMemberValue(Convert.ToInt64(member, null)));
        }

        model.AddElement(edm);
        return edm;
    }
}
