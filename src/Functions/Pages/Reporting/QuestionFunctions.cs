using Hsvo.Domain.Meetings;
using Hsvo.Domain.Reports;
using Hsvo.Functions.Http;
using Hsvo.Functions.Pages.Forms;
using Hsvo.UseCases;
using Hsvo.UseCases.Stores;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Pages.Reporting;

/// <summary>
/// One question of a round. What is filled in is kept as a draft, by the same use case as any draft; it is sent on <see cref="CheckFunctions"/>, after a last look.
/// </summary>
/// <param name="read">The unit's rounds.</param>
/// <param name="submit">Checks answers, and keeps drafts.</param>
/// <param name="drafts">Throws drafts away.</param>
/// <param name="forms">Guards the form.</param>
/// <param name="renderer">Renders the page.</param>
/// <param name="time">The clock.</param>
public sealed class QuestionFunctions(ReadOwnRounds read, SubmitReports submit, ReadDrafts drafts, PageForms forms, PageRenderer renderer, TimeProvider time)
{
    /// <summary>The button that checks the answer, keeps it and goes on.</summary>
    public const string Save = "save";

    /// <summary>The button that keeps what there is, whole or not.</summary>
    public const string SaveDraft = "draft";

    /// <summary>The button that throws the draft away.</summary>
    public const string ThrowAway = "throwAway";

