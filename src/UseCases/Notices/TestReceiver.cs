using Hsvo.Domain.Audit;
using Hsvo.Domain.Meetings;
using Hsvo.Domain.Reports;
using Hsvo.UseCases.Audit;
using Hsvo.UseCases.Stores;

namespace Hsvo.UseCases.Notices;

/// <summary>Provmeddelande: does what is sent to a receiver get there? Sent once, as notices are, and kept nowhere but in the audit.</summary>
/// <param name="area">The area served.</param>
/// <param name="sender">Sends it.</param>
/// <param name="audit">Keeps who had it sent.</param>
/// <param name="options">The receivers.</param>
/// <param name="time">The clock.</param>
public sealed class TestReceiver(AreaOptions area, INoticeSender sender, IAuditStore audit, NoticeOptions options, TimeProvider time)
{
    /// <summary>Sends it; who had it sent is kept before anything leaves.</summary>
    /// <param name="caller">A coordinator.</param>
    /// <param name="name">The receiver's name.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task<Outcome<TestedReceiver>> HandleAsync(Caller caller, string name, CancellationToken cancellationToken)
    {
        if (options.Receivers.FirstOrDefault(r => r.Name == name) is not { } receiver)
        {
            return new Failure(FailureKind.NotFound, "receiver.unknown", $"Mottagaren ”{Excerpt.Of(name)}” finns inte.", $"There is no receiver '{Excerpt.Of(name)}'.");
        }

        var (id, now) = (AuditEntries.NewId(), time.GetUtcNow());
        await audit.KeepAsync(
            area.Area,
            new AuditEntry
            {
                Id = id,
                At = now,
                Action = AuditAction.ReceiverTested,
                By = caller.ObjectId,
                Subject = receiver.Name,
                IsExample = caller.IsExample,
            }.From(caller.Origin),
            cancellationToken);
        var notice = new DueNotice(NoticeKind.Test, time.Today(), receiver.Department).To(receiver.Name, now);
        return new TestedReceiver(
            receiver, now, receiver.Problem is null ? await sender.SendAsync(receiver, new(notice, $"{area.Area}.{notice.Id}.{id}"), cancellationToken) : NoticeOutcome.Unusable);
    }
}

/// <summary>What came of a test.</summary>
/// <param name="Receiver">The receiver.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Outcome">What it answered, or why it didn't.</param>
public sealed record TestedReceiver(NoticeReceiver Receiver, DateTimeOffset At, NoticeOutcome Outcome);
