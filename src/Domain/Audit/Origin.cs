using Hsvo.Domain.Reports;

namespace Hsvo.Domain.Audit;

/// <summary>Where something that was written came from, kept with it. What was stored before this was kept has none.</summary>
/// <param name="Door">The door.</param>
/// <param name="Operation">The function, "SubmitReports".</param>
/// <param name="RequestId">The request's id, as its answer had it.</param>
public sealed record Origin(Door Door, string Operation, string RequestId);
