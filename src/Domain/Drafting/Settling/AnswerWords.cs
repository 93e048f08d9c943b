using Hsvo.Domain.Plans;

namespace Hsvo.Domain.Drafting.Settling;

/// <summary>What the kinds of answer are called where somebody chooses one.</summary>
public static class AnswerWords
{
    /// <summary>A kind of answer.</summary>
    public static Option Of(IndicatorKind kind) => kind switch
    {
        IndicatorKind.Deliverable => new("deliverable", "Leverans: ja eller nej, ett avslutat tillstånd", "Deliverable: yes or no, a finished state"),
        IndicatorKind.Continuing => new("continuing", "Fortlöpande: ja eller nej, pågår under året", "Continuing: yes or no, goes on through the year"),
        IndicatorKind.Qualitative => new("qualitative", "Svar i ord", "An answer in words"),
        IndicatorKind.Count => new("count", "Antal", "A count"),
        IndicatorKind.Percentage => new("percentage", "Andel i procent", "A share in percent"),
        IndicatorKind.Amount => new("amount", "Belopp i kronor", "An amount in kronor"),
        IndicatorKind.Milestone => new("milestone", "Datum", "A date"),
        _ => new("reference", "Hänvisning", "A reference"),
    };
}
