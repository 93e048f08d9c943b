namespace Hsvo.Functions.Pages.Reporting;

/// <summary>What the page on which an answer is taken back says.</summary>
/// <param name="language">The page's language.</param>
internal sealed class WithdrawalTexts(PageLanguage language) : PageTexts(language)
{
    private readonly QuestionTexts _question = new(language);

    public string Title => _question.TakeBack;

    public string BackToQuestion => Say("Till frågan", "To the question");

    public string Yours => Say("Svaret som tas tillbaka", "The answer that is taken back");

    public string Lead => Say(
        "Är svaret fel, och ni kan inte ge ett rätt svar än? Då kan ni ta tillbaka det. Frågan väntar sedan på svar igen. Har ni svarat i en tidigare omgång gäller det svaret så länge.",
        "Is the answer wrong, and you can't give the right one yet? Then you may take it back. The question then awaits an answer again. An answer of an earlier round counts meanwhile.");

    public string KeptLead => Say(
        "Det ni svarade och varför ni tog tillbaka det står kvar i historiken. Läget ser inte bättre ut för att ett svar tas tillbaka.",
        "What you answered and why you took it back is kept in the history. Nothing looks better for an answer that is taken back.");

    public string Instead => Say("Vet ni det rätta svaret, eller berör frågan inte er?", "Do you know the right answer, or doesn't the question concern you?");

    public string ChangeInstead => Say("Ändra svaret i stället", "Change the answer instead");

    public string Reason => Say("Varför tar ni tillbaka svaret?", "Why do you take the answer back?");

    public string ReasonHint(bool isNeeded) => _question.ReasonHint(isNeeded);

    public string Nothing => Say("Det finns inget svar att ta tillbaka i omgången.", "There is no answer to take back in the round.");

    public string LockedHeading => _question.LockedHeading;

    public string ErrorHeading => Say("Svaret är inte tillbakataget", "The answer wasn't taken back");

    public string Overtaken => Say(
        "Någon annan har ändrat svaret under tiden. Det som står här är det nya. Ta tillbaka det också, om det är fel.",
        "Somebody else has changed the answer meanwhile. The new one stands here. Take it back too, if it is wrong.");
}
