using System.Globalization;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.Functions.Http;
using Hsvo.Functions.Pages.Forms;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Hsvo.Functions.Pages.Office;

/// <summary>A unit's answers of a round, to be accepted or sent back. They are shown as they were given, and who read them is noted.</summary>
/// <param name="read">The answers.</param>
/// <param name="review">Takes decisions in.</param>
/// <param name="forms">Guards the form.</param>
/// <param name="renderer">Renders the page.</param>
/// <param name="logger">Says who read.</param>
public sealed partial class ReviewFunctions(ReadStatus read, ReviewReports review, PageForms forms, PageRenderer renderer, ILogger<ReviewFunctions> logger)
{
    /// <summary>The decision that nothing more is asked.</summary>
    public const string Accept = "accept";

    /// <summary>The decision that more is asked.</summary>
    public const string SendBack = "sendBack";

    /// <summary>The field of a row's decision.</summary>
    public static string DecisionOf(string indicator) => $"decision-{indicator}";

    /// <summary>The field of what the unit is asked.</summary>
    public static string QuestionOf(string indicator) => $"question-{indicator}";

    /// <summary>The hidden field of the revision that was read.</summary>
    public static string RevisionOf(string indicator) => $"revision-{indicator}";

    /// <summary><c>GET /samordning/omgangar/{plan}/{round}/{department}</c>.</summary>
    [Function("ReviewPage")]
    [Page]
    [Access(Access.Coordinate)]
    [Query(PageContext.LanguageOption, "done")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = OfficeAddresses.ReviewRoute)] HttpRequest request,
        string plan, string round, string department, CancellationToken cancellationToken) => PageContext.TryRead(request, out var page, out var wrong)
            ? await ShowAsync(request, page, new(plan, round, department), null, [], cancellationToken)
            : FailureResult.Of(wrong);

    /// <summary><c>POST /samordning/omgangar/{plan}/{round}/{department}</c>: takes the decisions in, all or none.</summary>
    [Function("ReviewAnswers")]
    [Page]
    [Access(Access.Coordinate)]
    [Query(PageContext.LanguageOption)]
    public async Task<IResult> PostAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = OfficeAddresses.ReviewRoute)] HttpRequest request,
        string plan, string round, string department, CancellationToken cancellationToken)
    {
        if (!(await forms.ReadAsync(request, cancellationToken)).Succeeded(out var sent, out var failure))
        {
            return FailureResult.Of(failure);
        }

        var texts = new OfficeTexts(sent.Page.Language);
        if (UnaskedIn(sent) is { Count: > 0 } unasked)
        {
            return await ShowAsync(request, sent.Page, new(plan, round, department), sent, [.. unasked.Select(f => new FormError(f, texts.Unasked))], cancellationToken);
        }

        var rows = DecisionsIn(sent, department);
        if (rows.Count == 0)
        {
            return await ShowAsync(request, sent.Page, new(plan, round, department), null, [], cancellationToken);
        }

        if (!(await review.HandleAsync(request.Caller(), plan, round, rows, cancellationToken)).Succeeded(out _, out failure))
        {
            return await ShowAsync(request, sent.Page, new(plan, round, department), sent, texts.Errors(failure, p => FieldOf(p, rows)), cancellationToken);
        }

        return new SeeOther(sent.Page.Link(OfficeAddresses.ReviewOf(plan, round, department, "reviewed")));
    }

    // The questions that go with no decision to send back: they would reach nobody.
    private static List<string> UnaskedIn(SentForm sent)
    {
        var questions = QuestionOf("");
        return [.. sent.Fields.Keys.Where(k => k.StartsWith(questions, StringComparison.Ordinal) && sent.Tidy(k) is not null && sent.Text(DecisionOf(k[questions.Length..])) != SendBack)];
    }

    private static List<SubmittedReview> DecisionsIn(SentForm sent, string department)
    {
        const string Decisions = "decision-";
        return
        [
            .. sent.Fields.Keys.Where(k => k.StartsWith(Decisions, StringComparison.Ordinal) && sent.Text(k) is Accept or SendBack)
                .Select(k => k[Decisions.Length..])
                .Select(id => new SubmittedReview(
                    id,
                    department,
                    int.TryParse(sent.Text(RevisionOf(id)), NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision : 0,
                    sent.Text(DecisionOf(id)) == Accept ? ReviewDecision.Accept : ReviewDecision.SendBack,
                    sent.Tidy(QuestionOf(id)))),
        ];
    }

    private async Task<IResult> ShowAsync(
        HttpRequest request, PageContext page, Place place, SentForm? sent, IReadOnlyList<FormError> errors, CancellationToken cancellationToken)
    {
        if (!(await read.HandlePlainAsync(place.Plan, place.Round, null, cancellationToken)).Succeeded(out var feed, out var failure))
        {
            return FailureResult.Of(failure);
        }

        if (feed.Status.Plan.FindDepartment(place.Department) is not { } department)
        {
            return FailureResult.Of(new(FailureKind.NotFound, "department.unknown", "Det finns ingen sådan enhet i planen.", "There is no such unit in the plan."));
        }

        LogRead(request.Caller().ObjectId, place.Plan, place.Round);
        List<(PlanNode, Report)> rows =
        [
            .. feed.Status.Nodes.SelectMany(n => n.Cells
                .Where(c => c.Department.Id == department.Id && c is { IsCarried: false, Report: not null }).Select(c => (n.Node, c.Report!))),
        ];
        return await renderer.AnswerAsync<ReviewPage>(
            page,
            new()
            {
                [nameof(ReviewPage.Status)] = feed.Status,
                [nameof(ReviewPage.Department)] = department,
                [nameof(ReviewPage.Rows)] = rows,
                [nameof(ReviewPage.Ticket)] = forms.Open(request, sent?.Key),
                [nameof(ReviewPage.Sent)] = sent,
                [nameof(ReviewPage.Errors)] = errors,
                [nameof(ReviewPage.Done)] = (string?)request.Query["done"],
            },
            errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    // "/reviews/2/question" is the question of the third row that was decided on.
    private static string? FieldOf(string pointer, List<SubmittedReview> rows) =>
        pointer.Split('/') is ["", "reviews", var place, ..] && int.TryParse(place, out var at) && at < rows.Count ? QuestionOf(rows[at].Indicator) : null;

    [LoggerMessage(43, LogLevel.Information, "{Caller} read the answers that aren't shown to everyone, to review them: plan {Plan}, round {Round}.")]
    private partial void LogRead(string caller, string plan, string round);

    private sealed record Place(string Plan, string Round, string Department);
}
