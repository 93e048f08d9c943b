using Hsvo.Domain.Reports;
using Hsvo.TestKit;
using Hsvo.TestKit.Builders;
using Hsvo.UseCases.Stores;

namespace Hsvo.UseCases.Tests;

public sealed class SubmitReportsTests(AzuriteFixture azurite) : StorageTest(azurite)
{
    [Fact]
    public async Task A_first_answer_is_created_the_same_again_unchanged_and_another_corrected()
    {
        await ImportAsync();

        var first = await SubmitAsync(App, Submission([Row(0), Row(1)]));
        var second = await SubmitAsync(App, Submission([Row(0), Row(1, "nej"), Row(2)]));

        Assert.Equal([(RowResult.Created, 1), (RowResult.Created, 1)], first.Rows.Select(r => (r.Result, r.Revision)));
        Assert.Equal([(RowResult.Unchanged, 1), (RowResult.Corrected, 2), (RowResult.Created, 1)], second.Rows.Select(r => (r.Result, r.Revision)));
        Assert.Equal([AnswerValue.Yes, AnswerValue.Yes, AnswerValue.No, AnswerValue.Yes], (await LogAsync()).Select(r => r.Answer.Value));
        Assert.Equal([1, 2, 1], (await CellsAsync()).Select(r => r.Revision));
    }

    [Fact]
    public async Task Another_comment_is_a_correction()
    {
        await ImportAsync();
        await SubmitAsync(App, Submission([Row(0, comment: "Klart i mars")]));

        var same = await SubmitAsync(App, Submission([Row(0, comment: " Klart i mars ")]));
        var other = await SubmitAsync(App, Submission([Row(0, comment: "Klart i april")]));

        Assert.Equal(RowResult.Unchanged, same.Rows[0].Result);
        Assert.Equal(RowResult.Corrected, other.Rows[0].Result);
    }

    [Fact]
    public async Task A_line_break_is_the_same_however_a_program_writes_it()
    {
        await ImportAsync();
        await SubmitAsync(App, Submission([Row(0, comment: "Klart\r\ni mars")]));

        var same = await SubmitAsync(App, Submission([Row(0, comment: "Klart\ni mars")]));

        Assert.Equal(RowResult.Unchanged, same.Rows[0].Result);
    }

    [Fact]
    public async Task What_was_stored_says_who_when_and_through_which_door()
    {
        await ImportAsync();
        var caller = Reporter("berit") with { IsExample = true };

        await SubmitAsync(App, Submission([Row(0, comment: "Åtta möten", reason: "Avstämt")], caller: caller) with { Door = Door.PowerBI });

        var report = Assert.Single(await CellsAsync());
        Assert.Equal(new("2021-05", LargePlan.Indicator(0), LargePlan.Department), report.Key);
        Assert.Equal(("berit", true, Door.PowerBI), (report.Reporter, report.IsExample, report.Door));
        Assert.Equal(("Åtta möten", "Avstämt"), (report.Comment, report.Reason));
        Assert.Equal((Time.GetUtcNow(), Time.GetUtcNow()), (report.ReportedAt, report.FirstReportedAt));
    }

