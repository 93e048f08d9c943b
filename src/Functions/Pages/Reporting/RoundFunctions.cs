using Hsvo.Functions.Http;
using Hsvo.Functions.Pages.Forms;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Pages.Reporting;

/// <summary>What the caller's unit owes: in every plan, and in one round of a plan.</summary>
/// <param name="read">The unit's rounds.</param>
/// <param name="declare">"Inget mer från oss".</param>
/// <param name="forms">Guards the form.</param>
/// <param name="renderer">Renders the pages.</param>
public sealed class RoundFunctions(ReadOwnRounds read, DeclareNothingMore declare, PageForms forms, PageRenderer renderer)
{
    /// <summary>The button that says that nothing more comes.</summary>
    public const string NothingMore = "nothingMore";

    /// <summary>The button that takes it back.</summary>
    public const string More = "more";

    private const string Done = "done";

    /// <summary><c>GET /rapportera</c>: the open rounds of every plan.</summary>
    [Function("ReportingPage")]
    [Page]
    [Access(Access.Report)]
    [Query(PageContext.LanguageOption)]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "rapportera")] HttpRequest request, CancellationToken cancellationToken)
    {
        if (!PageContext.TryRead(request, out var page, out var wrong))
        {
            return FailureResult.Of(wrong);
        }

        return (await read.ListAsync(request.Caller(), cancellationToken)).Succeeded(out var rounds, out var failure)
            ? await renderer.AnswerAsync<ReportingPage>(page, new() { [nameof(ReportingPage.Rounds)] = rounds })
            : FailureResult.Of(failure);
    }

    /// <summary><c>GET /rapportera/{plan}/{round}</c>: a round's questions, goal by goal.</summary>
    [Function("RoundPage")]
    [Page]
    [Access(Access.Report)]
    [Query(PageContext.LanguageOption, Done)]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = ReportingAddresses.RoundRoute)] HttpRequest request,
        string plan, string round, CancellationToken cancellationToken)
    {
        if (!PageContext.TryRead(request, out var page, out var wrong))
        {
            return FailureResult.Of(wrong);
        }

        return (await read.FindAsync(request.Caller(), plan, round, cancellationToken)).Succeeded(out var own, out var failure)
            ? await ShowAsync(request, page, own, request.Query[Done])
            : FailureResult.Of(failure);
    }

    /// <summary><c>POST /rapportera/{plan}/{round}</c>: says that nothing more comes from the unit in the round, or takes that back.</summary>
    [Function("SayNothingMore")]
    [Page]
    [Access(Access.Report)]
    [Query(PageContext.LanguageOption)]
    public async Task<IResult> PostAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = ReportingAddresses.RoundRoute)] HttpRequest request,
        string plan, string round, CancellationToken cancellationToken)
    {
        if (!(await forms.ReadAsync(request, cancellationToken)).Succeeded(out var sent, out var failure)
            || !(await read.FindAsync(request.Caller(), plan, round, cancellationToken)).Succeeded(out var own, out failure))
        {
            return FailureResult.Of(failure);
        }

        var isMore = sent.Text("do") == More;
        var said = isMore
            ? await declare.WithdrawAsync(request.Caller(), plan, round, own.Department.Id, cancellationToken)
            : await declare.HandleAsync(request.Caller(), plan, round, own.Department.Id, cancellationToken);

        // Taken back twice is taken back.
        return said.Succeeded(out _, out failure) || failure.Code == "declaration.unknown"
            ? new SeeOther(sent.Page.Link(ReportingAddresses.Of(own, isMore ? More : NothingMore)))
            : FailureResult.Of(failure);
    }

    private async Task<IResult> ShowAsync(HttpRequest request, PageContext page, OwnRound own, string? done) => await renderer.AnswerAsync<RoundPage>(page, new()
    {
        [nameof(RoundPage.Round)] = own,
        [nameof(RoundPage.Ticket)] = forms.Open(request),
        [nameof(RoundPage.Done)] = done,
    });
}
