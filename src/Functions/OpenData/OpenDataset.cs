using Hsvo.Domain.Plans;

namespace Hsvo.Functions.OpenData;

/// <summary>A plan as the catalogue tells of it.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Issued">When its data were there first, UTC; null where that wasn't kept.</param>
/// <param name="Modified">When they were changed last, UTC; null where nothing has been reported and the import wasn't kept.</param>
internal sealed record OpenDataset(Plan Plan, DateTimeOffset? Issued, DateTimeOffset? Modified);
