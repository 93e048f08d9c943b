namespace Microsoft.Azure.Functions.Worker.LocalHosting;

/// <summary>Names the <see cref="ILocalRun"/> of an entry assembly.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class LocalRunAttribute(Type type) : Attribute
{
    public Type Type { get; } = type;
}
