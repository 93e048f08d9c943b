using Hsvo.Functions.Http;
using Hsvo.Functions.Pages.Forms;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Pages.Office;

/// <summary>Which departments answer for each body of a plan, and the way to its single rows. The rest of what the office settles is settled by the API.</summary>
/// <param name="plans">The plans.</param>
/// <param name="configuration">What is settled.</param>
/// <param name="forms">Guards the forms.</param>
/// <param name="renderer">Renders the page.</param>
public sealed class ResponsibilityFunctions(ReadPlans plans, SetConfiguration configuration, PageForms forms, PageRenderer renderer)
{
    /// <summary><c>GET /samordning/ansvar/{plan}</c>.</summary>
    [Function("ResponsibilityPage")]
    [Page]
    [Access(Access.Coordinate)]
    [Query(PageContext.LanguageOption, "done")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = OfficeAddresses.ResponsibilityRoute)] HttpRequest request, string plan,
        CancellationToken cancellationToken) => PageContext.TryRead(request, out var page, out var wrong)
            ? await ShowAsync(request, page, plan, null, null, cancellationToken)
            : FailureResult.Of(wrong);

    /// <summary><c>POST /samordning/ansvar/{plan}</c>: settles who answers for one body.</summary>
    [Function("SettleResponsibility")]
    [Page]
    [Access(Access.Coordinate)]
    [Query(PageContext.LanguageOption)]
    public async Task<IResult> PostAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = OfficeAddresses.ResponsibilityRoute)] HttpRequest request, string plan,
        CancellationToken cancellationToken)
    {
        if (!(await forms.ReadAsync(request, cancellationToken)).Succeeded(out var sent, out var failure))
        {
            return FailureResult.Of(failure);
        }

        var form = ResponsibilityForm.Of(plan, sent.Text("body"), null, sent);
        return await form.SettleAsync(configuration, request.Caller(), cancellationToken) is { } refused
            ? await ShowAsync(request, sent.Page, plan, form, refused, cancellationToken)
            : new SeeOther(sent.Page.Link(OfficeAddresses.ResponsibilityOf(plan, "settled")));
    }

    private async Task<IResult> ShowAsync(
        HttpRequest request, PageContext page, string plan, ResponsibilityForm? sent, Failure? failure, CancellationToken cancellationToken)
    {
        if (!(await plans.FindAsync(plan, cancellationToken)).Succeeded(out var snapshot, out var unknown))
        {
            return FailureResult.Of(unknown);
        }

        var settled = await configuration.ReadAsync(cancellationToken);
        var body = snapshot.Plan.Bodies.FirstOrDefault(b => b.Id == sent?.Settled.Body);
        return await renderer.AnswerAsync<ResponsibilityPage>(
            page,
            new()
            {
                [nameof(ResponsibilityPage.Plan)] = snapshot.Plan,
                [nameof(ResponsibilityPage.Version)] = settled.Version,
                [nameof(ResponsibilityPage.Settled)] = settled.Settings.Responsibilities.Where(r => r.Plan == plan).ToList(),
                [nameof(ResponsibilityPage.Ticket)] = forms.Open(request),
                [nameof(ResponsibilityPage.Sent)] = sent?.Settled,
                [nameof(ResponsibilityPage.Errors)] = failure is null ? [] : new ResponsibilityTexts(page.Language).Errors(failure, body is null ? null : ResponsibilityPage.AnchorOf(body)),
                [nameof(ResponsibilityPage.Done)] = (string?)request.Query["done"],
            },
            failure is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }
}
