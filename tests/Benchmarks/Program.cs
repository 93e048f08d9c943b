using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Hsvo.Benchmarks;
using Hsvo.Benchmarks.Apps;
using Hsvo.Benchmarks.Dashboards;
using Hsvo.Benchmarks.Feeds;
using Hsvo.Benchmarks.Pages;

if (args is [BareApp.Verb, var folder])
{
    await BareApp.RunAsync(folder);
    return;
}

if (args is [HandwrittenFeed.Verb, var key])
{
    await HandwrittenFeed.RunAsync(key);
    return;
}

if (args is [FeedComparison.Verb])
{
    await FeedComparison.RunAsync();
    return;
}

if (args is [DashboardLoad.Verb])
{
    await DashboardLoad.RunAsync();
    return;
}

if (args is [PageComparison.Verb])
{
    await PageComparison.RunAsync();
    return;
}

if (args is [Comparison.Verb])
{
    await Comparison.RunAsync();
    return;
}

// In this process: a project that BenchmarkDotNet generates would not find the build's own settings.
var config = DefaultConfig.Instance
    .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
    .HideColumns(Column.Job, Column.Toolchain, Column.IterationCount, Column.LaunchCount, Column.WarmupCount)
    .WithArtifactsPath(Path.Combine("artifacts", "benchmarks"));
BenchmarkSwitcher.FromAssembly(typeof(StatusBenchmark).Assembly).Run(args is [] ? ["--filter", "*"] : args, config);
