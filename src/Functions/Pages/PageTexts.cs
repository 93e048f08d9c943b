namespace Hsvo.Functions.Pages;

/// <summary>
/// What a page says, both languages beside each other, so that neither can be forgotten: a page's texts are one class of their own, with a property or a method
/// for each text (<c>public string Title => Say("Läget", "Status");</c>). What a plan or an answer says is Swedish always, and marked so (<see cref="SwedishAlways"/>).
/// </summary>
/// <param name="language">The page's language.</param>
public abstract class PageTexts(PageLanguage language)
{
    /// <summary>The value of <c>lang</c> on an element whose text is Swedish whatever the page is in; null, so that there is no attribute, on Swedish pages.</summary>
    public string? SwedishAlways => IsEnglish ? "sv" : null;

    /// <summary>Whether the page is in English.</summary>
    protected bool IsEnglish => language == PageLanguage.English;

    /// <summary>A text in the page's language.</summary>
    /// <param name="swedish">In Swedish.</param>
    /// <param name="english">In English.</param>
    protected string Say(string swedish, string english) => IsEnglish ? english : swedish;
}
