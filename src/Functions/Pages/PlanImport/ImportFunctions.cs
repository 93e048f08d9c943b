using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Hsvo.Domain.Plans;
using Hsvo.Functions.Http;
using Hsvo.Functions.Mapping;
using Hsvo.Functions.Pages.Forms;
using Hsvo.Functions.WordPlans;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Pages.PlanImport;

/// <summary>A plan in Word, from the file to a version that is stored: chosen, read and shown, settled, imported.</summary>
/// <param name="plans">The plans.</param>
/// <param name="drafting">Reads the document.</param>
/// <param name="import">Takes the plan in.</param>
/// <param name="forms">Guards the forms.</param>
/// <param name="renderer">Renders the pages.</param>
public sealed class ImportFunctions(ReadPlans plans, DraftPlanFromDocument drafting, ImportPlan import, PageForms forms, PageRenderer renderer)
{
    internal const string File = "fil";
    internal const string Previous = "forra";
    internal const string Year = "year";
    internal const string Carried = "utkast";
    internal const string Replace = "ersatt";
    internal const string Do = "do";
    internal const string Settle = "settle";
    internal const string Store = "store";
    internal const string Whole = "whole";

    // Before the question's key.
    internal const string Change = "change ";
    internal const string Download = "download";

    /// <summary><c>GET /samordning/plan</c>: where the file is chosen.</summary>
    [Function("ImportPage")]
    [Page]
    [Access(Access.Coordinate)]
    [Query(PageContext.LanguageOption)]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = ImportAddresses.Route)] HttpRequest request, CancellationToken cancellationToken) =>
        PageContext.TryRead(request, out var page, out var wrong) ? await ChooseAsync(request, page, null, [], cancellationToken) : FailureResult.Of(wrong);

    /// <summary><c>POST /samordning/plan</c>: reads the file and shows what it says. Nothing is stored.</summary>
    [Function("ReadPlanFile")]
    [Page]
    [Access(Access.Coordinate)]
    [Query(PageContext.LanguageOption)]
    public async Task<IResult> ReadAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = ImportAddresses.Route)] HttpRequest request, CancellationToken cancellationToken)
    {
        if (!(await forms.ReadAsync(request, cancellationToken, WordPackage.MaxBytes)).Succeeded(out var sent, out var failure))
        {
            return FailureResult.Of(failure);
        }

        if (sent.Tidy(Year) is { } typed && (!int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 2000 or > 2099))
        {
            return await ChooseAsync(request, sent.Page, sent, [new(Year, Say(sent.Page, "Skriv ett år mellan 2000 och 2099.", "Say a year from 2000 to 2099."))], cancellationToken);
        }

        if (sent.Fields.Files.GetFile(File) is not { Length: > 0 } file)
        {
            return await ChooseAsync(request, sent.Page, sent, [new(File, Say(sent.Page, "Välj ett Word-dokument.", "Choose a Word document."))], cancellationToken);
        }

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancellationToken);
        var content = bytes.ToArray();
        if (!WordReader.Read(content).Succeeded(out var document, out failure)
            || !(await drafting.HandleAsync(
                new(document, Convert.ToHexStringLower(SHA256.HashData(content)), null, sent.Tidy(Year) is { } said ? int.Parse(said, CultureInfo.InvariantCulture) : null, sent.Tidy(Previous)),
                cancellationToken)).Succeeded(out var drafted, out failure))
        {
            return await ChooseAsync(request, sent.Page, sent, [new(failure.Code == "plan.unknown" ? Previous : File, Say(sent.Page, failure.Swedish, failure.English))], cancellationToken);
        }

        var draft = SettledDraft.Of(CarriedDraft.Pack(PlanDraftMapping.ToDocument(drafted, [])), sent: null)!;
        return await ShowAsync(request, sent.Page, draft, (await CompareAsync(request, sent.Page, draft.Plan, cancellationToken)).Replaced, isKnown: false, []);
    }

    /// <summary><c>POST /samordning/plan/utkast</c>: settles what was read, and stores it as a version or gives it as a file.</summary>
    [Function("ImportDraft")]
    [Page]
    [Access(Access.Coordinate)]
    [Query(PageContext.LanguageOption)]
    public async Task<IResult> ImportAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = ImportAddresses.DraftRoute)] HttpRequest request, CancellationToken cancellationToken)
    {
        if (!(await forms.ReadAsync(request, cancellationToken)).Succeeded(out var sent, out var failure))
        {
            return FailureResult.Of(failure);
        }

        if (SettledDraft.Of(sent.Text(Carried), sent) is not { } draft)
        {
            return FailureResult.Of(FormFailures.Token);
        }

        if (sent.Text(Do) == Download)
        {
            return Results.File(JsonSerializer.SerializeToUtf8Bytes(PlanMapping.ToDocument(draft.Plan, []), Json.Api), "application/json", "utkast.json");
        }

        var (replaced, refused) = await CompareAsync(request, sent.Page, draft.Plan, cancellationToken);
        var isKnown = replaced is null || sent.Text(Replace) == replaced.Mark;
        FormError[] unsettled = [.. draft.Settled.Questions.Where(q => q.Fault is not null).Select(q => new FormError(q.Key, $"{q.Point.Node} {Say(sent.Page, q.Fault!.Swedish, q.Fault.English)}".Trim()))];
        if (sent.Text(Do) == Whole)
        {
            return await ShowWholeAsync(request, sent, draft, replaced, isKnown, []);
        }

        if (sent.Text(Do) != Store || unsettled.Length > 0 || refused.Count > 0)
        {
            return await ShowAsync(request, sent.Page, draft, replaced, isKnown && replaced is not null, unsettled.Length > 0 || sent.Text(Do) != Store ? unsettled : refused, isToStore: sent.Text(Do) == Store, changed: sent.Text(Do) is var pressed && pressed.StartsWith(Change, StringComparison.Ordinal) ? pressed[Change.Length..] : null);
        }

        if (!isKnown)
        {
            return await ShowWholeAsync(request, sent, draft, replaced, isKnown, [new(Replace, new ImportTexts(sent.Page.Language).IsThere(replaced!.Plan.Title))]);
        }

        var outcome = await import.HandleAsync(new(request.Caller(), draft.Plan, replaced?.Plan.Version, IfMatch: null, DryRun: false), cancellationToken);
        return outcome.Succeeded(out var imported, out failure)
            ? new SeeOther(sent.Page.Link($"/plan/{imported.Plan.Id}"))
            : await ShowAsync(request, sent.Page, draft, replaced, isKnown: false, ErrorsOf(sent.Page, failure));
    }

    // Which plan it would replace and how, and why it can't be stored as it is.
    private async Task<(ReplacedPlan? Replaced, IReadOnlyList<FormError> Refused)> CompareAsync(HttpRequest request, PageContext page, Plan plan, CancellationToken cancellationToken)
    {
        // What it says it was made from isn't asked: whoever stores it has seen what it changes in the plan that is there.
        var there = (await plans.FindPlainAsync(plan.Id, cancellationToken)).Value?.Plan;
        var outcome = await import.HandleAsync(new(request.Caller(), plan, there?.Version, IfMatch: null, DryRun: true), cancellationToken);
        return outcome.Succeeded(out var tried, out var failure)
            ? (there is not null && tried.Result == PlanImportResult.Changed ? new(there, tried.Changes) : null, [])
            : (null, ErrorsOf(page, failure));
    }

    private async Task<IResult> ChooseAsync(HttpRequest request, PageContext page, SentForm? sent, IReadOnlyList<FormError> errors, CancellationToken cancellationToken) =>
        await renderer.AnswerAsync<ImportPage>(
            page,
            new()
            {
                [nameof(ImportPage.Plans)] = (IReadOnlyList<Plan>)[.. (await plans.ListAsync(cancellationToken)).Select(s => s.Plan).Where(p => p.Kind == PlanKind.Verksamhetsplan).OrderByDescending(p => p.Year)],
                [nameof(ImportPage.Ticket)] = forms.Open(request),
                [nameof(ImportPage.Chosen)] = sent?.Tidy(Previous),
                [nameof(ImportPage.Typed)] = sent?.Tidy(Year),
                [nameof(ImportPage.Errors)] = errors,
            },
            errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    private Task<IResult> ShowAsync(
        HttpRequest request, PageContext page, SettledDraft draft, ReplacedPlan? replaced, bool isKnown, IReadOnlyList<FormError> errors, bool isToStore = true, string? changed = null) => renderer.AnswerAsync<DraftPage>(
        page,
        new()
        {
            [nameof(DraftPage.Draft)] = draft,
            [nameof(DraftPage.Replaced)] = replaced,
            [nameof(DraftPage.IsKnown)] = isKnown,
            [nameof(DraftPage.Ticket)] = forms.Open(request),
            [nameof(DraftPage.IsToStore)] = isToStore,
            [nameof(DraftPage.Changed)] = changed,
            [nameof(DraftPage.Errors)] = errors,
        },
        errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    private Task<IResult> ShowWholeAsync(HttpRequest request, SentForm sent, SettledDraft draft, ReplacedPlan? replaced, bool isKnown, IReadOnlyList<FormError> errors) =>
        renderer.AnswerAsync<WholeDraftPage>(
            sent.Page,
            new()
            {
                [nameof(WholeDraftPage.Draft)] = draft,
                [nameof(WholeDraftPage.Sent)] = sent,
                [nameof(WholeDraftPage.Replaced)] = replaced,
                [nameof(WholeDraftPage.IsKnown)] = isKnown && replaced is not null,
                [nameof(WholeDraftPage.Ticket)] = forms.Open(request),
                [nameof(WholeDraftPage.Errors)] = errors,
            },
            errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    private static IReadOnlyList<FormError> ErrorsOf(PageContext page, Failure failure) =>
        failure.Faults.Count == 0
            ? [new(null, Say(page, failure.Swedish, failure.English))]
            : [.. failure.Faults.Select(f => new FormError(f.Pointer == "/plan/id" ? SettledDraft.Id : f.Pointer == "/plan/title" ? SettledDraft.Title : null, Say(page, f.Swedish, f.English)))];

    private static string Say(PageContext page, string swedish, string english) => page.Language == PageLanguage.English ? english : swedish;
}
