namespace Hsvo.Functions.Pages;

/// <summary>The languages that pages are in.</summary>
public enum PageLanguage
{
    /// <summary>Swedish, where nothing else is asked for.</summary>
    Swedish,

    /// <summary>English: <c>?lang=en</c>.</summary>
    English,
}
