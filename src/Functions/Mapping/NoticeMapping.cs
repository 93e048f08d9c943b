using Hsvo.Contracts.Api;
using Hsvo.UseCases.Notices;

namespace Hsvo.Functions.Mapping;

/// <summary>Notices in our own API's shape.</summary>
internal static class NoticeMapping
{
    public static NoticesDocument ToDocument(DateOnly from, DateOnly to, IEnumerable<NoticeReceiver> receivers, IEnumerable<Notice> notices) =>
        new(from, to, [.. receivers.Select(ToDocument)], [.. notices.Select(ToDocument)]);

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
}
