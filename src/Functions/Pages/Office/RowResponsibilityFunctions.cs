using Hsvo.Domain.Plans;
using Hsvo.Functions.Http;
using Hsvo.Functions.Pages.Forms;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Pages.Office;

/// <summary>Which departments answer one row of a plan, where that isn't as its bodies say.</summary>
/// <param name="plans">The plans.</param>
/// <param name="configuration">What is settled.</param>
/// <param name="forms">Guards the form.</param>
/// <param name="renderer">Renders the page.</param>
public sealed class RowResponsibilityFunctions(ReadPlans plans, SetConfiguration configuration, PageForms forms, PageRenderer renderer)
{
    /// <summary><c>GET /samordning/ansvar/{plan}/{indicator}</c>.</summary>
    [Function("RowResponsibilityPage")]
    [Page]
    [Access(Access.Coordinate)]
    [Query(PageContext.LanguageOption, "done")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = OfficeAddresses.RowResponsibilityRoute)] HttpRequest request,
        string plan, string indicator, CancellationToken cancellationToken) => PageContext.TryRead(request, out var page, out var wrong)
            ? await ShowAsync(request, page, plan, indicator, null, null, cancellationToken)
            : FailureResult.Of(wrong);

    /// <summary><c>POST /samordning/ansvar/{plan}/{indicator}</c>: settles who answers the row, or has it go by its bodies again.</summary>
    [Function("SettleRowResponsibility")]
    [Page]
    [Access(Access.Coordinate)]
    [Query(PageContext.LanguageOption)]
    public async Task<IResult> PostAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = OfficeAddresses.RowResponsibilityRoute)] HttpRequest request,
        string plan, string indicator, CancellationToken cancellationToken)
    {
        if (!(await forms.ReadAsync(request, cancellationToken)).Succeeded(out var sent, out var failure))
        {
            return FailureResult.Of(failure);
        }

        var form = ResponsibilityForm.Of(plan, null, indicator, sent);
        return await form.SettleAsync(configuration, request.Caller(), cancellationToken) is { } refused
            ? await ShowAsync(request, sent.Page, plan, indicator, form, refused, cancellationToken)
            : new SeeOther(sent.Page.Link(OfficeAddresses.RowResponsibilityOf(plan, indicator, form.IsRemoved ? "followsBody" : "settled")));
    }

    private async Task<IResult> ShowAsync(
        HttpRequest request, PageContext page, string plan, string indicator, ResponsibilityForm? sent, Failure? failure, CancellationToken cancellationToken)
    {
        if (!(await plans.FindAsync(plan, cancellationToken)).Succeeded(out var snapshot, out var unknown))
        {
            return FailureResult.Of(unknown);
        }

        if (snapshot.Plan.Find(indicator) is not { Indicator.Kind: not IndicatorKind.Reference } row)
        {
            return FailureResult.Of(new(FailureKind.NotFound, "indicator.unknown",
                "Planen har ingen sådan indikator som någon svarar på.", "The plan has no such indicator that anyone answers."));
        }

        var settled = await configuration.ReadAsync(cancellationToken);
        return await renderer.AnswerAsync<RowResponsibilityPage>(
            page,
            new()
            {
                [nameof(RowResponsibilityPage.Plan)] = snapshot.Plan,
                [nameof(RowResponsibilityPage.Row)] = row,
                [nameof(RowResponsibilityPage.Own)] = settled.Settings.Responsibilities.FirstOrDefault(r => r.Plan == plan && r.Indicator == indicator),
                [nameof(RowResponsibilityPage.Version)] = settled.Version,
                [nameof(RowResponsibilityPage.Ticket)] = forms.Open(request),
                [nameof(RowResponsibilityPage.Sent)] = sent?.Settled,
                [nameof(RowResponsibilityPage.Errors)] = failure is null ? [] : new ResponsibilityTexts(page.Language).Errors(failure, RowResponsibilityPage.UnitsField),
                [nameof(RowResponsibilityPage.Done)] = (string?)request.Query["done"],
            },
            failure is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }
}
