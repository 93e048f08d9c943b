using Microsoft.AspNetCore.Http;

namespace Hsvo.Functions.Pages.Forms;

/// <summary>A form as it was sent, its token found good.</summary>
/// <param name="Page">What the page that answers it knows of the request.</param>
/// <param name="Fields">Its fields.</param>
public sealed record SentForm(PageContext Page, IFormCollection Fields)
{
    /// <summary>What tells the same form sent again.</summary>
    public string Key => Text(PageForms.KeyField);

    /// <summary>A field's text; empty where there is none.</summary>
    public string Text(string field) => Fields[field] is [{ } text, ..] ? text.ReplaceLineEndings("\n") : "";

    /// <summary>A field's text without blanks around it; null where nothing is left.</summary>
    public string? Tidy(string field) => Text(field).Trim() is { Length: > 0 } text ? text : null;

    /// <summary>Whether a box is ticked or a button pressed.</summary>
    public bool Has(string field) => Fields.ContainsKey(field);
}
