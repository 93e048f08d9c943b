using System.Globalization;
using Hsvo.Functions.Http;
using Hsvo.Functions.Mapping;
using Hsvo.Functions.Pages.Forms;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Pages.Office;

/// <summary>A round as the office sees it: who owes what, how much that is, and permits for late changes.</summary>
/// <param name="missing">Who owes what.</param>
/// <param name="burden">How much it is.</param>
/// <param name="permits">The permits.</param>
/// <param name="forms">Guards the form.</param>
/// <param name="renderer">Renders the page.</param>
public sealed class OfficeRoundFunctions(ReadMissing missing, ReadBurden burden, PermitLateChange permits, PageForms forms, PageRenderer renderer)
{
    /// <summary><c>GET /samordning/omgangar/{plan}/{round}</c>.</summary>
    [Function("OfficeRoundPage")]
    [Page]
    [Access(Access.Coordinate)]
    [Query(PageContext.LanguageOption, "done")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = OfficeAddresses.RoundRoute)] HttpRequest request, string plan, string round,
        CancellationToken cancellationToken) => PageContext.TryRead(request, out var page, out var wrong)
            ? await ShowAsync(request, page, plan, round, null, null, cancellationToken)
            : FailureResult.Of(wrong);

    /// <summary><c>POST /samordning/omgangar/{plan}/{round}</c>: gives a permit.</summary>
    [Function("GivePermit")]
    [Page]
    [Access(Access.Coordinate)]
    [Query(PageContext.LanguageOption)]
    public async Task<IResult> PostAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = OfficeAddresses.RoundRoute)] HttpRequest request, string plan, string round,
        CancellationToken cancellationToken)
    {
        if (!(await forms.ReadAsync(request, cancellationToken)).Succeeded(out var sent, out var failure))
        {
            return FailureResult.Of(failure);
        }

        _ = DateOnly.TryParseExact(sent.Text("until").Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var until);
        var given = await permits.HandleAsync(request.Caller(), plan, round, new(sent.Text("department"), until, sent.Text("reason")), cancellationToken);
        return given.Succeeded(out _, out failure)
            ? new SeeOther(sent.Page.Link(OfficeAddresses.RoundOf(plan, round, "permit")))
            : await ShowAsync(request, sent.Page, plan, round, sent, failure, cancellationToken);
    }

    private async Task<IResult> ShowAsync(
        HttpRequest request, PageContext page, string plan, string round, SentForm? sent, Failure? failure, CancellationToken cancellationToken)
    {
        if (!(await missing.ListAsync(new(plan, round, null, null), cancellationToken)).Succeeded(out var list, out var wrong)
            || !(await burden.HandleAsync(plan, cancellationToken)).Succeeded(out var asked, out wrong)
            || !(await permits.ListAsync(plan, round, cancellationToken)).Succeeded(out var given, out wrong))
        {
            return FailureResult.Of(wrong);
        }

        return await renderer.AnswerAsync<OfficeRoundPage>(
            page,
            new()
            {
                [nameof(OfficeRoundPage.Missing)] = list.Plans[0],
                [nameof(OfficeRoundPage.Burden)] = asked,
                [nameof(OfficeRoundPage.Permits)] = given,
                [nameof(OfficeRoundPage.Mails)] = list.Units.Where(u => u.Awaited.Count > 0).Select(u => (u.Department, ReminderTexts.Of(u))).ToList(),
                [nameof(OfficeRoundPage.Ticket)] = forms.Open(request, sent?.Key),
                [nameof(OfficeRoundPage.Sent)] = sent,
                [nameof(OfficeRoundPage.Errors)] = failure is null ? [] : new OfficeTexts(page.Language).Errors(failure, p => p.TrimStart('/') is "department" or "until" or "reason" ? p.TrimStart('/') : null),
                [nameof(OfficeRoundPage.Done)] = (string?)request.Query["done"],
            },
            failure is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }
}
