using System.Reflection;
using Hsvo.Functions.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Tests;

/// <summary>The app's functions, by reflection.</summary>
internal static class FunctionMethods
{
    private const BindingFlags Any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IReadOnlyList<MethodInfo> All { get; } =
        [.. typeof(AccessAttribute).Assembly.GetTypes().SelectMany(t => t.GetMethods(Any)).Where(m => m.IsDefined(typeof(FunctionAttribute)))];

    public static IEnumerable<MethodInfo> Http => All.Where(m => TriggerOf(m) is not null);

    public static string NameOf(MethodInfo method) => method.GetCustomAttribute<FunctionAttribute>()!.Name;

    public static HttpTriggerAttribute? TriggerOf(MethodInfo method) => Trigger<HttpTriggerAttribute>(method);

    public static bool IsTimer(MethodInfo method) => Trigger<TimerTriggerAttribute>(method) is not null;

    private static T? Trigger<T>(MethodInfo method)
        where T : Attribute => method.GetParameters().Select(p => p.GetCustomAttribute<T>()).FirstOrDefault(a => a is not null);
}
