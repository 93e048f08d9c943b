using Hsvo.Contracts.Api;
using Hsvo.UseCases.Notices;

namespace Hsvo.Functions.Mapping;

/// <summary>Notices in our own API's shape.</summary>
internal static class NoticeMapping
{
    public static NoticesDocument ToDocument(DateOnly from, DateOnly to, IEnumerable<NoticeReceiver> receivers, IEnumerable<Notice> notices) =>
        new(from, to, [.. receivers.Select(ToDocument)], [.. notices.Select(ToDocument)]);

    public static TestMessageDocument ToDocument(TestedReceiver tested) => new(
        tested.Receiver.Name, tested.Receiver.Department, tested.Outcome.IsTaken, tested.Outcome.Result, TextOf(tested.Outcome), tested.At);

    private static NoticeReceiverDocument ToDocument(NoticeReceiver receiver) => new(
        receiver.Name, receiver.Department, receiver.Shape.ToName(), receiver.Address?.IdnHost, receiver.Secrets.Count > 0,
        receiver.Problem is { } problem ? new(problem.Swedish, problem.English) : null);

    private static NoticeDocument ToDocument(Notice notice) => new()
    {
        Id = notice.Id,
        Kind = notice.Kind.ToName(),
        Day = notice.Day,
        Meeting = notice.Meeting,
        Department = notice.Department,
        Receiver = notice.Receiver,
        State = notice.State.ToName(),
        StateText = TextOf(notice.State),
        Attempts = notice.Attempts,
        LastResult = notice.LastResult,
        CreatedAt = notice.CreatedAt,
        NextAttempt = notice.State == NoticeState.Waiting ? notice.NextAttempt : null,
        EndedAt = notice.EndedAt,
    };

    private static string TextOf(NoticeState state) => state switch
    {
        NoticeState.Waiting => "Väntar",
        NoticeState.Sent => "Skickat",
        NoticeState.GivenUp => "Gick inte fram",
        NoticeState.Dropped => "Inte längre aktuellt",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    private static string TextOf(NoticeOutcome outcome) => outcome switch
    {
        { IsTaken: true } => "Mottagaren tog emot provmeddelandet.",
        { Result: "timeout" } => "Mottagaren svarade inte inom fem sekunder.",
        { Result: "unreachable" } => "Mottagaren gick inte att nå.",
        { Result: "notPublic" } => "Mottagarens namn leder till en adress som inte är ute på internet. Inget skickades.",
        { Result: "settings" } => "Mottagarens inställningar kan inte användas. Inget skickades.",
        _ => $"Mottagaren tog inte emot provmeddelandet: den svarade {outcome.Result}.",
    };
}
