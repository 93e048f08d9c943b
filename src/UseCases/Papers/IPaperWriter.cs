using Hsvo.Domain.Summaries;

namespace Hsvo.UseCases.Papers;

/// <summary>Writes a meeting's paper in one format. The same summary gives the same bytes.</summary>
public interface IPaperWriter
{
    /// <summary>The file's name.</summary>
    string FileName { get; }

    /// <summary>The media type.</summary>
    string ContentType { get; }

    /// <summary>Writes the paper.</summary>
    Task<ReadOnlyMemory<byte>> WriteAsync(MeetingSummary summary, CancellationToken cancellationToken);
}
