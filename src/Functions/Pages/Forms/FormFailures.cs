using Hsvo.UseCases;

namespace Hsvo.Functions.Pages.Forms;

/// <summary>Why a form isn't taken, and what to do.</summary>
internal static class FormFailures
{
    /// <summary>Its token is missing, too old, or of somebody else. Nobody is refused what they may do.</summary>
    public static Failure Token { get; } = new(FailureKind.Forbidden, "form.token",
        "Inget har sparats. Formuläret är för gammalt, eller så har du loggat in som någon annan sedan du öppnade det. Gå tillbaka i webbläsaren. Står det du skrev kvar, så kopiera det. Läs sedan in sidan igen och skicka en gång till.",
        "Nothing was stored. The form is too old, or you have signed in as somebody else since you opened it. Go back in the browser. If what you wrote is still there, copy it. Then load the page anew and send once more.");

    /// <summary>Its token goes with another cookie than the browser has: two first forms were opened at once, and each brought one. It may be sent again.</summary>
    public static Failure Mispaired { get; } = new(FailureKind.Conflict, "form.mispaired",
        "Inget har sparats än. Flera sidor öppnades på en gång, och då måste formuläret skickas en gång till.",
        "Nothing has been stored yet. Several pages were opened at once, and then the form has to be sent once more.");

    /// <summary>Another site's page sent it.</summary>
    public static Failure Foreign { get; } = new(FailureKind.Forbidden, "form.foreign",
        "Inget har sparats. Formuläret skickades från en annan webbplats. Öppna sidan här och skicka därifrån.",
        "Nothing was stored. The form was sent from another site. Open the page here and send from there.");

    /// <summary>It is too large.</summary>
    public static Failure Size { get; } = new(FailureKind.TooLarge, "form.size",
        "Inget har sparats. Det du skickade är för stort.", "Nothing was stored. What you sent is too large.");

    /// <summary>It can't be read.</summary>
    public static Failure Unreadable { get; } = new(FailureKind.Malformed, "form.unreadable",
        "Inget har sparats. Det du skickade gick inte att läsa. Gå tillbaka och skicka en gång till.",
        "Nothing was stored. What you sent can't be read. Go back and send once more.");

    /// <summary>It is no form.</summary>
    public static Failure Type { get; } = new(FailureKind.UnsupportedMediaType, "form.type",
        "Inget har sparats. Sidan tar emot formulär.", "Nothing was stored. The page takes forms.");
}
