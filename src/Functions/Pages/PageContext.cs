using System.Diagnostics.CodeAnalysis;
using Hsvo.Functions.Http;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;

namespace Hsvo.Functions.Pages;

/// <summary>
/// What every page knows of its request: the language, where it is, and what the caller may do. A new page is made so:
/// <list type="number">
/// <item>a function with <c>[Page]</c>, <c>[Access(…)]</c> and <c>[Query(PageContext.LanguageOption, …)]</c>; its failures are pages then;</item>
/// <item><c>if (!PageContext.TryRead(request, out var page, out var wrong)) { return FailureResult.Of(wrong); }</c>;
/// where a form is sent to it, <see cref="Forms.PageForms.ReadAsync"/> reads both;</item>
/// <item>a component, <c>@inherits PageComponent</c>, whose markup is one <c>&lt;Document Page="Page" Title="…"&gt;</c> with one <c>h1</c>;</item>
/// <item>its texts, a <see cref="PageTexts"/> of its own; links to other pages by <see cref="Link"/>, which keeps the language;</item>
/// <item><c>return await renderer.AnswerAsync&lt;ThePage&gt;(page, new() { [nameof(ThePage.Parameter)] = value });</c></item>
/// </list>
/// Class names that have a style are told in <see cref="PageStyles"/>.
/// </summary>
/// <param name="Language">The page's language.</param>
/// <param name="Path">The page's path, as an address.</param>
/// <param name="Options">The address's query options but the language.</param>
/// <param name="Roles">The caller's roles; none of whoever isn't signed in.</param>
/// <param name="IsSignedIn">Whether the caller is signed in.</param>
public sealed record PageContext(
    PageLanguage Language, string Path, IReadOnlyList<KeyValuePair<string, string?>> Options, IReadOnlySet<Role> Roles, bool IsSignedIn)
{
    /// <summary>Whether the page answers a form: opened by its address it would be another one, or none, and what was typed lost.</summary>
    public bool IsAnswerToForm { get; init; }

    /// <summary>The query option that says the language.</summary>
    public const string LanguageOption = "lang";

    private const string English = "en";

    private static readonly HashSet<Role> NoRoles = [];

    /// <summary>Whether the caller's header leads to reporting.</summary>
    public bool MayReport => Roles.Contains(Role.Reporter) || Roles.Contains(Role.Coordinator);

    /// <summary>Whether the caller's header leads to the coordinating office's pages.</summary>
    public bool MayCoordinate => Roles.Contains(Role.Coordinator);

    /// <summary>This page's address in its language.</summary>
    public string Here => AddressIn(Language);

    /// <summary>This page's address in the other language.</summary>
    public string InOtherLanguage => AddressIn(Language == PageLanguage.Swedish ? PageLanguage.English : PageLanguage.Swedish);

    /// <summary>Where a browser signs in, and comes back from to this page. Azure's own sign-in answers there, locally the stand-in.</summary>
    public string SignIn => SignInTo(Here);

    /// <summary>Where a browser signs in beside this page, which waits with what was typed.</summary>
    public string SignInAside => SignInTo(Link("/" + SignedInPageFunction.Route));

    /// <summary>Where a browser signs out.</summary>
    public string SignOut => $"/.auth/logout?post_logout_redirect_uri={Uri.EscapeDataString(Link("/"))}";

    /// <summary>What tells this caller's frame from others': pages that are kept by version put it in the version.</summary>
    public string Version => $"{(Language == PageLanguage.English ? English : "sv")}{(IsSignedIn ? string.Concat(Roles.Order().Select(r => (int)r)) : "-")}";

    /// <summary>Reads the request's language, which must be one there is.</summary>
    public static bool TryRead(HttpRequest request, [NotNullWhen(true)] out PageContext? page, [NotNullWhen(false)] out Failure? failure)
    {
        var isKnown = request.Query[LanguageOption] is [] or ["sv" or English];
        page = isKnown ? Of(request) : null;
        failure = isKnown ? null : QueryFailures.Of("query.lang", LanguageOption, "Språken är sv och en.", "The languages are sv and en.");
        return isKnown;
    }

    /// <summary>The same of any request, a wrong one too: in Swedish where no language can be read.</summary>
    public static PageContext Of(HttpRequest request)
    {
        var caller = request.HttpContext.Features.Get<Caller>();
        return new(
            request.Query[LanguageOption] is [English] ? PageLanguage.English : PageLanguage.Swedish,
            // Two slashes would lead to another host.
            request.Path.ToUriComponent() is ['/', not '/', ..] path ? path : "/",
            [.. request.Query.Where(q => q.Key != LanguageOption).SelectMany(q => q.Value.Select(v => KeyValuePair.Create(q.Key, v)))],
            caller?.Roles ?? NoRoles,
            caller is not null)
        {
            IsAnswerToForm = HttpMethods.IsPost(request.Method),
        };
    }

    /// <summary>The address of another page, in this page's language.</summary>
    /// <param name="address">A path, with options and fragment or without; ids in it need no escaping.</param>
    public string Link(string address) => Language == PageLanguage.Swedish ? address : WithLanguage(address);

    private static string SignInTo(string address) => $"/.auth/login/aad?post_login_redirect_uri={Uri.EscapeDataString(address)}";

    private static string WithLanguage(string address)
    {
        var end = address.IndexOf('#', StringComparison.Ordinal) is >= 0 and var hash ? hash : address.Length;
        return $"{address[..end]}{(address.AsSpan(0, end).Contains('?') ? '&' : '?')}{LanguageOption}={English}{address[end..]}";
    }

    private string AddressIn(PageLanguage language)
    {
        var address = Path + QueryString.Create(Options);
        return language == PageLanguage.Swedish ? address : WithLanguage(address);
    }
}
