using System.Net;
using Hsvo.Functions.Tests.Frame;

namespace Hsvo.Functions.Tests.People;

/// <summary>What the coordinating office does at its pages.</summary>
[Collection(PeopleApp.Collection)]
public sealed class OfficeTests(PeopleApp app)
{
    private const string Round = "/samordning/omgangar/hsvo-2021/2021-05";

    [Fact]
    public async Task A_meeting_is_set_moved_and_removed()
    {
        var office = await app.Office().OpenAsync("/samordning");
        await office.FollowAsync("Nytt samråd");
        await office.PressAsync("Spara", ("id", "2021-10"), ("date", "2021-04-01"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, office.Status);
        Assert.Equal(["#date", "#agenda"], office.Page.Links(".error-summary"));
        Assert.Equal("2021-10", office.Page.GetElementById("id")!.GetAttribute("value"));
        await office.PressAsync("Spara", ("date", "2021-10-20"), ("agenda", "hsvo-2021/2021-10"));
        Assert.Equal("Mötet är sparat.", office.Page.Said(".done"));
        await office.OpenAsync("/samordning/moten/2021-10");
        await office.PressAsync("Spara", ("date", "2021-10-21"));
        Assert.Contains("2021-10-21", office.Page.Said("main .cards"), StringComparison.Ordinal);
        await office.OpenAsync("/samordning/moten/2021-10");
        await office.PressAsync("Ta bort mötet");

        Assert.Equal("Mötet är borttaget.", office.Page.Said(".done"));
        Assert.DoesNotContain("2021-10-21", office.Page.Said("main .cards"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_not_answered_is_told_with_a_mail_to_send()
    {
        var office = await app.Office().OpenAsync("/samordning");
        await office.OpenAsync(office.Page.Links("main").First(l => l == Round));

        Assert.Contains("Arbetsmarknadsförvaltningen", office.Page.Said("main table"), StringComparison.Ordinal);
        var mails = office.Page.QuerySelectorAll("main textarea[readonly]").ToList();
        Assert.NotEmpty(mails);
        Assert.All(mails, m => Assert.StartsWith("Hej!", m.TextContent.Trim(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_answer_is_sent_back_with_a_question_that_its_unit_sees_and_accepted_when_it_is_answered()
    {
        var unit = app.ReporterOf("vs");
        await unit.Client.PostReportsAsync(new { indicator = "2.1.1.i3", department = "vs", round = "2021-05", value = "nej" });
        var office = await app.Office().OpenAsync($"{Round}/vs");

        await office.PressAsync("Spara granskningen", ("decision-2.1.1.i3", "sendBack"));
        Assert.Equal(["#question-2.1.1.i3"], office.Page.Links(".error-summary"));
        await office.PressAsync("Spara granskningen", ("question-2.1.1.i3", "Vad hindrar?"));
        Assert.Equal("Granskningen är sparad.", office.Page.Said(".done"));
        Assert.Contains("Vad hindrar?", (await unit.OpenAsync(PeopleApp.Round)).Page.Said("main .example"), StringComparison.Ordinal);

        await unit.Client.PostReportsAsync(new { indicator = "2.1.1.i3", department = "vs", round = "2021-05", value = "ja", reason = "Klart nu." });
        await (await office.OpenAsync($"{Round}/vs")).PressAsync("Spara granskningen", ("decision-2.1.1.i3", "accept"));

        Assert.Contains("Godkänt", office.Page.Said("main .panel"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_permit_says_who_until_when_and_why()
    {
        var office = await app.Office().OpenAsync(Round);

        await office.PressAsync("Ge undantag", ("department", "shs"), ("reason", "Uppgiften kom sent."));
        Assert.Equal(["#until"], office.Page.Links(".error-summary"));
        await office.PressAsync("Ge undantag", ("until", "2021-05-20"));

        Assert.Equal("Undantaget är givet.", office.Page.Said(".done"));
        Assert.Contains("till och med 2021-05-20: Uppgiften kom sent.", office.Page.Said("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_answers_for_a_body_is_settled_and_a_colleagues_change_meanwhile_is_not_written_over()
    {
        const string Address = "/samordning/ansvar/nsu-2019";
        var office = await app.Office().OpenAsync(Address);
        var other = await app.Office().OpenAsync(Address);
        var button = office.Page.AllSaid("main button").First();

        await office.PressAsync(button, ("confirmed", "ja"));
        Assert.Equal("Sparat. Det gäller från nu.", office.Page.Said(".done"));
        await other.PressAsync(button);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.Status);
        Assert.NotNull(other.Page.QuerySelector("main form input[name=confirmed][checked]"));
    }
}
