using Hsvo.Domain.Drafting.Settling;

namespace Hsvo.Functions.Pages.PlanImport;

/// <summary>What the questions of a draft say.</summary>
internal sealed class QuestionTexts(PageLanguage language) : PageTexts(language)
{
    public string Settled => Say("Avgjord", "Settled");

    public string Open => Say("Kvar", "Left");

    public string Change => Say("Ändra", "Change");

    public string AnswerOf(Question question) => question.AnswerIn(OfOption);

    public string NotSettled => Say("Inte avgjort", "Not settled");

    public string AskOf(Question question) => question.Kind switch
    {
        QuestionKind.Cell => Say("En rad eller flera?", "One row or several?"),
        QuestionKind.Goal => Say("Är det ett mål i planen?", "Is it a goal of the plan?"),
        QuestionKind.Rows => Say("Går raderna ihop så här?", "Do the rows go together like this?"),
        QuestionKind.Place => Say("Vad hör raden till?", "What does the row belong to?"),
        QuestionKind.Body => Say("Vem är organet, och vem svarar för det?", "Who is the body, and who answers for it?"),
        QuestionKind.Responsible => Say("Vem har ansvaret?", "Who is responsible?"),
        QuestionKind.Together => Say("Var för sig eller gemensamt?", "Each alone or together?"),
        QuestionKind.Answer => Say("Hur besvaras raden?", "How is the row answered?"),
        QuestionKind.People => Say("Räknar talet människor som får vård eller stöd?", "Does the number count people who get care or support?"),
        QuestionKind.Parts => Say("Ett svar eller flera?", "One answer or several?"),
        QuestionKind.Reference => Say("Vilken rad visas?", "Which row is shown?"),
        QuestionKind.TargetGroup => Say("Är det en målgrupp?", "Is it a target group?"),
        QuestionKind.Board => Say("Vems är nämnden?", "Whose is the board?"),
        QuestionKind.Source => Say("Vad heter dokumentet, och vilket diarienummer har det?", "What is the document called, and what is its registry number?"),
        QuestionKind.Adoption => Say("När fastställdes planen?", "When was the plan adopted?"),
        QuestionKind.Rounds => Say("När slutar omgångarna?", "When do the rounds end?"),
        QuestionKind.ThreadOfRow => Say("Vad är det en fortsättning på?", "What does it go on from?"),
        QuestionKind.RowOfThread => Say("Vilken rad är fortsättningen?", "Which row goes on?"),
        _ => Say("Att känna till", "To know"),
    };

    /// <summary>What is to be written, or ticked.</summary>
    public string MoreOf(Question question) => question.Kind switch
    {
        QuestionKind.Cell => Say("Texten, en rad i planen på varje rad", "The text, a row of the plan on each line"),
        QuestionKind.Parts => Say("En del på varje rad; ett kort namn kan stå först, sedan kolon", "One part a line; a short name may stand first, then a colon"),
        QuestionKind.Source => Say("Namnet, och diarienumret på raden efter", "The name, and the registry number on the line after"),
        QuestionKind.Adoption => Say("Dag och vem, och på raden efter orden som säger det, om de finns", "Day and who, and on the line after the words that say so, if there are any"),
        QuestionKind.Rounds => Say("En rad för varje omgång: dagen den slutar, och varför", "A line for each round: the day it ends, and why"),
        QuestionKind.Body => Say("Svarar för organet", "Answer for the body"),
        QuestionKind.ThreadOfRow => Say("En annan tråds id", "Another thread's id"),
        QuestionKind.Place or QuestionKind.Reference or QuestionKind.RowOfThread => Say("En annan rads id", "Another row's id"),
        _ => Say("Ansvarar", "Responsible"),
    };

    public string WholePlan => Say("Planen som helhet", "The plan as a whole");

    public string Threads => Say("Går vidare från den förra planen", "Goes on from the plan before");

    public string OfOption(Option option) => Say(option.Swedish, option.English);

    /// <summary>After the option that says how it was read, where its own words don't.</summary>
    public string AsRead(Question question, Option option) => question.Options[0] == option
        && question.Kind is (QuestionKind.Place or QuestionKind.Answer or QuestionKind.People or QuestionKind.Reference or QuestionKind.Board or QuestionKind.ThreadOfRow)
        ? Say(" (så lästes det)", " (as it was read)")
        : "";

    public string OfMessage(Question question) => Say(question.Point.Swedish, question.Point.English);
}
