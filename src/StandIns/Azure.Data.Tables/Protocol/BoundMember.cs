using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.Serialization;

namespace Azure.Data.Tables.Protocol;

/// <summary>A public property or field of an entity class, compiled once.</summary>
internal sealed class BoundMember
{
    private BoundMember(MemberInfo member, Type type, bool readable, bool writable)
    {
        Name = member.GetCustomAttribute<DataMemberAttribute>()?.Name ?? member.Name;
        Type = System.Nullable.GetUnderlyingType(type) ?? type;
        Nullable = !type.IsValueType || Type != type;

        var entity = Expression.Parameter(typeof(object));
        var access = Expression.MakeMemberAccess(Expression.Convert(entity, member.DeclaringType!), member);
        Get = readable ? Expression.Lambda<Func<object, object?>>(Expression.Convert(access, typeof(object)), entity).Compile() : null;
        if (writable)
        {
            var value = Expression.Parameter(typeof(object));
            Set = Expression.Lambda<Action<object, object?>>(Expression.Assign(access, Expression.Convert(value, type)), entity, value).Compile();
        }
    }

    public string Name { get; }

    /// <summary>Its type, without the Nullable around it.</summary>
    public Type Type { get; }

    public bool Nullable { get; }

    public Func<object, object?>? Get { get; }

    public Action<object, object?>? Set { get; }

    public static IReadOnlyList<BoundMember> Of(Type type)
    {
        var members = new List<BoundMember>();
        foreach (var member in type.GetMembers(BindingFlags.Public | BindingFlags.Instance))
        {
            if (!member.IsDefined(typeof(IgnoreDataMemberAttribute)) && Bind(member) is { } bound)
            {
                members.Add(bound);
            }
        }

        // Keys that the class implements explicitly.
        members.AddRange(typeof(ITableEntity).GetProperties()
            .Where(property => members.TrueForAll(member => member.Name != property.Name))
            .Select(property => Bind(property)!));
        return members;
    }

    private static BoundMember? Bind(MemberInfo member) => member switch
    {
        PropertyInfo property when property.GetIndexParameters().Length == 0 => new BoundMember(
            property, property.PropertyType, property.GetMethod?.IsPublic == true, property.SetMethod?.IsPublic == true),
        FieldInfo field => new BoundMember(field, field.FieldType, readable: true, writable: !field.IsInitOnly),
        _ => null,
    };
}
