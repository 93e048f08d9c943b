using Hsvo.TestKit;

namespace Hsvo.Benchmarks.Apps;

/// <summary>From nothing to the first 200 and what memory that takes, against the smallest ASP.NET Core app.</summary>
internal sealed class StartMeasure(string connectionString, string folder)
{
    private const int Starts = 7;

    public async Task RunAsync(string history)
    {
        var (ours, baseline) = (new List<(double Time, double Memory)>(), new List<(double Time, double Memory)>());
        for (var i = 0; i < Starts; i++)
        {
            ours.Add(await StartOursAsync());
            baseline.Add(await StartBareAsync());
        }

        Interleaved.Print($"start to first 200, {history}", Interleaved.Median(ours.Select(o => o.Time)), Interleaved.Median(baseline.Select(o => o.Time)), "ms");
        Interleaved.Print($"memory after it, {history}", Interleaved.Median(ours.Select(o => o.Memory)), Interleaved.Median(baseline.Select(o => o.Memory)), "MiB");
    }

    private async Task<(double Time, double Memory)> StartOursAsync()
    {
        LocalApp? app = null;
        var time = await Interleaved.TimeAsync(async () =>
        {
            app = await LocalApp.StartAsync(connectionString, folder);
            using var client = app.Client();
            await client.GetStringAsync("/");
        });
        var memory = MemoryOf(app!.ProcessId);
        await app.DisposeAsync();
        return (time, memory);
    }

    private async Task<(double Time, double Memory)> StartBareAsync()
    {
        BareProcess? app = null;
        var time = await Interleaved.TimeAsync(async () =>
        {
            app = await BareProcess.StartAsync(folder);
            using var client = new HttpClient { BaseAddress = app.Address };
            await client.GetStringAsync("/");
        });
        var memory = MemoryOf(app!.Id);
        await app.DisposeAsync();
        return (time, memory);
    }

    private static double MemoryOf(int process) => System.Diagnostics.Process.GetProcessById(process).WorkingSet64 / 1024.0 / 1024.0;
}
