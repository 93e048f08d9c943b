namespace Hsvo.Functions.Http.Api;

/// <summary>Where the addresses of what belongs to one round of a plan begin.</summary>
internal static class RoundRoutes
{
    /// <summary>A round.</summary>
    public const string Round = "hsvo/v1/plans/{plan}/rounds/{round}";

    /// <summary>One unit's answer to one row in it.</summary>
    public const string Report = Round + "/reports/{indicator}/{department}";
}
