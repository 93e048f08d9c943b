using Hsvo.Domain.Statuses;

namespace Hsvo.Functions.Pages.Board;

/// <summary>What a goal's and an indicator's page say.</summary>
/// <param name="language">The page's language.</param>
internal sealed class GoalTexts(PageLanguage language) : PageTexts(language)
{
    private readonly BoardTexts _words = new(language);

    public string NoRows => Say("Målet har inga rader att svara på.", "The goal has no rows to answer.");

    public string PriorityArea => Say("Prioriterat område", "Priority area");

    public string Activity => Say("Aktivitet", "Activity");

    public string Indicator => Say("Indikator", "Indicator");

    public string Reason => Say("Skäl:", "Reason:");

    public string Condition => Say("Gäller bara", "Holds only");

    public string Thread => Say("Tråden", "The thread");

    public string GoesOnIn => Say(" finns också i", " is also in");

    public string Kind => Say("Svaras med", "Is answered by");

    public string Counted => Say("Räknar", "Counts");

    public string Target => Say("Målvärde", "Target");

    public string NoTarget => Say("Inget: talet säger inte ensamt om det går bra", "None: the number alone doesn't say whether it goes well");

    public string Due => Say("Ska nås senast", "Is to be reached by");

    public string Starts => Say("Ska pågå från", "Is to go on from");

    public string Responsible => Say("Ansvarar", "Answers for it");

    public string TargetGroup => Say("Målgrupp", "Target group");

    public string InDocument => Say("I dokumentet", "In the document");

    public string CountsPeople => Say(
        "Raden räknar människor som får vård eller stöd. Små tal visas därför inte.", "The row counts people who get care or support, so small numbers aren't shown.");

    public string Answers => Say("Enheternas svar", "The units' answers");

    public string History => Say("Omgång för omgång", "Round by round");

    public string NoHistory => Say("Ingen har svarat i någon omgång än.", "Nobody has answered in any round yet.");

    public string HistoryLead => Say("Varje omgångs egna svar. Ett tomt fält är en omgång som enheten inte har svarat i.", "Each round's own answers. An empty cell is a round that the unit hasn't answered in.");

    public string ShowsAnother => Say("Raden visar hur det går för en annan rad:", "The row shows how another one goes:");

    public string TakenBack => Say("återtaget", "taken back");

    public string AndMore(int count) => Say($"och {count} till", $"and {count} more");

    public string AnswersTo(string row) => Say($"Svar på ”{row}”", $"Answers to ”{row}”");

    public string Of(Agreement? agreement) => agreement switch
    {
        Agreement.Differ => $"{_words.Differs}.",
        Agreement.OnePrincipalMissing => $"{_words.OnePrincipalMissing}.",
        Agreement.Agree => $"{_words.AnswersAlike}.",
        _ => "",
    };

    public string Of(StatusRule rule) => Say(rule.Swedish, rule.English);

    public string ChartOf(string unit) => Say($"{unit}, omgång för omgång", $"{unit}, round by round");
}
