using System.Diagnostics;
using Hsvo.TestKit;

namespace Hsvo.Benchmarks.Apps;

/// <summary>
/// From nothing to the first 200 and what memory that takes, against the smallest ASP.NET Core app. Both run as for a tenant of Entra ID: what a local run
/// adds to ours for development (its own tokens, the table it prints) is neither's.
/// </summary>
internal sealed class StartMeasure(string connectionString, string folder)
{
    private const int Starts = 7;

    private static readonly Dictionary<string, string> Tenant = new()
    {
        ["AzureAd__Instance"] = "https://login.invalid/",
        ["AzureAd__TenantId"] = "00000000-0000-4000-8000-00000000cccc",
        ["AzureAd__ClientId"] = "00000000-0000-4000-8000-00000000dddd",
    };

    public async Task RunAsync(string history)
    {
        var (live, page, bare) = (new List<Start>(), new List<Start>(), new List<Start>());
        for (var i = 0; i < Starts; i++)
        {
            live.Add(await StartOursAsync("/health/live"));
            page.Add(await StartOursAsync("/"));
            bare.Add(await StartBareAsync());
        }

        Print("start to the first 200", s => s.Time, live, "ms");
        Print("start to the first status page, read from storage", s => s.Time, page, "ms");
        Print("processor time of a start to the first 200", s => s.ProcessorTime, live, "ms");
        Print("memory after the first status page", s => s.Memory, page, "MiB");

        void Print(string what, Func<Start, double> figure, List<Start> ours, string unit) =>
            Interleaved.Print($"{what}, {history}", Interleaved.Median(ours.Select(figure)), Interleaved.Median(bare.Select(figure)), unit);
    }

    private async Task<Start> StartOursAsync(string path)
    {
        LocalApp? app = null;
        var time = await Interleaved.TimeAsync(async () =>
        {
            app = await LocalApp.StartAsync(connectionString, folder, Tenant);
            using var client = app.Client();
            await client.GetStringAsync(path);
        });
        var start = Start.Of(time, app!.ProcessId);
        await app.DisposeAsync();
        return start;
    }

    private async Task<Start> StartBareAsync()
    {
        BareProcess? app = null;
        var time = await Interleaved.TimeAsync(async () =>
        {
            app = await BareProcess.StartAsync(folder, Tenant);
            using var client = new HttpClient { BaseAddress = app.Address };
            await client.GetStringAsync("/");
        });
        var start = Start.Of(time, app!.Id);
        await app.DisposeAsync();
        return start;
    }

    /// <summary>What a start took: milliseconds by the clock and of the processors, MiB.</summary>
    private sealed record Start(double Time, double ProcessorTime, double Memory)
    {
        public static Start Of(double time, int id)
        {
            using var process = Process.GetProcessById(id);
            return new(time, process.TotalProcessorTime.TotalMilliseconds, process.WorkingSet64 / 1024.0 / 1024.0);
        }
    }
}
