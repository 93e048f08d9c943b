namespace Hsvo.Functions.Pages.Forms;

/// <summary>What is wrong with one field of a form.</summary>
/// <param name="Field">The field's id in the page; null for the form as a whole.</param>
/// <param name="Text">What to do about it, in the page's language.</param>
public sealed record FormError(string? Field, string Text);
