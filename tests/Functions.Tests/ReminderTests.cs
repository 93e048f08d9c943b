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

        Assert.Equal("2 svar återstår inför samrådet 25 maj 2021", mail.Subject);
        Assert.Equal(
            """
            Hej!

            Inför samrådet den 25 maj 2021 väntar vi på 2 svar från Utbildningsförvaltningen. Svara senast den 11 maj 2021, om 3 dagar.

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
    [InlineData(10, "Svara senast i morgon, den 11 maj 2021.")]
    [InlineData(11, "I dag är sista dagen att svara.")]
    [InlineData(12, "Svarstiden gick ut i går.")]
    [InlineData(14, "Svarstiden gick ut den 11 maj 2021, för 3 dagar sedan.")]
    public void The_deadline_reads_well_on_each_day(int day, string expected)
    {
        var mail = ReminderOn(new(2021, 5, day), "2.1.4.i1");

        Assert.Equal("Ett svar återstår inför samrådet 25 maj 2021", mail.Subject);
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

        var department = MissingMapping.ToDocument(ListOf(asked)).Departments.Single();

        Assert.Equal(["Vilka aktiviteter?", null], department.Plans.Single().Rows.Select(r => r.Question));
        Assert.Contains("(2.1.4.i1)\n  Ni har svarat, och vi undrar: Vilka aktiviteter?\n", department.Mail!.Body, StringComparison.Ordinal);
        Assert.Contains(";Vilka aktiviteter?;", Encoding.UTF8.GetString(MissingCsv.Write(ListOf(asked))), StringComparison.Ordinal);
    }

    // A monthly round: no meeting, but a day to answer by.
    [Fact]
    public void A_round_without_a_meeting_is_reminded_of_by_its_own_name()
    {
        var asked = On(new(2021, 6, 12), [Plan.Node("2.1.4.i1")]);
        var status = PlanStatus.Compute(
            Plan, new(Plan.FindRound("2021-05")!, Meeting: null, new(new(2021, 6, 1), new(2021, 6, 15), null, null)), [], new(2021, 6, 12));

        var document = MissingMapping.ToDocument(ListOf(asked with { Status = status }));

        var mail = document.Departments.Single().Mail!;
        Assert.Equal("Ett svar återstår för omgången maj 2021", mail.Subject);
        Assert.Contains("För omgången maj 2021 väntar vi på ett svar från Utbildningsförvaltningen. Svara senast den 15 juni 2021, om 3 dagar.", mail.Body, StringComparison.Ordinal);
        Assert.Equal((3, 3, null), (document.Plans.Single().DaysLeft, document.Departments.Single().DaysLeft, document.Plans.Single().Meeting));
        Assert.Contains(";2021-06-15;3;", Encoding.UTF8.GetString(MissingCsv.Write(ListOf(asked with { Status = status }))), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_sent_back_in_a_round_without_days_is_asked_for_without_a_last_day_and_after_what_has_one()
    {
        var asked = On(new(2021, 5, 8), [Plan.Node("2.1.4.i1")]);
        var undated = asked with { Status = PlanStatus.Compute(Plan, new(Plan.FindRound("2021-05")!, Meeting: null, Timeline: null), [], new(2021, 5, 8)) };

        var alone = MissingMapping.ToDocument(ListOf(undated)).Departments.Single();
        var beside = MissingMapping.ToDocument(new(new(2021, 5, 8), [undated, Monthly(new(2021, 5, 10), new(2021, 5, 8))])).Departments.Single();

        Assert.Equal("Ett svar återstår för omgången maj 2021", alone.Mail!.Subject);
        Assert.Contains(
            "För omgången maj 2021 väntar vi på ett svar från Utbildningsförvaltningen. Svara så snart ni kan; omgången har ingen svarsdag än.", alone.Mail.Body,
            StringComparison.Ordinal);
        Assert.Null(alone.DaysLeft);
        Assert.Contains(";Svar väntas;;;;", Encoding.UTF8.GetString(MissingCsv.Write(ListOf(undated))), StringComparison.Ordinal);
        Assert.Equal((2, "3 svar återstår i 2 planer, det första med svarsdag 10 maj 2021"), (beside.DaysLeft, beside.Mail!.Subject));
    }

    [Fact]
    public void The_spreadsheet_opens_in_a_swedish_excel_and_starts_no_formula()
    {
        var indicator = Plan.Node("2.1.4.i1") with { Text = "=cmd|'/c calc'!A1; \"citat\"" };

        var csv = Encoding.UTF8.GetString(MissingCsv.Write(ListOf(On(new(2021, 5, 8), [indicator]))));

        Assert.StartsWith(
            "\uFEFFPlan;Omgång;Förvaltning;Förvaltningens namn;Mål;Indikator;Text;Läge;Svar senast;Dagar kvar;Fråga;Mejlets ämne;Mejlets text\r\n"
            + "hsvo-2021;2021-05;ubn;Utbildningsförvaltningen;2.1.4;2.1.4.i1;\"'=cmd|'/c calc'!A1; \"\"citat\"\"\";Svar väntas;2021-05-11;3;;"
            + "Ett svar återstår inför samrådet 25 maj 2021;\"Hej!\n\nInför samrådet",
            csv, StringComparison.Ordinal);
    }

    [Fact]
    public void A_unit_in_several_plans_gets_one_mail_of_all_of_them_what_is_due_first_before_the_rest()
    {
        var list = new MissingList(new(2021, 5, 8), [On(new(2021, 5, 8), [Plan.Node("2.1.4.i1")]), Monthly(new(2021, 5, 10), new(2021, 5, 8))]);

        var department = MissingMapping.ToDocument(list).Departments.Single();

        Assert.Equal((3, 0, 2), (department.Owed, department.Answered, department.DaysLeft));
        Assert.Equal(["hsvo-2021", "annan"], department.Plans.Select(p => p.Plan));
        Assert.Equal("3 svar återstår i 2 planer, det första med svarsdag 10 maj 2021", department.Mail!.Subject);
        Assert.Equal(
            $$"""
            Hej!

            Vi väntar på 3 svar från Utbildningsförvaltningen, i 2 planer.

            En annan plan
            För omgången maj 2021 väntar vi på 2 svar. Svara senast den 10 maj 2021, om 2 dagar.

            Mål 2.1.1 Det finns en effektiv organisation, styrning och uppföljning avseende samverkan inom HSVO, (både regionalt och lokalt)
            - Lokala aktiviteter genomförda i samråd med projektledare från FoU-S (2.1.1.i3)

            Mål 2.1.4 Användning av gemensamma medel för att utveckla kunskapsbaserad praktik
            - Prioriterade aktiviteter har genomförts (2.1.4.i1)

            {{Plan.Title}}
            Inför samrådet den 25 maj 2021 väntar vi på ett svar. Svara senast den 11 maj 2021, om 3 dagar.

            Mål 2.1.4 Användning av gemensamma medel för att utveckla kunskapsbaserad praktik
            - Prioriterade aktiviteter har genomförts (2.1.4.i1)

            Berör en rad inte er? Svara det och skriv varför.

            Vänliga hälsningar
            Samordnande kontoret
            """,
            department.Mail.Body);
    }

    [Fact]
    public void The_mail_stands_once_for_each_unit_in_the_spreadsheet()
    {
        var list = new MissingList(new(2021, 5, 8), [On(new(2021, 5, 8), [Plan.Node("2.1.4.i1")]), Monthly(new(2021, 5, 10), new(2021, 5, 8))]);

        var csv = Encoding.UTF8.GetString(MissingCsv.Write(list));

        Assert.Equal(2, csv.Split("3 svar återstår i 2 planer, det första med svarsdag 10 maj 2021;\"Hej!").Length);
        Assert.Equal(3, csv.Split(";;;\r\n").Length);
    }

    [Fact]
    public void A_unit_whose_plans_are_of_one_meeting_is_told_which()
    {
        var may = On(new(2021, 5, 8), [Plan.Node("2.1.4.i1")]);

        Assert.Equal(
            "2 svar återstår inför samrådet 25 maj 2021", MissingMapping.ToDocument(new(new(2021, 5, 8), [may, may])).Departments.Single().Mail!.Subject);
    }

    [Fact]
    public void A_plan_in_which_nothing_is_left_is_not_in_the_mail()
    {
        var answered = Monthly(new(2021, 5, 10), new(2021, 5, 8));
        answered = answered with { Departments = [answered.Departments[0] with { Rows = [] }] };

        var department = MissingMapping.ToDocument(new(new(2021, 5, 8), [answered, On(new(2021, 5, 8), [Plan.Node("2.1.4.i1")])])).Departments.Single();

        Assert.Equal((3, 2, 3), (department.Owed, department.Answered, department.DaysLeft));
        Assert.Equal("Ett svar återstår inför samrådet 25 maj 2021", department.Mail!.Subject);
        Assert.DoesNotContain("En annan plan", department.Mail.Body, StringComparison.Ordinal);
    }

    private static Contracts.Api.MailDocument ReminderOn(DateOnly today, params string[] indicators) =>
        MissingMapping.ToDocument(ListOf(On(today, [.. indicators.Select(Plan.Node)]))).Departments.Single().Mail!;

    private static MissingList ListOf(MissingAnswers missing) => new(missing.Status.Today, [missing]);

    // A round that has its day without a meeting.
    private static MissingAnswers Monthly(DateOnly due, DateOnly today)
    {
        var other = Plan with { Id = "annan", Title = "En annan plan" };
        var status = PlanStatus.Compute(other, new(other.FindRound("2021-05")!, Meeting: null, new(new(2021, 5, 1), due, null, null)), [], today);
        return new(status, [new(other.FindDepartment("ubn")!, 2, [.. new[] { "2.1.1.i3", "2.1.4.i1" }.Select(other.Node).Select(i => new MissingRow(other.GoalOf(i), i, ReportingStatus.Due))])]);
    }

    private static MissingAnswers On(DateOnly today, IReadOnlyList<PlanNode> indicators)
    {
        var meeting = new Meeting { Id = "2021-05", Area = Plan.Area, Date = new(2021, 5, 25), Agenda = [new(Plan.Id, "2021-05")] };
        var status = PlanStatus.Compute(Plan, new(Plan.FindRound("2021-05")!, meeting, meeting.Timeline), [], today);
        return new(status, [new(Plan.FindDepartment("ubn")!, indicators.Count, [.. indicators.Select(i => new MissingRow(Plan.GoalOf(i), i, ReportingStatus.Due))])]);
    }
}
