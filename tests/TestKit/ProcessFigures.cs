namespace Hsvo.TestKit;

/// <summary>What a process holds.</summary>
/// <param name="Heap">Bytes in use after all garbage was collected.</param>
/// <param name="Resident">Bytes of memory that the process has.</param>
/// <param name="Threads">Its threads.</param>
/// <param name="Handles">Its open files and connections.</param>
public sealed record ProcessFigures(long Heap, long Resident, int Threads, int Handles)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Heap / 1024.0 / 1024.0:0.0} MiB of heap, {Resident / 1024 / 1024} MiB resident, {Threads} threads, {Handles} handles";
}
