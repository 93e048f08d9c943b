using Hsvo.UseCases;

namespace Hsvo.Functions.Http;

/// <summary>Why a caller wasn't let in. What exactly is wrong with a token is told to nobody who hasn't got a right one.</summary>
internal static class SignInFailures
{
    /// <summary>No token was sent.</summary>
    public static Failure SignInNeeded { get; } = new(FailureKind.Forbidden, "signIn.required",
        "Logga in: en giltig token behövs.", "Sign in: a valid token is needed.");

    /// <summary>A token was sent, and it is none of ours.</summary>
    public static Failure TokenRefused { get; } = new(FailureKind.Forbidden, "token.invalid",
        "Token är ogiltig, har gått ut eller gäller en annan app; hämta en ny.",
        "The token is invalid, has expired or is meant for another app; get a new one.");

    /// <summary>Nothing can be said of the token: where its keys are to be had doesn't answer.</summary>
    public static Failure LoginHostAway { get; } = new(FailureKind.Unavailable, "signIn.unavailable",
        "Inloggningstjänsten svarar inte just nu; försök igen om en stund.", "The sign-in service doesn't answer right now; try again in a moment.")
    {
        RetryAfter = TimeSpan.FromSeconds(5),
    };

    /// <summary>
    /// Whether a token couldn't be checked, rather than being wrong. What fetches keys and issuers says so by what it failed of; a token that is none
    /// fails of itself. A 401 would have clients throw away a good one.
    /// </summary>
    public static bool IsOfLoginHostAway(Exception? failure) => failure switch
    {
        null => false,
        HttpRequestException or IOException or OperationCanceledException => true,
        AggregateException all => all.InnerExceptions.Any(IsOfLoginHostAway),
        _ => IsOfLoginHostAway(failure.InnerException),
    };

    /// <summary>The caller is known and has none of the roles that may.</summary>
    public static Failure RoleMissing(IReadOnlyCollection<Role> roles) => new(FailureKind.Forbidden, "role.missing",
        $"Din roll räcker inte för detta; rollen {Listed(roles.Select(Callers.NameOf), "eller")} behövs.", $"Your role doesn't allow this; the role {Listed(roles.Select(Callers.NameOf), "or")} is needed.");

    /// <summary>The department hangs on the caller's groups, which are too many for the token.</summary>
    public static Failure GroupsLeftOut(Guid objectId) => new(FailureKind.Forbidden, "groups.leftOut",
        $"Du är med i fler grupper än som får plats i inloggningen, så det går inte att se vilken enhet du rapporterar för; be det samordnande kontoret knyta {objectId} till en.",
        $"You are in more groups than a token holds, so it can't be told which unit you report for; ask the coordinating office to map {objectId} to one.");

    /// <summary>The caller's groups report for different departments.</summary>
    public static Failure GroupsDiffer(IReadOnlyCollection<string> departments) => new(FailureKind.Forbidden, "groups.differ",
        $"Dina grupper rapporterar för olika enheter, {Listed(departments, "och")}; be det samordnande kontoret knyta dig till en.",
        $"Your groups report for different units, {Listed(departments, "and")}; ask the coordinating office to map you to one.");

    private static string Listed(IEnumerable<string> listed, string last)
    {
        string[] names = [.. listed];
        return names.Length > 1 ? $"{string.Join(", ", names[..^1])} {last} {names[^1]}" : string.Concat(names);
    }
}
