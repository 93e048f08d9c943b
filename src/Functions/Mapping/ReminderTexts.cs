using System.Globalization;
using Hsvo.Contracts.Api;
using Hsvo.Domain.Meetings;
using Hsvo.UseCases;

namespace Hsvo.Functions.Mapping;

/// <summary>Writes the reminder that the coordinating office sends to a department: one mail, whatever plans the answers are of.</summary>
internal static class ReminderTexts
{
    /// <param name="unit">What the department owes.</param>
    /// <param name="tellsQuestions">Whether the office's questions are told, and not only that there are any: what goes out of the app can be masked no more.</param>
    public static MailDocument Of(UnitMissing unit, bool tellsQuestions = true)
    {
        var parts = unit.Awaited;
        var count = parts.Sum(p => p.Missing.Rows.Count);
        var lines = new List<string> { "Hej!", "" };
        if (parts is [{ } only])
        {
            lines.Add($"{Opening(only)} väntar vi på {Answers(count)} från {unit.Department.Name}. {Deadline(only)}");
            lines.AddRange(Rows(only, tellsQuestions));
        }
        else
        {
            lines.Add($"Vi väntar på {Answers(count)} från {unit.Department.Name}, i {parts.Count} planer.");
            foreach (var part in parts)
            {
                lines.AddRange(["", part.Plan.Status.Plan.Title, $"{Opening(part)} väntar vi på {Answers(part.Missing.Rows.Count)}. {Deadline(part)}"]);
                lines.AddRange(Rows(part, tellsQuestions));
            }
        }

        lines.AddRange(["", "Berör en rad inte er? Svara det och skriv varför.", "", "Vänliga hälsningar", "Samordnande kontoret"]);
        return new($"{Capital(Answers(count))} återstår {Occasion(parts)}", string.Join('\n', lines));
    }

    private static IEnumerable<string> Rows(UnitPart part, bool tellsQuestions) => part.Missing.Rows.GroupBy(r => r.Goal).SelectMany(goal =>
        goal.SelectMany(r => Row(r, tellsQuestions)).Prepend(goal.Key.Number is { } number ? $"Mål {number} {goal.Key.Text}" : $"Mål: {goal.Key.Text}").Prepend(""));

    private static string[] Row(MissingRow row, bool tellsQuestions) => row.Question is { } question
        ? [$"- {row.Indicator.Text} ({row.Indicator.Id})", tellsQuestions ? $"  Ni har svarat, och vi undrar: {question}" : "  Ni har svarat, och vi har en fråga om svaret: den finns i HSVO."]
        : [$"- {row.Indicator.Text} ({row.Indicator.Id})"];

    private static string Opening(UnitPart part) => part.Plan.Status.Timeline?.Meets is { } meets
        ? $"Inför samrådet den {SwedishDates.Long(meets)}"
        : $"För omgången {SwedishDates.Round(part.Plan.Status.Round.Id)}";

    private static string Occasion(IReadOnlyList<UnitPart> parts)
    {
        var first = parts[0].Plan.Status;
        if (parts.All(p => p.Plan.Status.Timeline?.Meets == first.Timeline?.Meets) && first.Timeline?.Meets is { } meets)
        {
            return $"inför samrådet {SwedishDates.Long(meets)}";
        }

        return parts.Count == 1 ? $"för omgången {SwedishDates.Round(first.Round.Id)}"
            : first.Timeline is { } days ? $"i {parts.Count} planer, det första med svarsdag {SwedishDates.Long(days.Due)}"
            : $"i {parts.Count} planer";
    }

    private static string Deadline(UnitPart part)
    {
        // A round that has no days yet awaits what was sent back alone.
        if (part.Plan.Status.Timeline is not { Due: var due })
        {
            return "Svara så snart ni kan; omgången har ingen svarsdag än.";
        }

        return part.Plan.DaysLeft!.Value switch
        {
            > 1 and var daysLeft => $"Svara senast den {SwedishDates.Long(due)}, om {daysLeft} dagar.",
            1 => $"Svara senast i morgon, den {SwedishDates.Long(due)}.",
            0 => "I dag är sista dagen att svara.",
            -1 => "Svarstiden gick ut i går.",
            var daysLeft => $"Svarstiden gick ut den {SwedishDates.Long(due)}, för {-daysLeft} dagar sedan.",
        };
    }

    // Ett svar, flera svar: the word is the same.
    private static string Answers(int count) => count == 1 ? "ett svar" : $"{count} svar";

    private static string Capital(string text) => char.ToUpper(text[0], CultureInfo.InvariantCulture) + text[1..];
}
