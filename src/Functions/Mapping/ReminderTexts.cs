using System.Globalization;
using Hsvo.Contracts.Api;
using Hsvo.UseCases;

namespace Hsvo.Functions.Mapping;

/// <summary>Writes the reminder that the coordinating office sends to a department.</summary>
internal static class ReminderTexts
{
    public static MailDocument Of(MissingAnswers missing, DepartmentMissing department)
    {
        // A row awaits an answer only in a round that has its days.
        var days = missing.Status.Timeline!;
        var (opening, occasion) = days.Meets is { } meets
            ? ($"Inför samrådet den {Day(meets)}", $"inför samrådet {Day(meets)}")
            : ($"För omgången {missing.Status.Round.Id}", $"för omgången {missing.Status.Round.Id}");
        var lines = new List<string>
        {
            "Hej!",
            "",
            $"{opening} väntar vi på {Answers(department.Rows.Count)} från {department.Department.Name}. {Deadline(missing.DaysLeft!.Value, days.Due)}",
        };
        foreach (var goal in department.Rows.GroupBy(r => r.Goal))
        {
            lines.AddRange(["", goal.Key.Number is { } number ? $"Mål {number} {goal.Key.Text}" : $"Mål: {goal.Key.Text}"]);
            lines.AddRange(goal.SelectMany(Row));
        }

        lines.AddRange(["", "Berör en rad inte er? Svara det och skriv varför.", "", "Vänliga hälsningar", "Samordnande kontoret"]);
        return new($"{Capital(Answers(department.Rows.Count))} återstår {occasion}", string.Join('\n', lines));
    }

    private static string[] Row(MissingRow row) => row.Question is { } question
        ? [$"- {row.Indicator.Text} ({row.Indicator.Id})", $"  Ni har svarat, och vi undrar: {question}"]
        : [$"- {row.Indicator.Text} ({row.Indicator.Id})"];

    private static string Deadline(int daysLeft, DateOnly due) => daysLeft switch
    {
        > 1 => $"Svara senast den {Day(due)}, om {daysLeft} dagar.",
        1 => $"Svara senast i morgon, den {Day(due)}.",
        0 => "I dag är sista dagen att svara.",
        -1 => "Svarstiden gick ut i går.",
        _ => $"Svarstiden gick ut den {Day(due)}, för {-daysLeft} dagar sedan.",
    };

    // Ett svar, flera svar: the word is the same.
    private static string Answers(int count) => count == 1 ? "ett svar" : $"{count} svar";

    private static string Capital(string text) => char.ToUpper(text[0], CultureInfo.InvariantCulture) + text[1..];

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
