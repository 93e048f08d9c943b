using AngleSharp.Html.Dom;
using Hsvo.Domain.Reports;
using Hsvo.Functions.Pages.Forms;
using Hsvo.Functions.Pages.Reporting;
using Hsvo.Functions.Tests.Board;
using Hsvo.Functions.Tests.Frame;
using Hsvo.UseCases;

namespace Hsvo.Functions.Tests.People;

public sealed class LockedRoundTests
{
    [Fact]
    public async Task What_was_typed_while_the_round_was_locked_is_shown_once_more_and_nothing_can_be_sent()
    {
        var page = await PageAsync([new("value", "Låst.")]);

        Assert.Null(page.QuerySelector("main form"));
        Assert.Equal(["Låst."], page.AllSaid(".error-summary li"));
        Assert.Empty(page.QuerySelectorAll(".error-summary a"));
        Assert.Equal(["nej", "Vi fick vänta."], page.AllSaid("[aria-labelledby=skrivet] dd"));
    }

    [Fact]
    public async Task A_locked_question_that_is_only_read_shows_no_such_thing() =>
        Assert.Empty((await PageAsync([])).QuerySelectorAll("[aria-labelledby=skrivet]"));

    private static async Task<IHtmlDocument> PageAsync(FormError[] errors)
    {
        var feed = BoardSamples.Feeds[Known.Plan];
        var (node, cell) = feed.Status.Nodes.Where(n => n.Node.Id == "2.1.1.i3").Select(n => (n.Node, n.Cells[0])).Single();
        var row = new OwnRow(feed.Status.Plan.GoalOf(node), node, cell, Draft: null);
        var round = new OwnRound(feed.Snapshot, feed.Status, cell.Department, [row], new FieldError("round.sealed", "round", "Omgången är låst.", "The round is locked."));
        return BoardSamples.Read(await BoardSamples.RenderAsync<QuestionPage>(BoardSamples.Page(), new()
        {
            [nameof(QuestionPage.Round)] = round,
            [nameof(QuestionPage.Row)] = row,
            [nameof(QuestionPage.Form)] = new AnswerForm(new Dictionary<string, string> { ["value"] = "nej", ["comment"] = "Vi fick\nvänta.", ["key"] = "x" }, 0, 0),
            [nameof(QuestionPage.Ticket)] = new FormTicket("token", "key", "person"),
            [nameof(QuestionPage.Errors)] = errors,
        }));
    }
}
