using Hsvo.Domain.Meetings;
using Hsvo.Domain.Reports;
using Hsvo.Domain.Summaries;
using Hsvo.Functions.Http;
using Hsvo.UseCases;
using Hsvo.UseCases.Papers;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace Hsvo.Functions.Pages.Board;

/// <summary>A samråd: its days, what it takes up, and its papers.</summary>
/// <param name="meetings">The meetings.</param>
/// <param name="plans">The plans.</param>
/// <param name="status">How they stand.</param>
/// <param name="papers">The papers there are.</param>
/// <param name="summaries">The papers' files.</param>
/// <param name="time">The clock.</param>
/// <param name="answers">Keeps the page.</param>
public sealed class MeetingPageFunctions(
    SetMeeting meetings, ReadPlans plans, ReadStatus status, KnownPapers papers, ReadSummary summaries, TimeProvider time, PageAnswers answers)
{
    /// <summary><c>GET /samrad/{meetingId}</c>.</summary>
    [Function("MeetingPage")]
    [Page]
    [Access(Access.Page)]
    [Query(PageContext.LanguageOption)]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "samrad/{meetingId}")] HttpRequest request, string meetingId, CancellationToken cancellationToken)
    {
        if (!PageContext.TryRead(request, out var page, out var wrong))
        {
            return FailureResult.Of(wrong);
        }

        if ((await meetings.ListAsync(cancellationToken)).FirstOrDefault(m => m.Id == meetingId) is not { } meeting)
        {
            return FailureResult.Of(Unknown(meetingId));
        }

        var feeds = new List<StatusFeed>();
        foreach (var item in meeting.Agenda)
        {
            if ((await status.HandleAsync(item.Plan, item.Round, cancellationToken)).Succeeded(out var feed, out _))
            {
                feeds.Add(feed);
            }
        }

        // A preliminary paper is for those who work with it: until it is sealed, who isn't signed in sees that it will be.
        var editions = (await papers.ListAsync(meeting, cancellationToken)).Where(e => page.IsSignedIn || e.Edition == PaperEdition.Sealed).ToList();
        var all = await plans.ListAsync(cancellationToken);
        var today = time.Today();
        // The plans' versions have the area's stamp in them, and with it the meeting.
        var version = EntityTags.Of([$"{today:yyyy-MM-dd}", .. all.Select(p => p.VersionOn(today)), .. editions.Select(e => e.Version)]);
        return await answers.AnswerAsync<MeetingPage>(request, page, version, () => new()
        {
            [nameof(MeetingPage.Meeting)] = meeting,
            [nameof(MeetingPage.Feeds)] = feeds,
            [nameof(MeetingPage.Editions)] = editions,
            [nameof(MeetingPage.Plans)] = all.Select(p => p.Plan).ToList(),
            [nameof(MeetingPage.Today)] = today,
        });
    }

    /// <summary>
    /// <c>GET /samrad/{meetingId}/{file}</c>: a file of the newest edition, the sealed one once there is one. A function of its own, since a browser that is signed
    /// in brings its token to pages alone.
    /// </summary>
    [Function("MeetingPaper")]
    [Page]
    [Access(Access.Page)]
    [Query(PageContext.LanguageOption)]
    public async Task<IResult> GetPaperAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "samrad/{meetingId}/{file}")] HttpRequest request, string meetingId, string file,
        CancellationToken cancellationToken)
    {
        if (!(await summaries.FindNewestAsync(meetingId, cancellationToken)).Succeeded(out var manifest, out var failure))
        {
            return FailureResult.Of(failure with { Faults = [] });
        }

        if (manifest.Edition != PaperEdition.Sealed && !PageContext.Of(request).IsSignedIn)
        {
            var isTokenSent = request.Headers.ContainsKey(HeaderNames.Authorization);
            request.HttpContext.Response.Headers.WWWAuthenticate = request.HttpContext.RequestServices.GetRequiredService<Callers>().Challenge(isTokenSent, isTokenSent);
            return FailureResult.Of(SignInFailures.SignInNeeded, StatusCodes.Status401Unauthorized);
        }

        if (manifest.Files.FirstOrDefault(f => f.Name == file) is not { } named)
        {
            return FailureResult.Of(new(FailureKind.NotFound, "paper.file", $"Sammanställningen har ingen fil ”{Excerpt.Of(file)}”.", $"The paper has no file '{Excerpt.Of(file)}'."));
        }

        var headers = request.HttpContext.Response.GetTypedHeaders();
        headers.CacheControl = new() { Private = true, NoCache = true };
        if (!named.ContentType.StartsWith("text/html", StringComparison.Ordinal))
        {
            headers.ContentDisposition = new("attachment") { FileName = NameOf(manifest, named) };
        }

        var paper = await summaries.ReadAsync(manifest, named, cancellationToken);
        return TaggedBytes.Of(request, paper.Content, named.ContentType, $"\"{named.Sha256}\"");
    }

    // Told apart in the folder that they are saved to.
    private static string NameOf(PaperManifest manifest, PaperFile file) =>
        $"samrad-{manifest.Meeting}-{(manifest.Edition == PaperEdition.Sealed ? "faststalld" : "preliminar")}-{file.Name}";

    private static Failure Unknown(string id) => new(FailureKind.NotFound, "meeting.unknown",
        $"Det finns inget samråd ”{Excerpt.Of(id)}”.", $"There is no meeting '{Excerpt.Of(id)}'.");
}
