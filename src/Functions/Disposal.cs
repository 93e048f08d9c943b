using Hsvo.UseCases;
using Microsoft.Extensions.Configuration;

namespace Hsvo.Functions;

/// <summary>Reads what the authority has decided to dispose of (gallring).</summary>
internal static class Disposal
{
    /// <summary>Reads the settings <c>Disposal:DraftDays</c> and <c>Disposal:RefusalDays</c>; what isn't set is kept.</summary>
    /// <exception cref="InvalidOperationException">A setting is no number of days, or too few.</exception>
    public static DisposalOptions Read(IConfiguration configuration) =>
        new() { DraftDays = DaysOf(configuration, "Disposal:DraftDays"), RefusalDays = DaysOf(configuration, "Disposal:RefusalDays") };

    private static int? DaysOf(IConfiguration configuration, string setting) => configuration[setting] is not { Length: > 0 } text
        ? null
        : int.TryParse(text, out var days) && days >= DisposalOptions.FewestDays
            ? days
            : throw new InvalidOperationException($"The setting {setting} must be a whole number of days, {DisposalOptions.FewestDays} at least: '{text}'.");
}
