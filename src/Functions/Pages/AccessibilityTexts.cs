namespace Hsvo.Functions.Pages;

/// <summary>What the accessibility statement says.</summary>
/// <param name="language">The page's language.</param>
internal sealed class AccessibilityTexts(PageLanguage language) : PageTexts(language)
{
    public string Title => Say("Tillgänglighet", "Accessibility");

    public string Lead => Say(
        "Sidorna ska kunna användas av alla. Här står hur tillgängliga de är, och vem du vänder dig till om något hindrar dig.",
        "Everyone should be able to use these pages. This says how accessible they are, and whom to turn to if something stops you.");

    public string HowHeading => Say("Så är sidorna gjorda", "How the pages are made");

    public string How => Say(
        "Sidorna är gjorda efter WCAG 2.1, nivå AA, som lagen om tillgänglighet till digital offentlig service (2018:1937) kräver.",
        "The pages are made to meet WCAG 2.1, level AA, as the Swedish act on accessibility of digital public services (2018:1937) asks.");

    public string NoScript => Say("De fungerar utan skript.", "They work without scripts.");

    public string Keyboard => Say("Allt går att göra med enbart tangentbord.", "Everything can be done by keyboard alone.");

    public string Zoom => Say("De går att förstora till 400 procent och läsa på en smal skärm utan att rulla i sidled.", "They can be enlarged to 400 percent and read on a narrow screen without scrolling sideways.");

    public string Colour => Say("Inget läge visas med enbart färg: ett ord och ett tecken står alltid bredvid.", "No status is shown by colour alone: a word and a sign always stand beside it.");

    public string SwedishTexts => Say("Det som planerna och svaren säger finns bara på svenska.", "What the plans and the answers say is in Swedish only.");

    public string TestedHeading => Say("Så är det prövat", "How it has been tested");

    public string Tested => Say(
        "Sidorna prövas maskinellt (axe) vid varje ändring, på båda språken, i smalt och brett fönster och med tangentbord. De har inte granskats av någon utomstående.",
        "The pages are tested by machine (axe) with every change, in both languages, in narrow and wide windows and by keyboard. Nobody from outside has reviewed them.");

    public string ContactHeading => Say("Berätta om hinder och fel", "Tell us of obstacles and faults");

    public string TellUs => Say("Skriv till", "Write to");

    public string WhatToTell => Say(
        "Berätta vilken sida det gäller och vad du försökte göra. Du kan också be att få uppgifterna i en annan form.",
        "Say which page it is and what you were trying to do. You can also ask for the information in another form.");

    public string SupervisionHeading => Say("Tillsyn", "Supervision");

    public string Supervision => Say(
        "Myndigheten för digital förvaltning, Digg, har tillsyn över lagen. Är du inte nöjd med hur vi tar emot din synpunkt kan du anmäla det till Digg:",
        "The Agency for Digital Government, Digg, supervises the act. If you aren't content with how we deal with what you tell us, you may report it to Digg:");
}
