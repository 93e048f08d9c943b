using Hsvo.Domain.Meetings;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;

namespace Hsvo.Domain.Figures;

/// <summary>Says in Swedish how a derived figure was computed, step by step, so that a reader can check it.</summary>
internal static class ReckoningTexts
{
    public static string Of(Plan plan, (FigureInput Count, FigureInput Share) from, double target, double rounding, Estimate estimate)
    {
        var (count, share) = from;
        var whole = plan.Node(share.Indicator).Indicator!.Fraction?.Denominator ?? "befolkningen";
        var population = count.Value * 100 / share.Value;
        var text = $"{Source(count)}: {Number(count)} personer är {Number(share)} procent av {whole}, som alltså är {Whole(population)} personer. "
            + $"Målet högst {Text(target)} procent är {Whole(population * target / 100)} av dem, och {Text(count.Value)} − {Whole(population * target / 100)} är "
            + $"{Signed(estimate.Value)}.";
        return rounding == 0
            ? text
            : $"{text} Andelen är avrundad och kan vara från {Text(share.Value - rounding)} till {Text(share.Value + rounding)} procent, "
                + $"så det rätta talet ligger mellan {Whole(estimate.Lower)} och {Whole(estimate.Upper)}.";
    }

    private static string Source(FigureInput count) => (count.Origin, count.Round) switch
    {
        (FigureOrigin.Report, var round) => $"Enligt svaren i omgången {SwedishDates.Round(round!)}",
        (_, null) => "Enligt dokumentet",
        (_, var round) => $"Enligt dokumentet om {SwedishDates.Round(round)}",
    };

    private static string Signed(double above) => above < 0 ? $"{Whole(-above)} personer under målet" : $"{Whole(above)} personer över målet";

    private static string Number(FigureInput input) => (input.IsApproximate ? "cirka " : "") + Text(input.Value);

    private static string Whole(double number) => Text(Math.Round(number, MidpointRounding.AwayFromZero));

    // Steps of a rounding come out of binary arithmetic with a tail that nobody wrote.
    private static string Text(double number) => AnswerValue.Of(Math.Round(number, 10)).ToString();
}
