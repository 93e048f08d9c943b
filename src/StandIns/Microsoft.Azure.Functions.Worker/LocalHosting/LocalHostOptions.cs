using System.Reflection;

namespace Microsoft.Azure.Functions.Worker.LocalHosting;

/// <summary>What the local host runs, and where.</summary>
public sealed class LocalHostOptions
{
    /// <summary>Core Tools' own port.</summary>
    public const int DefaultPort = 7071;

    /// <summary>The folder of host.json and local.settings.json; not set, what the real host's variable says, or where the app lies.</summary>
    public string AppDirectory { get; set; } = Environment.GetEnvironmentVariable("AzureWebJobsScriptRoot") ?? AppContext.BaseDirectory;

    /// <summary>The port on 127.0.0.1; 0 takes a free one. Not set, it is Host.LocalHttpPort of local.settings.json, or 7071.</summary>
    public int? Port { get; set; }

    /// <summary>The types whose methods are searched for functions; not set, the public ones of the entry assembly.</summary>
    public IEnumerable<Type> FunctionTypes { get; set; } = Assembly.GetEntryAssembly()?.GetExportedTypes() ?? [];
}
