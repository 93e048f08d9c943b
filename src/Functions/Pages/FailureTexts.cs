using Hsvo.Functions.Http;
using Hsvo.Functions.Pages.Forms;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;

namespace Hsvo.Functions.Pages;

/// <summary>What a page says when something went wrong.</summary>
/// <param name="language">The page's language.</param>
internal sealed class FailureTexts(PageLanguage language) : PageTexts(language)
{
    public string SignIn => Say("Logga in", "Sign in");

    public string WhoMaySignIn => Say(
        "Sidorna är till för dig som har fått en roll i tjänsten. Saknar du en, fråga det samordnande kontoret.",
        "These pages are for those who have been given a role in the service. If you have none, ask the coordinating office.");

    public string Home => Say("Till startsidan", "To the first page");

    public string Unsent(int status) => status == StatusCodes.Status401Unauthorized
        ? Say("Inget har sparats än, men det du skrev finns kvar på den här sidan. Logga in i en ny flik, kom tillbaka hit och skicka igen.",
            "Nothing has been stored yet, but what you wrote is kept on this page. Sign in in a new tab, come back here and send again.")
        : Say("Det du skrev finns kvar på den här sidan, och kan skickas igen.", "What you wrote is kept on this page, and can be sent again.");

    public string SignInAside => Say("Logga in i en ny flik", "Sign in in a new tab");

    public string SendAgain => Say("Skicka igen", "Send again");

    public string Reference => Say("Uppge det här numret om du anmäler felet:", "Give this number if you report the fault:");

    public string Heading(Failure failure, int status) => status switch
    {
        _ when failure == FormFailures.Token => Say("Formuläret är för gammalt", "The form is too old"),
        _ when failure == FormFailures.Mispaired => Say("Skicka en gång till", "Send once more"),
        _ when failure == FormFailures.Unreadable => Say("Formuläret går inte att läsa", "The form can't be read"),
        StatusCodes.Status400BadRequest => Say("Adressen går inte att läsa", "The address can't be read"),
        StatusCodes.Status401Unauthorized => Say("Logga in för att fortsätta", "Sign in to go on"),
        StatusCodes.Status403Forbidden => Say("Du har inte behörighet", "You aren't allowed to"),
        StatusCodes.Status404NotFound => Say("Sidan finns inte", "There is no such page"),
        StatusCodes.Status405MethodNotAllowed => Say("Sidan går inte att öppna så", "The page can't be opened like that"),
        StatusCodes.Status429TooManyRequests => Say("Vänta en stund", "Wait a moment"),
        StatusCodes.Status500InternalServerError => Say("Något gick fel hos oss", "Something went wrong on our side"),
        StatusCodes.Status503ServiceUnavailable => Say("Tjänsten svarar inte just nu", "The service doesn't answer right now"),
        _ => Say("Det gick inte", "That didn't work"),
    };

    // What a token is, and a method, is for systems to know.
    public string Of(Failure failure) => failure switch
    {
        _ when failure == SignInFailures.SignInNeeded => Say("Sidan är för inloggade.", "This page is for those who are signed in."),
        _ when failure == SignInFailures.TokenRefused => Say("Din inloggning har gått ut eller gäller inte här. Logga in igen.", "Your sign-in has expired or isn't for this service. Sign in again."),
        { Code: "method.notAllowed" } => Say("Adressen finns, men inte för det du gjorde. Börja om från startsidan.", "The address is there, but not for what you did. Start again from the first page."),
        _ => Say(failure.Swedish, failure.English),
    };

    // A place in a document is for systems to know; an option of an address is what people see there.
    public string Of(Fault fault) => $"{(fault.Pointer is "" or ['/', ..] ? "" : $"{fault.Pointer}: ")}{Say(fault.Swedish, fault.English)}";

    public string TryAgain(TimeSpan wait) => Math.Ceiling(wait.TotalSeconds) is var seconds && seconds == 1
        ? Say("Försök igen om en sekund.", "Try again in a second.")
        : Say($"Försök igen om {seconds} sekunder.", $"Try again in {seconds} seconds.");
}
