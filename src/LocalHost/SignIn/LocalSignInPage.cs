using System.Text;
using System.Text.Encodings.Web;

namespace Hsvo.LocalHost.SignIn;

/// <summary>The page where an example identity is chosen.</summary>
internal static class LocalSignInPage
{
    private const string Style = """
        body { font: 1rem/1.5 system-ui, "Segoe UI", Roboto, sans-serif; color: #1b1b1b; background: #fff; margin: 0; }
        main { max-width: 42rem; margin: 0 auto; padding: 1rem; }
        h1 { font-size: 1.75rem; line-height: 1.2; }
        .example { border: 2px solid #7a4b00; background: #fff8ec; padding: .5rem .75rem; border-radius: .25rem; }
        ul { list-style: none; padding: 0; }
        button { font: inherit; width: 100%; text-align: left; padding: .75rem 1rem; margin: .25rem 0; border: 1px solid #595959; border-radius: .25rem;
          background: #fff; color: #00478f; cursor: pointer; }
        button:hover { background: #f3f3f3; }
        button:focus-visible { outline: 3px solid #00478f; outline-offset: 2px; }
        small { display: block; color: #4a4a4a; }
        """;

    /// <summary>Writes it.</summary>
    /// <param name="back">The path to go to afterwards.</param>
    /// <param name="encoder">Escapes what stands in it.</param>
    public static string Write(string back, HtmlEncoder encoder)
    {
        var choices = new StringBuilder();
        foreach (var identity in DevelopmentIdentities.All)
        {
            choices.Append(null, $"""
                <li><button name="identity" value="{identity.ObjectId}">{encoder.Encode(identity.Name)} <small>{encoder.Encode(MayOf(identity))}</small></button></li>

                """);
        }

        return $"""
            <!DOCTYPE html>
            <html lang="sv">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Logga in som ett exempel – Hsvo</title>
            <style>{Style}</style>
            </head>
            <body>
            <main>
            <h1>Vem vill du vara?</h1>
            <p class="example">Det här är en lokal körning med påhittade personer. I drift loggar du in med ditt vanliga arbetskonto.</p>
            <form method="post" action="/.auth/login/aad?post_login_redirect_uri={encoder.Encode(Uri.EscapeDataString(back))}">
            <ul>
            {choices}</ul>
            </form>
            </main>
            </body>
            </html>
            """;
    }

    private static string MayOf(DevelopmentIdentity identity) => identity.Role switch
    {
        "coordinator" => "Samordnande kontoret: möten, granskning, planer – och rapporterar för kontoret",
        "auditor" => "Läser allt som har svarats och vem som gjorde vad",
        "reporter" => $"Rapporterar för enheten ({identity.Department})",
        _ => "Läser läget",
    };
}
