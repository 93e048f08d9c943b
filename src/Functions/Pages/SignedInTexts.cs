namespace Hsvo.Functions.Pages;

/// <summary>What is said in the tab where somebody signed in anew.</summary>
/// <param name="language">The page's language.</param>
internal sealed class SignedInTexts(PageLanguage language) : PageTexts(language)
{
    public string Title => Say("Du är inloggad", "You are signed in");

    public string GoBack => Say(
        "Stäng den här fliken, gå tillbaka till den där du skrev och tryck på Skicka igen.",
        "Close this tab, go back to the one where you were writing and press Send again.");
}
