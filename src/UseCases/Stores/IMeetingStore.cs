using Hsvo.Domain.Areas;
using Hsvo.Domain.Meetings;

namespace Hsvo.UseCases.Stores;

/// <summary>What each area decides about its rounds: rows that are added and never changed, under one stamp for the area.</summary>
public interface IMeetingStore
{
    /// <summary>Everything an area has decided, by one query; <see cref="AreaHistory.AsOf"/> tells what was known at a time.</summary>
    Task<AreaHistory> ReadAsync(string area, CancellationToken cancellationToken);

    /// <summary>A value that is new after everything an area decides; empty before the first.</summary>
    Task<string> ReadStampAsync(string area, CancellationToken cancellationToken);

    /// <summary>Adds a change of a meeting, unless something of its area was decided after a stamp was read.</summary>
    /// <returns>False when something was: read again and decide anew.</returns>
    Task<bool> TryAddAsync(MeetingChange change, string stamp, CancellationToken cancellationToken);

    /// <summary>Adds a configuration of an area, unless something of the area was decided after a stamp was read.</summary>
    /// <returns>False when something was: read again and decide anew.</returns>
    Task<bool> TryConfigureAsync(string area, AreaConfiguration configuration, string stamp, CancellationToken cancellationToken);

    /// <summary>Adds what a department declares, unless something of its area was decided after a stamp was read.</summary>
    /// <returns>False when something was: read again and decide anew.</returns>
    Task<bool> TryDeclareAsync(Declaration declaration, string stamp, CancellationToken cancellationToken);

    /// <summary>Adds a change of a row's status rules, unless something of its area was decided after a stamp was read.</summary>
    /// <returns>False when something was: read again and decide anew.</returns>
    Task<bool> TrySetRulesAsync(StatusRulesChange change, string stamp, CancellationToken cancellationToken);

    /// <summary>Adds a permit, unless something of its area was decided after a stamp was read.</summary>
    /// <returns>False when something was: read again and decide anew.</returns>
    Task<bool> TryPermitAsync(LateChangePermit permit, string stamp, CancellationToken cancellationToken);
}
