using System.Globalization;
using Hsvo.Domain.Meetings;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Statuses;
using Hsvo.Functions.Mapping;

namespace Hsvo.Functions.Pages.Board;

/// <summary>What the first page says.</summary>
/// <param name="language">The page's language.</param>
internal sealed class OverviewTexts(PageLanguage language) : PageTexts(language)
{
    private readonly BoardTexts _words = new(language);

    public string Title => Say("Läget i de gemensamma planerna", "How the joint plans stand");

    public string Lead => Say(
        "Uppsala kommun och Region Uppsala följer här upp sina gemensamma mål för hälsa, stöd, vård och omsorg.",
        "Uppsala kommun and Region Uppsala follow up their joint goals for health, support and care here.");

    public string Next => Say("Näst på tur", "What is next");

    public string Plans => Say("Planerna", "The plans");

    public string NoPlans => Say("Ingen plan är inläst än.", "No plan has been imported yet.");

    public string Rows => Say("Indikatorerna", "The indicators");

    public string HowToRead => Say("Så läser du lägena", "How to read the statuses");

    public string TwoThings => Say(
        "Läget säger hur det går enligt de svar som har kommit. Hur många svar som är inne står alltid bredvid: ett mål som ingen har svarat på är inte dåligt, det är obesvarat.",
        "The status says how it goes by the answers that have come. How many answers are in always stands beside it: a goal that nobody has answered isn't bad, it is unanswered.");

    public string MeaningOfNone => Say("Inget svar säger hur det går.", "No answer says how it goes.");

    public string Today(DateOnly today) => Say($"Läget den {_words.Of(today)}.", $"As of {_words.Of(today)}.");

    public string Of(MeetingWarning warning) => Say(MeetingWarningTexts.Swedish(warning), MeetingWarningTexts.English(warning));

    public string FocusArea(Plan plan) => plan.FocusAreas.Any(f => f.Kind == NodeKind.FocusArea) ? Say("Fokusområde", "Focus area") : Say("Grupp av mål", "Group of goals");

    public string PerFocusArea(Plan plan) => Say($"Läget i varje del av {plan.Title}", $"How each part of {plan.Title} stands");

    public string Coverage(int answered, int owed) => owed == 0
        ? Say("Inget svar väntas.", "No answers are awaited.")
        : string.Create(CultureInfo.InvariantCulture, $"{answered} {Say("av", "of")} {owed} {Say("svar är inne", "answers are in")} ({answered * 100 / owed} %).");

    public string Meaning(Status status) => status switch
    {
        Status.Completed => Say("Allt är besvarat och gjort.", "Everything is answered and done."),
        Status.OnTrack => Say("Pågår som planerat.", "Is going on as planned."),
        Status.NotStarted => Say("Har inte börjat.", "Hasn't begun."),
        Status.AtRisk => Say("Riskerar att inte bli klart i tid.", "May not be done in time."),
        Status.Behind => Say("Går inte som planerat.", "Isn't going as planned."),
        _ => Say("Skulle ha varit klart.", "Should have been done."),
    };
}
