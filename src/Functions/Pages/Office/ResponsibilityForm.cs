using System.Globalization;
using Hsvo.Domain.Areas;
using Hsvo.Functions.Pages.Forms;
using Hsvo.UseCases;

namespace Hsvo.Functions.Pages.Office;

/// <summary>Who answers for a body's rows, or for one row alone, as a form said it.</summary>
/// <param name="Settled">What it said.</param>
/// <param name="IsRemoved">Whether nothing is to be said of the row alone any more.</param>
/// <param name="Seen">The version of the configuration that it was filled in from; -1 where it doesn't say.</param>
public sealed record ResponsibilityForm(Responsibility Settled, bool IsRemoved, int Seen)
{
    /// <summary>The button that has a row go by its bodies again.</summary>
    public const string Remove = "remove";

    /// <summary>A body's form, or a row's, as it was sent.</summary>
    public static ResponsibilityForm Of(string plan, string? body, string? indicator, SentForm sent)
    {
        ArgumentNullException.ThrowIfNull(sent);
        return new(
            new(plan, body, indicator, [.. sent.Fields["department"].OfType<string>().Distinct()], sent.Has("confirmed")),
            indicator is not null && sent.Text("do") == Remove,
            int.TryParse(sent.Text("version"), NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : -1);
    }

    /// <summary>Settles it, and leaves all else as it is. Sent again, the same settles nothing else.</summary>
    public async Task<Failure?> SettleAsync(SetConfiguration configuration, Caller caller, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var now = await configuration.ReadAsync(cancellationToken);
        if (IsSaidIn(now.Settings))
        {
            return null;
        }

        // What is built on must be what was seen: this instance may know of a colleague's change later than the page did.
        var settings = now.Settings with { Responsibilities = [.. now.Settings.Responsibilities.Where(r => !IsOfTheSame(r)), .. IsRemoved ? [] : new[] { Settled }] };
        int[] seen = now.Version == Seen ? [Seen] : [];
        var failure = (await configuration.HandleAsync(caller, settings, seen, cancellationToken)).Failure;
        if (failure is { Kind: FailureKind.Invalid } && WithoutIdle(settings, failure) is { } living)
        {
            failure = (await configuration.HandleAsync(caller, living, seen, cancellationToken)).Failure;
        }

        return failure is null || IsSaidIn((await configuration.ReadAsync(cancellationToken)).Settings) ? null : failure;
    }

    // What was settled of rows and departments that the plan has no longer says nothing, and would be in the way of all that is settled from then on.
    private AreaSettings? WithoutIdle(AreaSettings settings, Failure failure)
    {
        var idle = failure.Faults.Select(f => f.Pointer.Split('/')).Where(p => p.Length > 2 && p[1] == "responsibilities")
            .Select(p => settings.Responsibilities[int.Parse(p[2], CultureInfo.InvariantCulture)]).ToHashSet();
        return idle.Count == 0 || idle.Any(IsOfTheSame) ? null : settings with { Responsibilities = [.. settings.Responsibilities.Where(r => !idle.Contains(r))] };
    }

    private bool IsSaidIn(AreaSettings settings) => IsRemoved
        ? !settings.Responsibilities.Any(IsOfTheSame)
        : settings.Responsibilities.Contains(Settled, Responsibility.BySaying);

    private bool IsOfTheSame(Responsibility other) => (other.Plan, other.Body, other.Indicator) == (Settled.Plan, Settled.Body, Settled.Indicator);
}
