using Hsvo.Contracts.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Hsvo.LocalHost.Tests.Example;

/// <summary>What the example sees of the app, over real HTTP: it keeps the meeting and remembers what was asked of it.</summary>
internal sealed class RecordingApi : IAsyncDisposable
{
    private const string Paper = "/hsvo/v1/meetings/2021-05/summary";

    private static readonly PlanSummary Plan = new("hsvo-2021", "Planen", 2021, 1, "verksamhetsplan");

    private readonly WebApplication _app;
    private MeetingDocument? _meeting;
    private int _paperReads;

    private RecordingApi(WebApplication app)
    {
        _app = app;
        app.Run(async context => await (await AnswerAsync(context)).ExecuteAsync(context));
    }

    /// <summary>What was written, in order.</summary>
    public List<string> Writes { get; } = [];

    /// <summary>How often the plans can't be listed because storage is away.</summary>
    public int StorageAway { get; set; }

    /// <summary>How many posts of reports succeed before the next fails.</summary>
    public int PostsUntilFailure { get; set; } = int.MaxValue;

    /// <summary>How often the paper is asked for in vain.</summary>
    public int PaperPause { get; set; }

    public DateOnly? MeetingDate => _meeting?.Date;

    public Uri Address => new($"{_app.Urls.Single()}/");

    public static async Task<RecordingApi> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var api = new RecordingApi(builder.Build());
        await api._app.StartAsync();
        return api;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        if (!HttpMethods.IsGet(context.Request.Method))
        {
            Writes.Add(path);
        }

        return path switch
        {
            "/hsvo/v1/plans" => StorageAway-- > 0 ? Results.StatusCode(503) : Results.Json(new PlanList([Plan])),
            "/hsvo/v1/meetings" => Results.Json(new MeetingList(_meeting is null ? [] : [_meeting], [])),
            "/hsvo/v1/meetings/2021-05" => await PutMeetingAsync(context.Request),
            "/hsvo/v1/reports" => PostsUntilFailure-- > 0 ? Results.Json(Receipt) : Results.StatusCode(503),
            "/hsvo/v1/status" => Results.Json(Status),
            "/admin/functions/CompileMeetingPapers" => Results.Accepted(),
            Paper => _meeting is not null && _paperReads++ >= PaperPause ? Results.Text("paper") : Results.NotFound(),
            _ => Results.NotFound(),
        };
    }

    private StatusDocument Status => new()
    {
        Conditions = [],
        Plan = Plan,
        Round = new("2021-05", new(2021, 5, 31), IsFinal: false, Reading: null),
        Meeting = _meeting,
        Timeline = null,
        Declarations = [],
        Today = default,
        ResponsibilityIsAssumed = true,
        IsExample = true,
        Edition = "published",
        Figures = new([], []),
        FocusAreas = [],
    };

    private static SubmissionDocument Receipt => new() { Plan = Plan.Id, DryRun = false, Draft = false, Created = 1, Corrected = 0, Unchanged = 0, Drafted = 0, Withdrawn = 0, Rows = [] };

    private async Task<IResult> PutMeetingAsync(HttpRequest request)
    {
        var put = (await request.ReadFromJsonAsync<PutMeeting>())!;
        _meeting = new()
        {
            Id = "2021-05",
            Kind = "ordinary",
            Date = put.Date,
            Diarienummer = null,
            Agenda = put.Agenda,
            Opens = put.Date,
            Due = put.Date,
            Seals = put.Date,
            IsExample = true,
            Summary = Paper,
        };
        return Results.Json(_meeting);
    }

    private sealed record PutMeeting(DateOnly Date, IReadOnlyList<AgendaItemDocument> Agenda);
}
