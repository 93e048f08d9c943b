using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Azure.Functions.Worker.LocalHosting;

/// <summary>One run of a function, with its own scope of services. What few functions ask for is made when it is asked for.</summary>
internal sealed class Invocation(
    LocalFunction function,
    IServiceScopeFactory scopes,
    Func<IReadOnlyDictionary<string, object?>> bindingData,
    object? trigger,
    CancellationToken cancellationToken) : FunctionContext, IAsyncDisposable
{
    private static readonly NoRetry WithoutRetry = new();
    private readonly Activity? _activity = Activity.Current;
    private AsyncServiceScope? _scope;
    private IServiceProvider? _services;
    private string? _id;
    private ActivityTrace? _trace;
    private InvocationBindings? _bindings;
    private InvocationFeatures? _features;

    public LocalFunction Function => function;

    /// <summary>What the trigger's parameter gets.</summary>
    public object? Trigger => trigger;

    public object? Result { get; set; }

    public override string InvocationId => _id ??= Guid.NewGuid().ToString();

    public override string FunctionId => function.Definition.Id;

    public override TraceContext TraceContext => _trace ??= new ActivityTrace(_activity);

    public override BindingContext BindingContext => _bindings ??= new InvocationBindings(bindingData());

    public override RetryContext RetryContext => WithoutRetry;

    public override IServiceProvider InstanceServices
    {
        get => _services ??= (_scope ??= scopes.CreateAsyncScope()).ServiceProvider;
        set => _services = value;
    }

    public override FunctionDefinition FunctionDefinition => function.Definition;

    public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();

    public override IInvocationFeatures Features => _features ??= new InvocationFeatures();

    public override CancellationToken CancellationToken { get; } = cancellationToken;

    public async ValueTask DisposeAsync()
    {
        if (_scope is { } scope)
        {
            await scope.DisposeAsync();
        }
    }

    private sealed class InvocationBindings(IReadOnlyDictionary<string, object?> data) : BindingContext
    {
        public override IReadOnlyDictionary<string, object?> BindingData => data;
    }

    private sealed class NoRetry : RetryContext
    {
        public override int RetryCount => 0;

        public override int MaxRetryCount => 0;
    }

    private sealed class ActivityTrace(Activity? activity) : TraceContext
    {
        public override string TraceParent { get; } = activity?.Id ?? string.Empty;

        public override string TraceState { get; } = activity?.TraceStateString ?? string.Empty;
    }
}
