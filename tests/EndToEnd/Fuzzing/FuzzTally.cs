using System.Collections.Concurrent;
using System.Globalization;

namespace Hsvo.EndToEnd.Fuzzing;

/// <summary>How each route answered what was made for it; what only goes before that isn't counted.</summary>
internal sealed class FuzzTally
{
    // Of what is asked of a route. Where that is little, once is enough; of less than ten, chance decides.
    private const int Little = 25;
    private const double FewestSucceeded = 0.15;
    private const double FewestMalformed = 0.04;

    // Rows are never deleted (409), and what no route answers has nothing to give.
    private static readonly HashSet<string> NeverSucceed = ["DeleteRows", "DeleteRowsInGroup", "ZApiCatchAll", "ZODataCatchAll", "ZPowerBICatchAll", "ZRootCatchAll"];

    private static readonly HashSet<string> NeverMalformed = ["ZApiCatchAll", "ZODataCatchAll", "ZPowerBICatchAll", "ZRootCatchAll"];

    private readonly ConcurrentDictionary<(string Function, int Status), int> _answers = new();

    public int With(Func<int, bool> status) => _answers.Where(a => status(a.Key.Status)).Sum(a => a.Value);

    public void Count(FuzzedRequest request, int status)
    {
        _answers.AddOrUpdate((request.IsStray ? "(elsewhere)" : request.Route.Function, status), 1, (_, n) => n + 1);
    }

    /// <summary>The routes whose answers were too seldom 2xx, or 400: behind their parsers nothing was tried.</summary>
    public IEnumerable<string> TooFew()
    {
        foreach (var route in FuzzedRoute.All)
        {
            var (all, succeeded, malformed) = (Of(route.Function, _ => true), Of(route.Function, s => s is >= 200 and < 400), Of(route.Function, s => s == 400));
            if (succeeded < FewestOf(all, FewestSucceeded) && !NeverSucceed.Contains(route.Function))
            {
                yield return $"{route.Function}: {succeeded} of {all} succeeded; what is right for it is said in {nameof(ValidRequests)}";
            }

            if (malformed < FewestOf(all, FewestMalformed) && !NeverMalformed.Contains(route.Function))
            {
                yield return $"{route.Function}: {malformed} of {all} were 400";
            }
        }
    }

    /// <summary>A line for each route: how many, of them 2xx and 3xx, 400, and the other statuses.</summary>
    public string Table() => string.Join('\n', _answers.Keys.Select(k => k.Function).Distinct().Order(StringComparer.Ordinal).Select(f => string.Create(
        CultureInfo.InvariantCulture,
        $"{f,-28} {Of(f, _ => true),6} {string.Join(' ', _answers.Where(a => a.Key.Function == f).OrderBy(a => a.Key.Status).Select(a => $"{a.Key.Status}:{a.Value}"))}")));

    private static double FewestOf(int all, double share) => all < Little ? Math.Min(1, all / 10) : Math.Max(1, all * share);

    private int Of(string function, Func<int, bool> status) => _answers.Where(a => a.Key.Function == function && status(a.Key.Status)).Sum(a => a.Value);
}
