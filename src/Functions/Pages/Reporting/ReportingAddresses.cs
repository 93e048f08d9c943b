using Hsvo.UseCases;

namespace Hsvo.Functions.Pages.Reporting;

/// <summary>Where the reporting pages are.</summary>
internal static class ReportingAddresses
{
    /// <summary>The first one.</summary>
    public const string Start = "/rapportera";

    /// <summary>A round's route.</summary>
    public const string RoundRoute = "rapportera/{plan}/{round}";

    /// <summary>A question's route.</summary>
    public const string QuestionRoute = RoundRoute + "/svar/{indicator}";

    /// <summary>The route of taking an answer back.</summary>
    public const string WithdrawalRoute = QuestionRoute + "/ta-tillbaka";

    /// <summary>The route of the last look before answers are sent.</summary>
    public const string CheckRoute = RoundRoute + "/kontrollera";

    /// <summary>A round.</summary>
    public static string Of(OwnRound round, string? done = null) => Of(round.Snapshot.Plan.Id, round.Status.Round.Id, done);

    /// <summary>A round.</summary>
    public static string Of(string plan, string round, string? done = null) => $"{Start}/{plan}/{round}{(done is null ? "" : $"?done={done}")}";

    /// <summary>A question.</summary>
    public static string Of(OwnRound round, OwnRow row) => $"{Of(round)}/svar/{row.Indicator.Id}";

    /// <summary>An answer's history, which may be of an earlier round.</summary>
    public static string HistoryOf(OwnRound round, OwnRow row, string of) => $"{Of(round.Snapshot.Plan.Id, of)}/svar/{row.Indicator.Id}/historik";

    /// <summary>Where an answer is taken back.</summary>
    public static string WithdrawalOf(OwnRound round, OwnRow row) => $"{Of(round, row)}/ta-tillbaka";

    /// <summary>The last look.</summary>
    public static string CheckOf(OwnRound round) => $"{Of(round)}/kontrollera";
}
