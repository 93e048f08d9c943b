namespace Hsvo.Functions.Pages.Office;

/// <summary>Where the coordinating office's pages are.</summary>
internal static class OfficeAddresses
{
    /// <summary>The first one.</summary>
    public const string Start = "/samordning";

    /// <summary>A meeting's route.</summary>
    public const string MeetingRoute = "samordning/moten/{meetingId}";

    /// <summary>What stands in place of the id of a meeting that is to be.</summary>
    public const string NewMeeting = "nytt";

    /// <summary>The route of who owes what.</summary>
    public const string ResponsibilityRoute = "samordning/ansvar/{plan}";

    /// <summary>The route of who answers one row.</summary>
    public const string RowResponsibilityRoute = ResponsibilityRoute + "/{indicator}";

    /// <summary>A round's route.</summary>
    public const string RoundRoute = "samordning/omgangar/{plan}/{round}";

    /// <summary>The route of a unit's answers, to be reviewed.</summary>
    public const string ReviewRoute = RoundRoute + "/{department}";

    /// <summary>A meeting.</summary>
    public static string MeetingOf(string id) => $"{Start}/moten/{id}";

    /// <summary>Who owes what of a plan.</summary>
    public static string ResponsibilityOf(string plan, string? done = null) => $"{Start}/ansvar/{plan}{Tail(done)}";

    /// <summary>Who answers one row of a plan.</summary>
    public static string RowResponsibilityOf(string plan, string indicator, string? done = null) => $"{Start}/ansvar/{plan}/{indicator}{Tail(done)}";

    /// <summary>A round.</summary>
    public static string RoundOf(string plan, string round, string? done = null) => $"{Start}/omgangar/{plan}/{round}{Tail(done)}";

    /// <summary>A unit's answers.</summary>
    public static string ReviewOf(string plan, string round, string department, string? done = null) => $"{Start}/omgangar/{plan}/{round}/{department}{Tail(done)}";

    private static string Tail(string? done) => done is null ? "" : $"?done={done}";
}
