namespace Hsvo.Functions.Pages.Forms;

/// <summary>What each form carries along unseen.</summary>
/// <param name="Token">The forgery token, bound to who is signed in.</param>
/// <param name="Key">What tells a double click, or the same form sent again, from a new one.</param>
/// <param name="Person">Whom the form was shown to, so that nobody else is offered to send it again.</param>
public sealed record FormTicket(string Token, string Key, string Person);
