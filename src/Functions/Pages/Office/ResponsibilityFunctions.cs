using System.Globalization;
using Hsvo.Domain.Areas;
using Hsvo.Functions.Http;
using Hsvo.Functions.Pages.Forms;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Pages.Office;

/// <summary>Which departments answer for each body of a plan. Single rows, and the rest of what the office settles, are settled by the API.</summary>
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

        var body = sent.Text("body");
        var settled = new Responsibility(plan, body, null, [.. sent.Fields["department"].OfType<string>().Distinct()], sent.Has("confirmed"));
        var settings = (await configuration.ReadAsync(cancellationToken)).Settings;
        if (settings.Responsibilities.Contains(settled, Responsibility.BySaying))
        {
            // Sent again, the same settles nothing else.
            return new SeeOther(sent.Page.Link(OfficeAddresses.ResponsibilityOf(plan, "settled")));
        }

        var rows = settings.Responsibilities.Where(r => (r.Plan, r.Body) != (plan, body)).Append(settled).ToList();
        var seen = int.TryParse(sent.Text("version"), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : -1;
        return (await configuration.HandleAsync(request.Caller(), settings with { Responsibilities = rows }, [seen], cancellationToken)).Succeeded(out _, out failure)
            ? new SeeOther(sent.Page.Link(OfficeAddresses.ResponsibilityOf(plan, "settled")))
            : await ShowAsync(request, sent.Page, plan, settled, failure, cancellationToken);
    }

    private async Task<IResult> ShowAsync(
        HttpRequest request, PageContext page, string plan, Responsibility? sent, Failure? failure, CancellationToken cancellationToken)
    {
        if (!(await plans.FindAsync(plan, cancellationToken)).Succeeded(out var snapshot, out var unknown))
        {
            return FailureResult.Of(unknown);
        }

        var settled = await configuration.ReadAsync(cancellationToken);
        var own = settled.Settings.Responsibilities.Where(r => r.Plan == plan).ToList();
        return await renderer.AnswerAsync<ResponsibilityPage>(
            page,
            new()
            {
                [nameof(ResponsibilityPage.Plan)] = snapshot.Plan,
                [nameof(ResponsibilityPage.Version)] = settled.Version,
                [nameof(ResponsibilityPage.Confirmed)] = own.Where(r => r is { Body: not null, IsConfirmed: true }).Select(r => r.Body!).ToHashSet(),
                [nameof(ResponsibilityPage.OwnRows)] = own.Count(r => r.Indicator is not null),
                [nameof(ResponsibilityPage.Ticket)] = forms.Open(request),
                [nameof(ResponsibilityPage.Sent)] = sent,
                [nameof(ResponsibilityPage.Errors)] = failure is null ? [] : ErrorsOf(new(page.Language), failure, snapshot.Plan.Bodies.Any(b => b.Id == sent?.Body) ? $"organ-{sent!.Body}" : null),
                [nameof(ResponsibilityPage.Done)] = (string?)request.Query["done"],
            },
            failure is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static IReadOnlyList<FormError> ErrorsOf(OfficeTexts texts, Failure failure, string? body) =>
        failure.Kind == FailureKind.PreconditionFailed ? [new(body, texts.Overtaken)] : texts.Errors(failure, _ => body);
}
