using Hsvo.Domain.Reports;
using Hsvo.Functions.Mapping;

namespace Hsvo.Functions.Tests;

/// <summary>What a history tells of a revision that was masked: everybody that something was written, the auditor what.</summary>
public sealed class MaskedTextTests
{
    private static readonly DateTimeOffset Monday = new(2021, 5, 3, 8, 0, 0, TimeSpan.Zero);

    private static readonly LoggedRevision Masked = new(
        new()
        {
            Key = new("2021-05", "2.1.4.i1", "amn"),
            Revision = 1,
            Answer = new() { NotApplicable = true },
            Comment = "Anna slutade",
            Reason = "Anna var den enda",
            Reporter = "anna",
            Submission = "s1",
            ReportedAt = Monday,
            FirstReportedAt = Monday,
            Door = Door.Api,
        },
        [
            new() { Decision = ReviewDecision.SendBack, Question = "Vem är Anna?", By = "nvs", At = Monday.AddDays(1) },
            new() { Decision = ReviewDecision.Accept, By = "nvs", At = Monday.AddDays(2) },
            new() { Decision = ReviewDecision.SendBack, Question = "Skriv utan namn.", By = "nvs", At = Monday.AddDays(4) },
        ],
        new("nvs", Monday.AddDays(3), "Pekar ut någon"));

    [Fact]
    public void The_auditor_alone_gets_comment_reason_and_the_questions_asked_before_the_mask()
    {
        var original = ReportMapping.ToDocument(Masked, showsOriginal: true, showsReason: true).Original!;

        Assert.Equal(("Anna slutade", "Anna var den enda", "Vem är Anna?"), (original.Comment, original.Reason, Assert.Single(original.Questions)));
        Assert.Null(ReportMapping.ToDocument(Masked, showsOriginal: false, showsReason: false).Original);
    }

    [Theory]
    [InlineData(true, "Pekar ut någon")]
    [InlineData(false, null)]
    public void Why_something_was_masked_may_tell_what_and_is_for_those_who_may_know(bool showsReason, string? reason)
    {
        var document = ReportMapping.ToDocument(Masked, showsOriginal: false, showsReason);

        Assert.Equal(("nvs", reason), (document.Report.Mask!.By, document.Report.Mask.Reason));
        Assert.Null(ReportMapping.ToDocument(Masked.Shown).Mask!.Reason);
    }

    [Fact]
    public void Everybody_else_sees_that_something_was_written_and_what_was_asked_since()
    {
        var document = ReportMapping.ToDocument(Masked, showsOriginal: false, showsReason: false);

        Assert.Equal((null, "(texten är dold)", "Skriv utan namn."), (document.Report.Comment, document.Report.Reason, document.Report.Review!.Question));
        Assert.Equal(["(texten är dold)", null, "Skriv utan namn."], document.Reviews.Select(r => r.Question));
    }
}
