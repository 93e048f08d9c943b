using Hsvo.Domain.Areas;
using Hsvo.Domain.Plans;
using Hsvo.Functions.Pages.Forms;
using Hsvo.UseCases;

namespace Hsvo.Functions.Pages.Office;

/// <summary>What the pages of who answers for what say.</summary>
/// <param name="language">The page's language.</param>
internal sealed class ResponsibilityTexts(PageLanguage language) : PageTexts(language)
{
    private readonly OfficeTexts _office = new(language);

    public string Title => _office.WhoAnswers;

    public string TitleOf(string plan) => Say($"Vem svarar för vad i {plan}", $"Who answers for what in {plan}");

    public string Office => _office.Back;

    public string ErrorHeading => _office.ErrorHeading;

    public string Save => _office.Save;

    public string StateOf(Plan plan) => plan.ResponsibilityIsAssumed ? _office.Assumed : _office.Confirmed;

    public string Bodies => Say("Organens indikatorer", "The bodies' indicators");

    public string BodiesLead => Say(
        "Planen säger vilket organ som ansvarar för varje indikator. Här står vilka enheter som svarar för organet.",
        "The plan says which body each indicator is of. Here is which units answer for the body.");

    public string OwedBy => Say("Svarar för organets indikatorer", "Answer the body's indicators");

    public string ConfirmThis => Say("Kontoret bekräftar det här", "The office confirms this");

    public string Rows => Say("Enstaka indikatorer", "Single indicators");

    public string RowsLead(int own) => Say(
        $"En indikator följer sitt organ om inget annat är bestämt. Öppna den för att bestämma vem som svarar på just den.{OwnSwedish(own)}",
        $"An indicator goes by its body where nothing else is settled. Open it to settle who answers it.{OwnEnglish(own)}");

    public string RowTitle => Say("Vem svarar på indikatorn", "Who answers the indicator");

    public string Goal => Say("Mål", "Goal");

    public string PriorityArea => Say("Prioriterat område", "Priority area");

    public string ByPlan => Say("Ansvarar enligt planen", "Responsible by the plan");

    public string ByPlanOf(ResponsibleBody body, IEnumerable<Department> units) => $"{body.Name}: {UnitsOf(units)}";

    public string NoBody => Say("Inget organ", "No body");

    public string IsOwn => Say("Det som är bestämt här gäller i stället för organets enheter.", "What is settled here holds in place of the body's units.");

    public string FollowsBody => Say(
        "Indikatorn följer sitt organ. Sparar du något här gäller det i stället.", "The indicator goes by its body. What you store here holds in its place.");

    public string NowHolds => Say("Nu gäller:", "What holds now:");

    public string Answers => Say("Svarar på indikatorn", "Answer the indicator");

    public string AnswersHint => Say("Lämna alla rutor tomma om ingen ska svara.", "Leave all boxes empty if nobody is to answer.");

    public string Remove => Say("Följ organet igen", "Go by the body again");

    public string RemoveHint => Say(
        "Då tas det som är bestämt för just den här indikatorn bort.", "What is settled of this indicator alone is then taken away.");

    public string Next => Say("Nästa indikator", "Next indicator");

    public string Nobody => Say("Ingen", "Nobody");

    /// <summary>What a list says of a row: its bodies, or who answers where that is settled of the row alone.</summary>
    public string RowOf(Plan plan, PlanNode row, Responsibility? own) => own is null
        ? BodiesOf(plan, row) is { Length: > 0 } bodies ? Say($"Följer {bodies}", $"Goes by {bodies}") : NoBody
        : $"{UnitsOf(plan.Owing(row))} ({(own.IsConfirmed ? Say("eget beslut, bekräftat", "settled by itself, confirmed") : Say("eget beslut, inte bekräftat", "settled by itself, not confirmed"))})";

    public string? Done(string? done) => _office.Done(done);

    /// <summary>A failure as errors of a form.</summary>
    /// <param name="failure">The failure.</param>
    /// <param name="field">What they lead to.</param>
    public IReadOnlyList<FormError> Errors(Failure failure, string? field) => failure.Kind == FailureKind.PreconditionFailed
        ? [new(field, Say("Någon annan har ändrat under tiden. Läs igenom och spara igen.", "Somebody else has made changes meanwhile. Read it through and save again."))]
        : _office.Errors(failure, _ => field);

    private string UnitsOf(IEnumerable<Department> units) => string.Join(", ", units.Select(u => u.Name)) is { Length: > 0 } names ? names : Nobody;

    private static string BodiesOf(Plan plan, PlanNode row) => string.Join(", ", plan.Bodies.Where(b => row.Responsible.Contains(b.Id)).Select(b => b.Name));

    private static string OwnSwedish(int own) => own switch
    {
        0 => "",
        1 => " En indikator har ett eget beslut.",
        _ => $" {own} indikatorer har egna beslut.",
    };

    private static string OwnEnglish(int own) => own switch
    {
        0 => "",
        1 => " One indicator is settled by itself.",
        _ => $" {own} indicators are settled by themselves.",
    };
}
