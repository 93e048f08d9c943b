using Hsvo.Domain.Audit;
using Hsvo.UseCases.Notices;

namespace Hsvo.UseCases.Stores;

/// <summary>The notices of each area: a row for each, made once, that whoever sends it takes first.</summary>
public interface INoticeStore
{
    /// <summary>The notices of a stretch of days, by day.</summary>
    Task<IReadOnlyList<StoredNotice>> ListAsync(string area, DateOnly from, DateOnly to, CancellationToken cancellationToken);

    /// <summary>Makes a notice.</summary>
    /// <returns>The notice as it is stored; null when it was there already.</returns>
    Task<StoredNotice?> TryAddAsync(string area, Notice notice, CancellationToken cancellationToken);

    /// <summary>Changes a notice that nobody has changed since it was read, and keeps what the audit is to tell of it.</summary>
    /// <param name="area">The area.</param>
    /// <param name="notice">What it is from now on.</param>
    /// <param name="version">The version that was read.</param>
    /// <param name="entry">What the audit tells; null for nothing.</param>
    /// <param name="cancellationToken">The caller's.</param>
    /// <returns>The notice as it is stored; null when somebody has.</returns>
    Task<StoredNotice?> TryChangeAsync(string area, Notice notice, string version, AuditEntry? entry, CancellationToken cancellationToken);
}

/// <summary>A notice as it stands in storage.</summary>
/// <param name="Notice">The notice.</param>
/// <param name="Version">What tells this state of it from any other.</param>
public sealed record StoredNotice(Notice Notice, string Version);
