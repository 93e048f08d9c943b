using Hsvo.Domain.Plans;

namespace Hsvo.Domain.Drafting;

/// <summary>Which indicator of a row belongs to which of its activities.</summary>
internal static class Pairing
{
    // Less than this of an indicator's words is in its activity when they only stand in the same order.
    private const double Unlike = 0.2;

    public static void Of(DraftRow row, DraftNotes notes)
    {
        if (row.Indicators.Count == 0)
        {
            return;
        }

        if (row.Activities is [])
        {
            UnderShared(row, notes);
        }
        else if (row.Activities is [var only])
        {
            foreach (var indicator in row.Indicators)
            {
                indicator.Under = only;
                if (row.IsBetweenRules)
                {
                    notes.Add("pairing.betweenRules", ReadingKind.Pairing,
                        $"Står mellan samma linjer som ”{only.Quote}” och hör till den.", $"Stands between the same rules as '{only.Quote}' and belongs to it.",
                        indicator, settle: new Likeness(indicator.Quote).Within(new(only.Quote)) < Unlike);
                }
            }
        }
        else if (row.Activities.Count == row.Indicators.Count)
        {
            foreach (var (activity, indicator) in row.Activities.Zip(row.Indicators))
            {
                indicator.Under = activity;
                notes.Add("pairing.inOrder", ReadingKind.Pairing,
                    $"{row.Activities.Count} aktiviteter och lika många indikatorer i samma ordning: hör till ”{activity.Quote}”.",
                    $"{row.Activities.Count} activities and as many indicators in the same order: belongs to '{activity.Quote}'.",
                    indicator, settle: new Likeness(indicator.Quote).Within(new(activity.Quote)) < Unlike);
            }
        }
        else
        {
            foreach (var indicator in row.Indicators)
            {
                notes.Add("pairing.unclear", ReadingKind.Pairing,
                    $"{row.Activities.Count} aktiviteter och {row.Indicators.Count} indikatorer: står under det prioriterade området.",
                    $"{row.Activities.Count} activities and {row.Indicators.Count} indicators: stands under the priority area.",
                    indicator, settle: true, choices: [.. row.Activities.Select(a => a.Quote)]);
            }
        }
    }

    private static void UnderShared(DraftRow row, DraftNotes notes)
    {
        foreach (var indicator in row.Indicators)
        {
            indicator.Under = row.SharedActivity;
            notes.Add("pairing.noActivity", ReadingKind.Pairing,
                row.SharedActivity is { } shared ? $"Raden har ingen egen aktivitet: hör till den ovan, ”{shared.Quote}”." : "Raden har ingen aktivitet: står under det prioriterade området.",
                row.SharedActivity is { } above ? $"The row has no activity of its own: belongs to the one above, '{above.Quote}'." : "The row has no activity: stands under the priority area.",
                indicator, settle: true);
        }
    }
}
