using Hsvo.UseCases;

namespace Hsvo.Functions.Pages;

/// <summary>What the frame of all pages says.</summary>
/// <param name="language">The page's language.</param>
public sealed class FrameTexts(PageLanguage language) : PageTexts(language)
{
    /// <summary>The first link: past the header.</summary>
    public string Skip => Say("Till innehållet", "Skip to content");

    /// <summary>The other language, in itself.</summary>
    public string OtherLanguage => Say("English", "Svenska");

    /// <summary>The other language's code.</summary>
    public string OtherLanguageCode => Say("en", "sv");

    /// <summary>What the navigation is called.</summary>
    public string Navigation => Say("Huvudmeny", "Main menu");

    /// <summary>The status board.</summary>
    public string Standing => Say("Läget", "Status");

    /// <summary>Reporting.</summary>
    public string Report => Say("Rapportera", "Report");

    /// <summary>The coordinating office's pages.</summary>
    public string Coordinate => Say("Samordning", "Coordination");

    /// <summary>Sign in.</summary>
    public string SignIn => Say("Logga in", "Sign in");

    /// <summary>Sign out.</summary>
    public string SignOut => Say("Logga ut", "Sign out");

    /// <summary>How accessible the pages are.</summary>
    public string Accessibility => Say("Tillgänglighet", "Accessibility");

    /// <summary>Whom to tell of faults.</summary>
    public string Faults => Say("Anmäl fel", "Report a fault");

    /// <summary>What the caller is signed in as. No name: a page is kept for all who see the same.</summary>
    public string SignedInAs(IReadOnlySet<Role> roles) => roles.Count == 0
        ? Say("Inloggad utan roll", "Signed in without a role")
        : Say("Inloggad som ", "Signed in as ") + string.Join(", ", roles.Order().Select(NameOf));

    private string NameOf(Role role) => role switch
    {
        Role.Reader => Say("läsare", "reader"),
        Role.Reporter => Say("rapportör", "reporter"),
        Role.Coordinator => Say("samordnare", "coordinator"),
        _ => Say("revisor", "auditor"),
    };
}