    [Fact]
    public async Task The_largest_submission_is_stored_whole()
    {
        await ImportAsync(400);
        SubmittedRow[] rows = [.. LargePlan.Rounds.SelectMany(r => Enumerable.Range(0, 400).Select(i => Row(i, round: r.Id))).Take(SubmitReports.MaxRows)];

        var receipt = await SubmitAsync(App, Submission(rows, key: "k"));

        Assert.All(receipt.Rows, r => Assert.Equal((RowResult.Created, 1), (r.Result, r.Revision)));
        Assert.Equal(rows.Select(r => new ReportKey(r.Round!, r.Indicator!, r.Department!)), receipt.Rows.Select(r => r.Key));
        Assert.Equal(SubmitReports.MaxRows, (await CellsAsync()).Count);
        Assert.Equal(SubmitReports.MaxRows, (await LogAsync()).Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(SubmitReports.MaxRows + 1)]
    public async Task No_rows_and_too_many_are_refused(int count)
    {
        await ImportAsync(1);

        var failure = await FailToSubmitAsync(App, Submission([.. Enumerable.Repeat(Row(0), count)]));

        Assert.Equal((FailureKind.Invalid, "reports.count", "/reports"), (failure.Kind, Assert.Single(failure.Faults).Code, failure.Faults[0].Pointer));
    }

    [Fact]
    public async Task A_dry_run_tells_what_would_happen_and_stores_nothing()
    {
        await ImportAsync();
        await SubmitAsync(App, Submission([Row(0), Row(1)]));
        var stamp = await App.Reports.ReadStampAsync(Plan, default);

        var receipt = await SubmitAsync(App, Submission([Row(0), Row(1, "nej"), Row(2)], key: "k", dryRun: true));

        Assert.True(receipt.DryRun);
        Assert.Equal([(RowResult.Unchanged, 1), (RowResult.Corrected, 2), (RowResult.Created, 1)], receipt.Rows.Select(r => (r.Result, r.Revision)));
        Assert.Equal(stamp, await App.Reports.ReadStampAsync(Plan, default));
        Assert.Equal(2, (await LogAsync()).Count);
    }

    [Fact]
    public async Task Every_fault_of_every_row_is_told_and_nothing_is_stored()
    {
        await ImportAsync(3);
        SubmittedRow[] rows =
        [
            Row(0),
            Row(1, "kanske", comment: new('x', 4001)),
            Row(2) with { Indicator = "9.9.i9", Round = "2020-01" },
            Row(2) with { Indicator = null, Faults = [new("field.type", "indicator", "Fältet ska vara en text.", "The field must be a text.")] },
            Row(2) with { Round = null },
            Row(2) with { Indicator = "1.1" },
            Row(2) with { Department = "okand" },
            Row(0, "nej"),
        ];

        var failure = await FailToSubmitAsync(App, Submission(rows));

        Assert.Equal((FailureKind.Invalid, "reports.invalid"), (failure.Kind, failure.Code));
        Assert.Equal(
            [
                ("text.length", "/reports/1/comment"),
                ("value.type", "/reports/1/value"),
                ("indicator.unknown", "/reports/2/indicator"),
                ("round.unknown", "/reports/2/round"),
                ("field.type", "/reports/3/indicator"),
                ("field.required", "/reports/4/round"),
                ("indicator.unknown", "/reports/5/indicator"),
                ("department.unknown", "/reports/6/department"),
                ("row.duplicate", "/reports/7"),
            ],
            failure.Faults.OrderBy(f => f.Pointer, StringComparer.Ordinal).ThenBy(f => f.Code, StringComparer.Ordinal).Select(f => (f.Code, f.Pointer)));
        Assert.Equal("", await App.Reports.ReadStampAsync(Plan, default));
    }

    [Fact]
    public async Task Somebody_elses_department_is_forbidden_and_the_other_faults_are_told_too()
    {
        await ImportAsync(3);

        var failure = await FailToSubmitAsync(App, Submission([Row(0), Row(1) with { Department = LargePlan.OtherDepartment }, Row(2, "kanske")]));

        Assert.Equal((FailureKind.Forbidden, "reports.forbidden"), (failure.Kind, failure.Code));
        Assert.Equal([("department.forbidden", "/reports/1/department"), ("value.type", "/reports/2/value")], failure.Faults.Select(f => (f.Code, f.Pointer)));
        Assert.Empty(await CellsAsync());
    }

    [Fact]
    public async Task A_caller_without_a_department_reports_for_none()
    {
        await ImportAsync(1);

        var failure = await FailToSubmitAsync(App, Submission([Row(0)], caller: Reporter(department: null)));

        Assert.Equal((FailureKind.Forbidden, "department.forbidden"), (failure.Kind, Assert.Single(failure.Faults).Code));
    }

    [Fact]
    public async Task A_department_that_does_not_owe_a_row_does_not_answer_it()
    {
        var plan = LargePlan.Create(Area, 1);
        await App.Plans.TryImportAsync(plan with { Bodies = [plan.Bodies[0] with { OwedBy = [LargePlan.OtherDepartment] }] }, default);

        var failure = await FailToSubmitAsync(App, Submission([Row(0)]));

        Assert.Equal((FailureKind.Invalid, "department.notOwing"), (failure.Kind, Assert.Single(failure.Faults).Code));
    }

    [Theory]
    [InlineData("okand-2021")]
    [InlineData("No id_")]
    public async Task A_plan_that_is_not_there_takes_no_reports(string plan)
    {
        var failure = await FailToSubmitAsync(App, Submission([Row(0)]) with { Plan = plan });

        Assert.Equal((FailureKind.Invalid, "plan.unknown", "/plan"), (failure.Kind, Assert.Single(failure.Faults).Code, failure.Faults[0].Pointer));
    }

    [Fact]
    public async Task A_correction_after_the_due_date_needs_a_reason()
    {
        await ImportAsync(3);
        await SetMeetingAsync();
        await SubmitAsync(App, Submission([Row(0), Row(1)]));
        Time.GoTo(new(2021, 5, 7));

        var failure = await FailToSubmitAsync(App, Submission([Row(0), Row(1, "nej"), Row(2)]));
        var dryRun = await FailToSubmitAsync(App, Submission([Row(0), Row(1, "nej"), Row(2)], dryRun: true));

        Assert.Equal((FailureKind.Invalid, "reason.required", "/reports/1/reason"), (failure.Kind, Assert.Single(failure.Faults).Code, failure.Faults[0].Pointer));
        Assert.Equal(failure.Faults, dryRun.Faults);
        Assert.Equal(2, (await LogAsync()).Count);
    }

    [Fact]
    public async Task A_correction_with_a_reason_keeps_the_time_of_the_first_answer()
    {
        await ImportAsync(1);
        await SetMeetingAsync();
        var first = Time.GetUtcNow();
        await SubmitAsync(App, Submission([Row(0)]));
        Time.GoTo(new(2021, 5, 7));

        var receipt = await SubmitAsync(App, Submission([Row(0, "nej", reason: "Fel rad förra gången")]));

        Assert.Equal((RowResult.Corrected, 2), (receipt.Rows[0].Result, receipt.Rows[0].Revision));
        var cell = Assert.Single(await CellsAsync());
        Assert.Equal((first, Time.GetUtcNow()), (cell.FirstReportedAt, cell.ReportedAt));
    }

    [Fact]
    public async Task On_the_due_date_and_for_a_first_answer_no_reason_is_asked_for()
    {
        await ImportAsync(2);
        await SetMeetingAsync();
        await SubmitAsync(App, Submission([Row(0)]));

        Time.GoTo(new(2021, 5, 6));
        var onTheDay = await SubmitAsync(App, Submission([Row(0, "nej")]));
        Time.GoTo(new(2021, 5, 7));
        var late = await SubmitAsync(App, Submission([Row(1)]));

        Assert.Equal(RowResult.Corrected, onTheDay.Rows[0].Result);
        Assert.Equal(RowResult.Created, late.Rows[0].Result);
    }
}
