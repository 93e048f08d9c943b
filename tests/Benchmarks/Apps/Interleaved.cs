using System.Diagnostics;

namespace Hsvo.Benchmarks.Apps;

/// <summary>
/// Ours and its baseline turn by turn, so that what else the machine does meets both alike; the median of the rounds counts, and the ratio of the two.
/// </summary>
internal static class Interleaved
{
    /// <summary>How many rounds count.</summary>
    public const int Rounds = 9;

    /// <summary>Measures and prints one line.</summary>
    /// <param name="what">What is measured.</param>
    /// <param name="ours">One round of ours.</param>
    /// <param name="baseline">One round of the baseline, as much work as ours.</param>
    /// <param name="warmUp">Rounds of both before those that count: what is called is compiled for good only after some thousand requests.</param>
    public static async Task MeasureAsync(string what, Func<Task> ours, Func<Task> baseline, int warmUp = 1)
    {
        for (var round = 0; round < warmUp; round++)
        {
            await ours();
            await baseline();
        }

        var (our, their) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            our.Add(await TimeAsync(ours));
            their.Add(await TimeAsync(baseline));
        }

        Print(what, Median(our), Median(their), "ms");
    }

    /// <summary>Prints one line.</summary>
    public static void Print(string what, double ours, double baseline, string unit) =>
        Console.WriteLine($"| {what} | {ours:0.0} {unit} | {baseline:0.0} {unit} | {baseline / ours:0.00} |");

    public static double Median(IEnumerable<double> values) => values.Order().ToArray() is var sorted ? sorted[sorted.Length / 2] : 0;

    public static async Task<double> TimeAsync(Func<Task> round)
    {
        var began = Stopwatch.GetTimestamp();
        await round();
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }
}
