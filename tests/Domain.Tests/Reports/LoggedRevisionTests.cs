using Hsvo.Domain.Reports;
using static Hsvo.TestKit.Builders.ReportBuilder;

namespace Hsvo.Domain.Tests.Reports;

public sealed class LoggedRevisionTests
{
    private static readonly DateTimeOffset Noon = new(2021, 5, 3, 12, 0, 0, TimeSpan.Zero);
    private static readonly CommentMask Mask = new("nvs", Noon.AddDays(9), "Namn");

    [Fact]
    public void Of_each_cell_the_newest_revision_given_by_then_counts_and_an_instant_is_by_then()
    {
        LoggedRevision[] log = [Logged("i1", 1, 0), Logged("i1", 2, 10), Logged("i2", 1, 20)];

        Assert.Equal(
            ["", "i1 1", "i1 1", "i1 2", "i1 2, i2 1"],
            new[] { -1, 0, 9, 10, 20 }.Select(minute => string.Join(", ", At(log, minute).Select(r => $"{r.Key.Indicator} {r.Revision}"))));
    }

    [Fact]
    public void A_review_counts_from_when_it_was_given_and_stays_with_its_own_revision()
    {
        LoggedRevision[] log = [Logged("i1", 1, 0) with { Reviews = [Reviewed(5, "Hur?"), Reviewed(7)] }, Logged("i1", 2, 10)];

        Assert.Equal([null, "Hur?", null], new[] { 4, 5, 7 }.Select(minute => At(log, minute).Single().Review?.Question));
        Assert.True(At(log, 7).Single().IsAccepted);
        Assert.Null(At(log, 10).Single().Review);
    }

    [Fact]
    public void A_mask_holds_before_it_was_decided_and_hides_comment_reason_and_words_but_nothing_else()
    {
        var logged = Logged("i1", 1, 0);
        logged = logged with { Original = logged.Original with { Answer = new() { Value = AnswerValue.Words("Anna") }, Comment = "Anna", Reason = "Nytt" }, Mask = Mask };

        foreach (var shown in new[] { logged.Shown, At([logged], 0).Single() })
        {
            Assert.Equal(
                (null, CommentMask.InPlaceOfWords, CommentMask.InPlaceOfWords, Mask), (shown.Comment, shown.Answer.Value!.Text, shown.Reason, shown.Mask));
        }

        Assert.Equal("Anna", logged.Original.Comment);
    }

    [Fact]
    public void Words_in_parts_are_hidden_part_by_part_and_numbers_stay()
    {
        var answer = new Answer { Parts = [new("a", AnswerValue.Words("Anna")), new("b", AnswerValue.Of(3))] }.WithoutWords();

        Assert.Equal([AnswerValue.Words(CommentMask.InPlaceOfWords), AnswerValue.Of(3)], answer.Parts.Select(p => p.Value));
    }

    [Fact]
    public void What_was_changed_is_the_newest_of_revision_review_and_mask()
    {
        Report report = AReport("i1", "vs").At(Noon);

        Assert.Equal(
            [Noon, Noon.AddMinutes(5), Mask.At],
            new[] { report, report with { Review = Reviewed(5) }, report with { Review = Reviewed(5), Mask = Mask } }.Select(r => r.ChangedAt));
    }

    private static LoggedRevision Logged(string indicator, int revision, int minute) =>
        new(AReport(indicator, "vs").At(Noon.AddMinutes(minute)).Build() with { Revision = revision }, [], null);

    private static Review Reviewed(int minute, string? question = null) =>
        new() { Decision = question is null ? ReviewDecision.Accept : ReviewDecision.SendBack, Question = question, By = "nvs", At = Noon.AddMinutes(minute) };

    private static IReadOnlyList<Report> At(IEnumerable<LoggedRevision> log, int minute) => LoggedRevision.CellsAt(log, Noon.AddMinutes(minute));
}
