using System.Collections.Frozen;

namespace Hsvo.Domain.Drafting.Settling;

/// <summary>
/// Settles a draft: what a human says to the questions of its loading report, put into its plan. The draft itself stays as it was read, so that each answer
/// may be changed until the plan is stored, and what is settled of one row moves no other row's id. Pure.
/// </summary>
public static class DraftSettling
{
    /// <summary>The longest text that may be written to a question.</summary>
    public const int MaxText = PlanDrafting.MaxCell;

    /// <summary>The most questions that are asked of one draft, those that answers raise not counted; the rest can only be mended in the draft.</summary>
    public const int MaxQuestions = 300;

    /// <summary>The most fields of a form that the questions of one draft fill, all boxes ticked.</summary>
    public const int MaxFields = 900;

    private static readonly FrozenDictionary<string, QuestionKind> Kinds = new Dictionary<string, QuestionKind>
    {
        ["cell.split"] = QuestionKind.Cell,
        ["cell.joined"] = QuestionKind.Cell,
        ["cell.maybeSeveral"] = QuestionKind.Cell,
        ["row.continued"] = QuestionKind.Cell,
        ["priorityArea.joined"] = QuestionKind.Cell,
        ["priorityArea.several"] = QuestionKind.Cell,
        ["focusArea.noHeading"] = QuestionKind.Cell,
        ["goal.listOnly"] = QuestionKind.Goal,
        ["rules.uneven"] = QuestionKind.Rows,
        ["rules.unaligned"] = QuestionKind.Rows,
        ["rules.responsible"] = QuestionKind.Rows,
        ["row.continues"] = QuestionKind.Place,
        ["priorityArea.missing"] = QuestionKind.Place,
        ["pairing.betweenRules"] = QuestionKind.Place,
        ["pairing.inOrder"] = QuestionKind.Place,
        ["pairing.unclear"] = QuestionKind.Place,
        ["pairing.noActivity"] = QuestionKind.Place,
        [Desk.PlaceCode] = QuestionKind.Place,
        ["body.new"] = QuestionKind.Body,
        ["responsible.read"] = QuestionKind.Responsible,
        ["responsible.unread"] = QuestionKind.Responsible,
        ["responsible.empty"] = QuestionKind.Responsible,
        ["responsible.none"] = QuestionKind.Responsible,
        ["responsible.alone"] = QuestionKind.Responsible,
        [Desk.ResponsibleCode] = QuestionKind.Responsible,
        ["responsible.sideBySide"] = QuestionKind.Together,
        ["kind.unknown"] = QuestionKind.Answer,
        ["kind.number"] = QuestionKind.People,
        ["indicator.compound"] = QuestionKind.Parts,
        ["reference.read"] = QuestionKind.Reference,
        ["reference.unresolved"] = QuestionKind.Reference,
        ["targetGroup.row"] = QuestionKind.TargetGroup,
        ["board.new"] = QuestionKind.Board,
        ["source.file"] = QuestionKind.Source,
        ["adoption.none"] = QuestionKind.Adoption,
        ["rounds.assumed"] = QuestionKind.Rounds,
        ["thread.taken"] = QuestionKind.ThreadOfRow,
        ["thread.open"] = QuestionKind.RowOfThread,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<QuestionKind, Rule> Rules = new Dictionary<QuestionKind, Rule>
    {
        [QuestionKind.Seen] = new SeenRule(),
        [QuestionKind.Cell] = new CellRule(),
        [QuestionKind.Goal] = new GoalRule(),
        [QuestionKind.Rows] = new RowsRule(),
        [QuestionKind.Place] = new PlaceRule(),
        [QuestionKind.Body] = new BodyRule(),
        [QuestionKind.Responsible] = new ResponsibleRule(),
        [QuestionKind.Together] = new TogetherRule(),
        [QuestionKind.Answer] = new AnswerRule(),
        [QuestionKind.People] = new PeopleRule(),
        [QuestionKind.Parts] = new PartsRule(),
        [QuestionKind.Reference] = new ReferenceRule(),
        [QuestionKind.TargetGroup] = new TargetGroupRule(),
        [QuestionKind.Board] = new BoardRule(),
        [QuestionKind.Source] = new SourceRule(),
        [QuestionKind.Adoption] = new AdoptionRule(),
        [QuestionKind.Rounds] = new RoundsRule(),
        [QuestionKind.ThreadOfRow] = new ThreadOfRowRule(),
        [QuestionKind.RowOfThread] = new RowOfThreadRule(),
    }.ToFrozenDictionary();

    /// <summary>The draft with what was settled, and its questions as they then are.</summary>
    /// <param name="drafted">The draft, as it was read.</param>
    /// <param name="settled">What was said, by the questions' keys; what answers no question is left aside.</param>
    public static SettledPlan Settle(DraftedPlan drafted, IReadOnlyDictionary<string, Settlement> settled)
    {
        ArgumentNullException.ThrowIfNull(drafted);
        ArgumentNullException.ThrowIfNull(settled);
        var desk = new Desk(drafted);
        foreach (var kind in Enum.GetValues<QuestionKind>())
        {
            // What is settled may raise new questions, of this kind or of those that come later.
            for (var i = 0; i < desk.Notes.Count; i++)
            {
                // A row that has become part of another is asked about no more.
                var note = desk.Notes[i];
                if (KindOf(note.Point) == kind && !desk.IsGone(note.Point.Node))
                {
                    note.Question = Ask(desk, note, kind, settled.GetValueOrDefault(note.Key));
                }
            }
        }

        return desk.Close();
    }

    internal static QuestionKind KindOf(LoadingPoint point) => Kinds.GetValueOrDefault(point.Code);

    private static Question Ask(Desk desk, DeskNote note, QuestionKind kind, Settlement? said)
    {
        var rule = Rules[kind];
        var open = new Question { Key = note.Key, Point = note.Point, Kind = kind };

        // What the report names may be none of the plan's any longer, and then there is nothing to settle but that it was seen.
        if (rule.Ask(desk, open) is not { } question)
        {
            rule = Rules[QuestionKind.Seen];
            question = rule.Ask(desk, open with { Kind = QuestionKind.Seen })!;
        }

        question = AsShown(Offering.Of(question));
        if (said is null)
        {
            return question;
        }

        // What an answer names may be another's by now, what was offered may be to write, and what was to write may be offered.
        Option? Named(IReadOnlyList<Option> options, string text) => Offering.Named(options, text, kind == QuestionKind.Body ? desk.BodyNow : desk.RowNow);
        var choice = Named(question.Options, said.Choice);
        if (choice is null && Named(question.Writable, said.Choice) is { } unoffered)
        {
            (choice, said) = (Offering.Other, said with { Choice = Offering.Other.Value, Text = unoffered.Value });
        }
        else if (choice is null && said.Choice == Offering.Other.Value)
        {
            choice = Named(question.Options, said.Text);
        }

        var ticks = question.Boxes.Select(b => b.Value).Intersect(said.Ticks.Select(t => kind == QuestionKind.Responsible ? desk.BodyNow(t) : t)).ToList();
        var more = question with { Written = question.Written is null ? null : said.Text, Ticked = ticks };
        if (choice is null && said.Choice.Length > 0 && question.Kind == kind)
        {
            return more with { Shown = said.Shown ?? question.Shown, Fault = new("Det som valdes kan inte väljas här: välj på nytt.", "What was chosen can't be chosen here: choose again.") };
        }

        var taking = TakingOf(question);
        if (IsChanged(question, said))
        {
            // Who writes or ticks and chooses nothing means what was written or ticked.
            if (choice != taking && (choice is not null || said.Shown!.Choice.Length > 0))
            {
                return more with { Choice = choice?.Value ?? "", Shown = said.Shown! with { Choice = choice?.Value ?? said.Shown.Choice }, Fault = BesideOf(question, choice, taking!) };
            }

            choice = taking;
        }

        if (choice is null)
        {
            return question;
        }

        question = AsShown((choice == taking ? more : question) with { Choice = choice.Value });
        if (question.Written?.Length > MaxText)
        {
            return question with { Fault = new($"Skriv högst {MaxText} tecken.", $"Write at most {MaxText} characters.") };
        }

        var isWritten = choice == Offering.Other;
        var meant = isWritten ? Named(question.Writable, question.Written!) : choice;
        var fault = meant is null
            ? new("Skriv id:t för något som kan väljas, eller välj i listan.", "Write the id of something that may be chosen, or choose in the list.")
            : rule.Settle(desk, isWritten ? question with { Choice = meant.Value } : question);
        question = question with { Fault = fault, Meant = fault is null ? meant : null };
        note.Said = fault is null ? question.AnswerIn(o => o.Swedish) : null;
        return question;
    }

    private static Option? OptionOf(Question question, string? value) => question.Options.FirstOrDefault(o => o.Value == value);

    // The option that what is written or ticked belongs to; null where nothing can be.
    private static Option? TakingOf(Question question) =>
        question.Written is not null ? OptionOf(question, Rule.Own) : question.Boxes.Count > 0 ? question.Options[0] : null;

    private static Question AsShown(Question question) => TakingOf(question) is null
        ? question
        : question with { Shown = Shown.Of(question.Choice, question.Written, question.Boxes.Select(b => b.Value).Where(question.Ticked.Contains)) };

    // Where it isn't known what was shown, only an option is an answer. A text taken away is none.
    private static bool IsChanged(Question question, Settlement said) =>
        TakingOf(question) is not null && said.Shown is { } shown && (question.Written is null || said.Text.Trim().Length > 0)
        && Shown.Of("", question.Written is null ? null : said.Text, question.Boxes.Count == 0 ? [] : said.Ticks).More != shown.More;

    private static Remark BesideOf(Question question, Option? choice, Option taking)
    {
        var (what, whatEnglish) = question.Written is null ? ("kryssen", "the ticks") : ("texten", "the text");
        var (undo, undoEnglish) = question.Written is null ? ("kryssa i som det var", "tick as it was") : ("töm rutan", "empty the box");
        return choice is null
            ? new($"Du har ändrat {what} men lämnat frågan: välj ”{taking.Swedish}” eller {undo}.", $"You have changed {whatEnglish} but left the question: choose '{taking.English}' or {undoEnglish}.")
            : new($"Du har ändrat {what} men valt ”{choice.Swedish}”: välj ”{taking.Swedish}” eller {undo}.", $"You have changed {whatEnglish} but chosen '{choice.English}': choose '{taking.English}' or {undoEnglish}.");
    }
}
