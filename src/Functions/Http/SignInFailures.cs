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

    /// <summary>The caller is known and has none of the roles that may.</summary>
    public static Failure RoleMissing(IReadOnlyCollection<Role> roles) => new(FailureKind.Forbidden, "role.missing",
        $"Din roll räcker inte för detta; rollen {Listed(roles, "eller")} behövs.", $"Your role doesn't allow this; the role {Listed(roles, "or")} is needed.");

    private static string Listed(IReadOnlyCollection<Role> roles, string or)
    {
        string[] names = [.. roles.Select(Callers.NameOf)];
        return names.Length > 1 ? $"{string.Join(", ", names[..^1])} {or} {names[^1]}" : string.Concat(names);
    }
}
