namespace Microsoft.Azure.Functions.Worker.LocalHosting;

[AttributeUsage(AttributeTargets.Assembly)]
public sealed class LocalRunAttribute(Type type) : Attribute
{
    public Type Type { get; } = type;
}

public interface ILocalRun;
