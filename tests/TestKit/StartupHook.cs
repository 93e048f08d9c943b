using System.Runtime.InteropServices;

#pragma warning disable CA1050 // The runtime looks for this very name, in no namespace.

/// <summary>
/// Runs in a started app before the app does, where DOTNET_STARTUP_HOOKS names this assembly: at SIGUSR1 it collects all garbage and prints how much is left,
/// so that a test tells growth from garbage without the app having any part in it.
/// </summary>
internal static class StartupHook
{
    private const int UserSignal = 10;

    private static PosixSignalRegistration? _registration;
    private static int _collections;

    public static void Initialize() => _registration ??= PosixSignalRegistration.Create((PosixSignal)UserSignal, context =>
    {
        context.Cancel = true;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        Console.WriteLine($"Collection {++_collections}: {GC.GetTotalMemory(forceFullCollection: false)} bytes.");
    });
}
