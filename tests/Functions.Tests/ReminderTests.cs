using System.Text;
using Hsvo.Domain.Meetings;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Statuses;
using Hsvo.Functions.Mapping;
using Hsvo.Plans;
using Hsvo.UseCases;

namespace Hsvo.Functions.Tests;

/// <summary>What the coordinating office sends out, as it reads.</summary>
public sealed class ReminderTests
{
    private static readonly Plan Plan = PlanLibrary.Hsvo2021;

    [Fact]
    public void A_reminder_says_what_is_awaited_by_goal_and_until_when()
    {
        var mail = ReminderOn(new(2021, 5, 8), "2.1.1.i3", "2.1.4.i1");

        Assert.Equal("2 svar återstår inför samrådet 2021-05-25", mail.Subject);
        Assert.Equal(
            """
            Hej!

            Inför samrådet den 2021-05-25 väntar vi på 2 svar från Utbildningsförvaltningen. Svara senast den 2021-05-11, om 3 dagar.

            Mål 2.1.1 Det finns en effektiv organisation, styrning och uppföljning avseende samverkan inom HSVO, (både regionalt och lokalt)
            - Lokala aktiviteter genomförda i samråd med projektledare från FoU-S (2.1.1.i3)

            Mål 2.1.4 Användning av gemensamma medel för att utveckla kunskapsbaserad praktik
            - Prioriterade aktiviteter har genomförts (2.1.4.i1)

            Berör en rad inte er? Svara det och skriv varför.

            Vänliga hälsningar
            Samordnande kontoret
            """,
            mail.Body);
    }

    [Theory]
    [InlineData(10, "Svara senast i morgon, den 2021-05-11.")]
    [InlineData(11, "I dag är sista dagen att svara.")]
    [InlineData(12, "Svarstiden gick ut i går.")]
    [InlineData(14, "Svarstiden gick ut den 2021-05-11, för 3 dagar sedan.")]
    public void The_deadline_reads_well_on_each_day(int day, string expected)
    {
        var mail = ReminderOn(new(2021, 5, day), "2.1.4.i1");

        Assert.Equal("Ett svar återstår inför samrådet 2021-05-25", mail.Subject);
        Assert.Contains(expected, mail.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_that_was_sent_back_is_asked_for_with_its_question()
    {
        var missing = On(new(2021, 5, 8), [Plan.Node("2.1.4.i1"), Plan.Node("2.1.1.i3")]);
        var asked = missing with
        {
            Departments = [.. missing.Departments.Select(d => d with { Rows = [d.Rows[0] with { Question = "Vilka aktiviteter?" }, d.Rows[1]] })],
        };

        var department = MissingMapping.ToDocument(asked).Departments.Single();

        Assert.Equal(["Vilka aktiviteter?", null], department.Rows.Select(r => r.Question));
        Assert.Contains("(2.1.4.i1)\n  Ni har svarat, och vi undrar: Vilka aktiviteter?\n", department.Mail!.Body, StringComparison.Ordinal);
        Assert.Contains(";Vilka aktiviteter?\r\n", Encoding.UTF8.GetString(MissingCsv.Write(asked)), StringComparison.Ordinal);
    }

    // A monthly round: no meeting, but a day to answer by.
    [Fact]
    public void A_round_without_a_meeting_is_reminded_of_by_its_own_name()
    {
        var asked = On(new(2021, 6, 12), [Plan.Node("2.1.4.i1")]);
        var status = PlanStatus.Compute(
            Plan, new(Plan.FindRound("2021-05")!, Meeting: null, new(new(2021, 6, 1), new(2021, 6, 15), null, null)), [], new(2021, 6, 12));

        var document = MissingMapping.ToDocument(asked with { Status = status });

        var mail = document.Departments.Single().Mail!;
        Assert.Equal("Ett svar återstår för omgången 2021-05", mail.Subject);
        Assert.Contains("För omgången 2021-05 väntar vi på ett svar från Utbildningsförvaltningen. Svara senast den 2021-06-15, om 3 dagar.", mail.Body, StringComparison.Ordinal);
        Assert.Equal((3, 3, null), (document.DaysLeft, document.Departments.Single().DaysLeft, document.Meeting));
        Assert.Contains(";2021-06-15;3;", Encoding.UTF8.GetString(MissingCsv.Write(asked with { Status = status })), StringComparison.Ordinal);
    }

    [Fact]
    public void The_spreadsheet_opens_in_a_swedish_excel_and_starts_no_formula()
    {
        var indicator = Plan.Node("2.1.4.i1") with { Text = "=cmd|'/c calc'!A1; \"citat\"" };

        var csv = MissingCsv.Write(On(new(2021, 5, 8), [indicator]));

        Assert.Equal(
            "\uFEFFOmgång;Förvaltning;Förvaltningens namn;Mål;Indikator;Text;Läge;Svar senast;Dagar kvar;Fråga\r\n"
            + "2021-05;ubn;Utbildningsförvaltningen;2.1.4;2.1.4.i1;\"'=cmd|'/c calc'!A1; \"\"citat\"\"\";Svar väntas;2021-05-11;3;\r\n",
            Encoding.UTF8.GetString(csv));
    }

    private static Contracts.Api.MailDocument ReminderOn(DateOnly today, params string[] indicators) =>
        MissingMapping.ToDocument(On(today, [.. indicators.Select(Plan.Node)])).Departments.Single().Mail!;

    private static MissingAnswers On(DateOnly today, IReadOnlyList<PlanNode> indicators)
    {
        var meeting = new Meeting { Id = "2021-05", Area = Plan.Area, Date = new(2021, 5, 25), Agenda = [new(Plan.Id, "2021-05")] };
        var status = PlanStatus.Compute(Plan, new(Plan.FindRound("2021-05")!, meeting, meeting.Timeline), [], today);
        return new(status, [new(Plan.FindDepartment("ubn")!, indicators.Count, [.. indicators.Select(i => new MissingRow(Plan.GoalOf(i), i, ReportingStatus.Due))])]);
    }
}
