using Hsvo.UseCases;

namespace Hsvo.Functions.WordPlans;

/// <summary>What is said of a file that no plan can be read from.</summary>
internal static class WordFault
{
    /// <summary>It is no Word document.</summary>
    public static Failure NotWord { get; } = Of("document.notWord", "Filen är inget Word-dokument (.docx). Spara planen som .docx och skicka den.", "The file is no Word document (.docx). Save the plan as .docx and send that.");

    /// <summary>It is of the old format.</summary>
    public static Failure OldWord { get; } = Of("document.oldWord", "Filen är ett äldre Word-dokument (.doc). Öppna det i Word och spara det som .docx.", "The file is an older Word document (.doc). Open it in Word and save it as .docx.");

    /// <summary>It is protected by a password.</summary>
    public static Failure Encrypted { get; } = Of("document.encrypted", "Filen är skyddad med lösenord och kan inte läsas. Spara den utan lösenord.", "The file is protected by a password and can't be read. Save it without one.");

    /// <summary>It holds macros.</summary>
    public static Failure Macros { get; } = Of("document.macros", "Filen innehåller makron och läses inte. Spara den som .docx utan makron.", "The file holds macros and isn't read. Save it as .docx without them.");

    /// <summary>It is damaged, or made to be hard to read.</summary>
    public static Failure Damaged { get; } = Of("document.damaged", "Filen är skadad och kan inte läsas. Öppna den i Word, spara den på nytt och skicka den.", "The file is damaged and can't be read. Open it in Word, save it anew and send that.");

    /// <summary>It unfolds to more than any plan is.</summary>
    public static Failure TooMuch { get; } = Of("document.tooMuch", "Filen är liten men packar upp sig till mer än någon plan är, och läses inte.", "The file is small but unfolds to more than any plan is, and isn't read.");

    private static Failure Of(string code, string swedish, string english) => new(FailureKind.Invalid, code, swedish, english) { Faults = [new(code, "", swedish, english)] };
}
