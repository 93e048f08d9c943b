using Hsvo.Contracts.Api;
using Hsvo.Domain.Areas;

namespace Hsvo.Functions.Mapping;

/// <summary>What the office has settled, in our own API's shape.</summary>
internal static class ConfigurationMapping
{
    public static ConfigurationDocument ToDocument(AreaConfiguration configuration) =>
        new(configuration.Version, configuration.SetBy, configuration.SetAt, ToDocument(configuration.Settings));

    private static SettingsDocument ToDocument(AreaSettings settings) => new(
        new(settings.Days.Opens, settings.Days.Due, settings.Days.Seals),
        settings.OrdinaryMonths,
        settings.WarningDays,
        settings.SmallNumberThreshold,
        new(settings.Monthly.DueDay, settings.Monthly.IsConfirmed),
        [.. settings.Responsibilities.Select(r => new ResponsibilityDocument(r.Plan, r.Body, r.Indicator, r.Departments, r.IsConfirmed))]);
}