    /// <summary><c>GET /rapportera/{plan}/{round}/svar/{indicator}</c>.</summary>
    [Function("QuestionPage")]
    [Page]
    [Access(Access.Report)]
    [Query(PageContext.LanguageOption)]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = ReportingAddresses.QuestionRoute)] HttpRequest request,
        string plan, string round, string indicator, CancellationToken cancellationToken)
    {
        if (!PageContext.TryRead(request, out var page, out var wrong))
        {
            return FailureResult.Of(wrong);
        }

        return (await FindAsync(request, plan, round, indicator, cancellationToken)).Succeeded(out var question, out var failure)
            ? await ShowAsync(request, page, question, AnswerForm.Of(question.Row, round))
            : FailureResult.Of(failure);
    }

    /// <summary><c>POST /rapportera/{plan}/{round}/svar/{indicator}</c>: keeps a draft and goes on to the next question, or throws it away.</summary>
    [Function("AnswerQuestion")]
    [Page]
    [Access(Access.Report)]
    [Query(PageContext.LanguageOption)]
    public async Task<IResult> PostAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = ReportingAddresses.QuestionRoute)] HttpRequest request,
        string plan, string round, string indicator, CancellationToken cancellationToken)
    {
        if (!(await forms.ReadAsync(request, cancellationToken)).Succeeded(out var sent, out var failure)
            || !(await FindAsync(request, plan, round, indicator, cancellationToken)).Succeeded(out var question, out failure))
        {
            return FailureResult.Of(failure);
        }

        if (sent.Text("do") == ThrowAway)
        {
            return await ThrowAwayAsync(request, sent.Page, question, cancellationToken);
        }

        return await KeepAsync(request, sent.Page, question, AnswerForm.Of(sent), sent, cancellationToken);
    }

    private async Task<IResult> KeepAsync(
        HttpRequest request, PageContext page, Question question, AnswerForm form, SentForm sent, CancellationToken cancellationToken)
    {
        var (round, row) = (question.Round, question.Row);

        // A colleague's draft is told of once; sent again it is replaced.
        if (row.Draft is { Draft: var other } && other.Author != request.Caller().ObjectId && AnswerForm.SeenOf(row) != form.Seen)
        {
            return await ShowAsync(request, page, question, form with { Seen = AnswerForm.SeenOf(row) }, sent.Key,
                new(Said(question, other.Answer), other.Answer.Comment, IsDraft: true));
        }

        var submitted = form.ToRow(row, round);
        var submission = new Submission(request.Caller(), round.Snapshot.Plan.Id, [submitted], DryRun: true, IdempotencyKey: null, Door.Page);
        var isWhole = sent.Text("do") != SaveDraft;
        if (!isWhole && submitted is { Faults.Count: 0, Answer: { Parts: null or { Count: 0 } } answer } && answer with { Parts = null } == new SubmittedAnswer())
        {
            return row.Draft is null
                ? await ShowAsync(request, page, question, form, sent.Key, errors: [new(null, new QuestionTexts(page.Language).NothingTyped)])
                : await ThrowAwayAsync(request, page, question, cancellationToken);
        }

        var tried = await submit.HandleAsync(submission, cancellationToken);
        if (isWhole && tried.Failure is { } incomplete)
        {
            return await RefuseAsync(request, page, question, form, sent.Key, incomplete);
        }

        // What is answered already needs no draft, and leaves none to be sent.
        if (tried.Value is { Rows: [{ Result: RowResult.Unchanged }] })
        {
            return submitted.Answer is { NotApplicable: false, Reason: not null }
                ? await ShowAsync(request, page, question, form, sent.Key, errors: [new(AnswerForm.Reason, new QuestionTexts(page.Language).NothingChanged)])
                : await RemoveDraftAsync(request, question, cancellationToken) is { } kept
                ? await RefuseAsync(request, page, question, form, sent.Key, kept)
                : new SeeOther(page.Link(isWhole ? NextOf(question) : ReportingAddresses.Of(round, "unchanged")));
        }

        if ((await submit.HandleAsync(submission with { DryRun = false, IsDraft = true }, cancellationToken)).Failure is { } failure)
        {
            return await RefuseAsync(request, page, question, form, sent.Key, failure);
        }

        return new SeeOther(page.Link(isWhole ? NextOf(question) : ReportingAddresses.Of(round, "draft")));
    }

    private async Task<IResult> ThrowAwayAsync(HttpRequest request, PageContext page, Question question, CancellationToken cancellationToken) =>
        await RemoveDraftAsync(request, question, cancellationToken) is { } kept
            ? FailureResult.Of(kept)
            : new SeeOther(page.Link(ReportingAddresses.Of(question.Round, "thrownAway")));

    // What isn't there any longer is thrown away.
    private async Task<Failure?> RemoveDraftAsync(HttpRequest request, Question question, CancellationToken cancellationToken)
    {
        var (round, row) = (question.Round, question.Row);
        return (await drafts.RemoveAsync(request.Caller(), round.Snapshot.Plan.Id, new(round.Status.Round.Id, row.Indicator.Id, round.Department.Id), cancellationToken)).Failure
            is { Kind: not FailureKind.NotFound } failure ? failure : null;
    }

    // The next one that is to be answered and not begun, from here on and then from the first; else the last look.
    private static string NextOf(Question question)
    {
        var rows = question.Round.Rows;
        var here = rows.TakeWhile(r => r.Indicator.Id != question.Row.Indicator.Id).Count();
        var open = question.Round.Open.ToHashSet();
        var next = rows.Skip(here + 1).Concat(rows.Take(here)).FirstOrDefault(open.Contains);
        return next is null ? ReportingAddresses.CheckOf(question.Round) : ReportingAddresses.Of(question.Round, next);
    }

    private async Task<IResult> RefuseAsync(HttpRequest request, PageContext page, Question question, AnswerForm form, string key, Failure failure)
    {
        if (failure.Kind == FailureKind.Unavailable)
        {
            return await ShowAsync(request, page, question, form, key, errors: QuestionErrors.Of(failure, question.Row, form, page.Language), status: StatusCodes.Status503ServiceUnavailable);
        }

        // Whoever sees both versions and sends again writes on top of the other, and says why.
        return failure.Conflicts is [{ Stored: var stored }]
            ? await ShowAsync(request, page, question, form with { Revision = stored?.Revision ?? 0 }, key,
                new(stored is null ? "" : Mapping.AnswerTexts.Said(question.Row.Indicator, stored.Answer), stored?.Comment, IsDraft: false))
            : await ShowAsync(request, page, question, form, key, errors: QuestionErrors.Of(failure, question.Row, form, page.Language));
    }

    private async Task<IResult> ShowAsync(
        HttpRequest request, PageContext page, Question question, AnswerForm form, string? key = null, OvertakenBy? overtaken = null,
        IReadOnlyList<FormError>? errors = null, int? status = null) => await renderer.AnswerAsync<QuestionPage>(
            page,
            new()
            {
                [nameof(QuestionPage.Round)] = question.Round,
                [nameof(QuestionPage.Row)] = question.Row,
                [nameof(QuestionPage.Form)] = form,
                [nameof(QuestionPage.Ticket)] = forms.Open(request, key),
                [nameof(QuestionPage.Errors)] = errors ?? [],
                [nameof(QuestionPage.Overtaken)] = overtaken,
            },
            status ?? (errors is not null ? StatusCodes.Status422UnprocessableEntity : overtaken is not null ? StatusCodes.Status409Conflict : StatusCodes.Status200OK));

    private string Said(Question question, SubmittedAnswer answer) =>
        SentTexts.Of(question.Row.Indicator, answer, question.Round.Status.Round.IsFinal, time.Today()) ?? "…";

    private async Task<Outcome<Question>> FindAsync(HttpRequest request, string plan, string round, string indicator, CancellationToken cancellationToken)
    {
        return (await read.FindAsync(request.Caller(), plan, round, cancellationToken)).Succeeded(out var own, out var failure)
            && own.FindRow(indicator).Succeeded(out var row, out failure)
            ? new Question(own, row)
            : failure!;
    }

    private sealed record Question(OwnRound Round, OwnRow Row);
}
