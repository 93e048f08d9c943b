using System.Reflection;

namespace Microsoft.Azure.Functions.Worker.LocalHosting;

internal sealed class TimerFunction : LocalFunction
{
    public const string TriggerType = "timerTrigger";

    public TimerFunction(string name, MethodInfo method, ParameterInfo trigger, TimerTriggerAttribute attribute)
        : base(name, method, trigger, TriggerType)
    {
        if (trigger.ParameterType != typeof(TimerInfo))
        {
            throw new LocalRunException($"Function {name}: [TimerTrigger] goes on a TimerInfo here, not on {trigger.ParameterType.Name}.");
        }

        Trigger = attribute;
    }

    public TimerTriggerAttribute Trigger { get; }
}
