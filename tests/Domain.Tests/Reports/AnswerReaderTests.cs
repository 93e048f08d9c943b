using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.Domain.Statuses;
using Hsvo.TestKit.Builders;

namespace Hsvo.Domain.Tests.Reports;

public sealed class AnswerReaderTests
{
    private static readonly DateOnly Today = new(2021, 5, 3);
    private static readonly IndicatorSpec June = Specs.Milestone(new(2021, 6, 30));
    private static readonly IndicatorSpec TwoNumbers = Specs.Count.InParts("a", "b");
    private static readonly IndicatorSpec TwoDeliverables = Specs.Deliverable.InParts("a", "b");

    private static readonly Dictionary<string, (IndicatorSpec Spec, SubmittedAnswer Sent, string[] Faults)> Refused = new()
    {
        ["nothing"] = (Specs.Deliverable, new(), ["value.required at value"]),
        ["nothing but a comment"] = (Specs.Deliverable, new() { Comment = "Snart" }, ["value.required at value"]),
        ["an assessment alone"] = (Specs.Deliverable, new() { Assessment = Status.AtRisk }, ["value.required at value"]),

        ["a word for ja or nej"] = (Specs.Deliverable, Text("kanske"), ["value.type at value"]),
        ["ja with a space"] = (Specs.Deliverable, Text("ja "), ["value.type at value"]),
        ["another number for ja or nej"] = (Specs.Continuing, Number(2), ["value.type at value"]),
        ["almost one for ja"] = (Specs.Continuing, Number(0.999), ["value.type at value"]),
        ["ja for a number"] = (Specs.Count, Text("ja"), ["value.type at value"]),
        ["a number in a text"] = (Specs.Count, Text("12"), ["value.type at value"]),
        ["true for a number"] = (Specs.Amount, Bool(true), ["value.type at value"]),
        ["true for words"] = (Specs.Qualitative, Bool(true), ["value.type at value"]),
        ["a number for words"] = (Specs.Qualitative, Number(1), ["value.type at value"]),
        ["no words"] = (Specs.Qualitative, Text(" \n "), ["value.type at value"]),
        ["ja for a milestone"] = (June, Text("ja"), ["value.type at value"]),
        ["true for a milestone"] = (June, Bool(true), ["value.type at value"]),
        ["one for a milestone"] = (June, Number(1), ["value.type at value"]),
        ["a date the wrong way round"] = (June, Text("3/5 2021"), ["value.type at value"]),
        ["a date with a time"] = (June, Text("2021-05-03T00:00:00Z"), ["value.type at value"]),
        ["a day that isn't"] = (June, Text("2021-02-30"), ["value.type at value"]),

        ["minus one"] = (Specs.Count, Number(-1), ["value.range at value"]),
        ["half a person"] = (Specs.Count, Number(1.5), ["value.range at value"]),
        ["more people than can be counted"] = (Specs.Count, Number(1e15 + 1), ["value.range at value"]),
        ["infinitely many"] = (Specs.Count, Number(double.PositiveInfinity), ["value.range at value"]),
        ["the largest double"] = (Specs.Amount, Number(double.MaxValue), ["value.range at value"]),
        ["minus infinity"] = (Specs.Amount, Number(double.NegativeInfinity), ["value.range at value"]),
        ["no number at all"] = (Specs.Amount, Number(double.NaN), ["value.range at value"]),
        ["a debt"] = (Specs.Amount, Number(-0.01), ["value.range at value"]),
        ["more than all"] = (Specs.Percentage, Number(100.01), ["value.range at value"]),
        ["less than none"] = (Specs.Percentage, Number(-0.01), ["value.range at value"]),
        ["an infinite share"] = (Specs.Percentage, Number(double.PositiveInfinity), ["value.range at value"]),

        ["a numerator alone"] = (Specs.Percentage, Number(3) with { Numerator = 3 }, ["ratio.missing at denominator"]),
        ["a denominator alone"] = (Specs.Percentage, new() { Denominator = 100 }, ["ratio.missing at numerator"]),
        ["a share of nobody"] = (Specs.Percentage, Share(0, 0), ["value.range at denominator"]),
        ["more than there are"] = (Specs.Percentage, Share(101, 100), ["value.range at numerator"]),
        ["half a person of many"] = (Specs.Percentage, Share(1.5, 100), ["value.range at numerator"]),
        ["fewer than none of many"] = (Specs.Percentage, Share(-1, 100), ["value.range at numerator"]),
        ["no numbers at all"] = (Specs.Percentage, Share(double.NaN, double.NaN), ["value.range at numerator", "value.range at denominator"]),
        ["more than can be counted"] = (Specs.Percentage, Share(1, 2e15), ["value.range at denominator"]),
        ["a percentage that doesn't follow"] = (Specs.Percentage, Number(1.5) with { Numerator = 14, Denominator = 1000 }, ["value.ratio at value"]),
        ["a percentage that is written too exactly"] = (Specs.Percentage, Number(33.33) with { Numerator = 1, Denominator = 3.0 + 3 }, ["value.ratio at value"]),
        ["a share as a fraction"] = (Specs.Percentage, Number(0.014) with { Numerator = 14, Denominator = 1000 }, ["value.ratio at value"]),
        ["numerator and denominator of a count"] = (Specs.Count, Number(3) with { Numerator = 3, Denominator = 100 }, ["ratio.notAllowed at numerator"]),
        ["a denominator for ja"] = (Specs.Deliverable, Text("ja") with { Denominator = 100 }, ["ratio.notAllowed at denominator"]),
        ["numerator and denominator of a compound share"] = (Specs.Percentage.InParts("a", "b"), Parts(("a", "1"), ("b", "2")) with { Numerator = 3, Denominator = 100 },
            ["ratio.notAllowed at numerator", "value.type at parts/a", "value.type at parts/b"]),
        ["numerator and denominator of what isn't applicable"] = (Specs.Percentage, Share(3, 100) with { NotApplicable = true, Reason = "Ingen sådan verksamhet" },
            ["value.withNotApplicable at numerator"]),

        ["tomorrow"] = (June, Text("2021-05-04"), ["value.future at value"]),
        ["too many words"] = (Specs.Qualitative, Text(new('å', 4001)), ["text.length at value"]),
        ["a long comment"] = (Specs.Deliverable, Text("ja") with { Comment = new('å', 4001) }, ["text.length at comment"]),
        ["a long reason"] = (Specs.Deliverable, Text("ja") with { Reason = new('å', 1001) }, ["text.length at reason"]),
        ["everything too long"] = (Specs.Qualitative, Text(new('å', 4001)) with { Comment = new('å', 4001), Reason = new('å', 1001) },
            ["text.length at comment", "text.length at reason", "text.length at value"]),

        ["parts where there are none"] = (Specs.Deliverable, Parts(("a", "ja")), ["parts.notAllowed at parts"]),
        ["parts and value where there are no parts"] = (Specs.Deliverable, Parts(("a", "ja")) with { Value = SubmittedValue.Of("ja") },
            ["parts.notAllowed at parts"]),
        ["nothing for a compound row"] = (TwoDeliverables, new(), ["parts.required at parts"]),
        ["nej for the whole"] = (TwoDeliverables, Text("nej"), ["parts.required at value"]),
        ["0 for the whole"] = (TwoDeliverables, Number(0), ["parts.required at value"]),
        ["a number for the whole"] = (TwoNumbers, Number(12), ["parts.required at value"]),
        ["a wrong number for the whole"] = (TwoNumbers, Number(-1), ["value.range at value"]),
        ["a word for the whole"] = (TwoDeliverables, Text("kanske"), ["value.type at value"]),
        ["a date for the whole"] = (June.InParts("a", "b"), Text("2021-05-01"), ["parts.required at value"]),
        ["words for the whole"] = (Specs.Qualitative.InParts("a", "b"), Text("Bra"), ["parts.required at value"]),
        ["one part missing"] = (TwoDeliverables, Parts(("a", "ja")), ["parts.missing at parts/b"]),
        ["no parts in parts"] = (TwoDeliverables, Parts(), ["parts.missing at parts/a", "parts.missing at parts/b"]),
        ["an unknown part"] = (TwoDeliverables, Parts(("a", "ja"), ("b", "ja"), ("c", "ja")), ["parts.unknown at parts/c"]),
        ["a part in capitals"] = (TwoDeliverables, Parts(("a", "ja"), ("B", "ja")), ["parts.unknown at parts/B", "parts.missing at parts/b"]),
        ["an unknown part that would break a pointer"] = (TwoDeliverables, Parts(("a", "ja"), ("b", "ja"), ("c/d~e", "ja")),
            ["parts.unknown at parts/c~1d~0e"]),
        ["value and parts"] = (TwoDeliverables, Parts(("a", "ja"), ("b", "ja")) with { Value = SubmittedValue.Of("ja") }, ["value.withParts at value"]),
        ["every part wrong in its own way"] = (TwoNumbers,
            new() { Parts = new Dictionary<string, SubmittedValue> { ["a"] = SubmittedValue.Of(-1), ["b"] = SubmittedValue.Of("två") } },
            ["value.range at parts/a", "value.type at parts/b"]),
        ["a part reached tomorrow"] = (June.InParts("a", "b"), Parts(("a", "2021-05-04"), ("b", "nej")), ["value.future at parts/a"]),

        ["not applicable without a reason"] = (Specs.Deliverable, new() { NotApplicable = true }, ["reason.required at reason"]),
        ["not applicable for no reason"] = (Specs.Deliverable, new() { NotApplicable = true, Reason = "  " }, ["reason.required at reason"]),
        ["not applicable with a value"] = (Specs.Deliverable, Text("ja") with { NotApplicable = true, Reason = "Nej" }, ["value.withNotApplicable at value"]),
        ["not applicable with parts"] = (TwoDeliverables, Parts(("a", "ja")) with { NotApplicable = true, Reason = "Nej" },
            ["value.withNotApplicable at parts"]),
        ["not applicable with an assessment"] = (Specs.Deliverable,
            new() { NotApplicable = true, Reason = "Nej", Assessment = Status.NotStarted }, ["assessment.contradicts at assessment"]),
        ["not applicable and everything wrong"] = (Specs.Deliverable,
            Text("ja") with { NotApplicable = true, Assessment = Status.OnTrack, Comment = new('å', 4001) },
            ["text.length at comment", "value.withNotApplicable at value", "assessment.contradicts at assessment", "reason.required at reason"]),
        ["not applicable for a long reason"] = (Specs.Deliverable, new() { NotApplicable = true, Reason = new('å', 1001) }, ["text.length at reason"]),

        ["a reference"] = (Specs.Reference("i1"), Text("ja"), ["indicator.reference at indicator"]),
        ["a reference that isn't applicable"] = (Specs.Reference("i1"), new() { NotApplicable = true, Reason = "Nej" }, ["indicator.reference at indicator"]),

        ["one part nej and the whole assessed as done"] = (TwoDeliverables, Parts(("a", "ja"), ("b", "nej")) with { Assessment = Status.Completed },
            ["assessment.contradicts at assessment"]),
        ["all parts ja and the whole assessed as behind"] = (TwoDeliverables, Parts(("a", "ja"), ("b", "ja")) with { Assessment = Status.Behind },
            ["assessment.contradicts at assessment"]),
        ["a wrong value hides the assessment's fault"] = (Specs.Deliverable, Text("kanske") with { Assessment = Status.Overdue }, ["value.type at value"]),
    };

    private static readonly Dictionary<string, (IndicatorSpec Spec, SubmittedAnswer Sent, string Reads)> Accepted = new()
    {
        ["ja"] = (Specs.Deliverable, Text("ja"), "ja"),
        ["JA"] = (Specs.Deliverable, Text("JA"), "ja"),
        ["Nej"] = (Specs.Continuing, Text("Nej"), "nej"),
        ["true"] = (Specs.Deliverable, Bool(true), "ja"),
        ["false"] = (Specs.Continuing, Bool(false), "nej"),
        ["1 for ja"] = (Specs.Deliverable, Number(1), "ja"),
        ["0 for nej"] = (Specs.Deliverable, Number(0), "nej"),
        ["none"] = (Specs.Count, Number(0), "0"),
        ["minus nothing"] = (Specs.Count, Number(-0.0), "0"),
        ["the largest count"] = (Specs.Count, Number(1e15), "1\u00A0000\u00A0000\u00A0000\u00A0000\u00A0000"),
        ["öre"] = (Specs.Amount, Number(1234.5), "1\u00A0234,5"),
        ["all"] = (Specs.Percentage, Number(100), "100"),
        ["1,4 %"] = (Specs.Percentage, Number(1.4), "1,4"),
        ["1,4 % with what it is of"] = (Specs.Percentage, Number(1.4) with { Numerator = 3447, Denominator = 246_214 }, "1,4 = 3447/246214"),
        ["rounded to the whole"] = (Specs.Percentage, Number(33) with { Numerator = 1, Denominator = 3 }, "33 = 1/3"),
        ["as exact as can be written"] = (Specs.Percentage, Number(100.0 / 3) with { Numerator = 1, Denominator = 3 }, "33,3333333333 = 1/3"),
        ["half way, rounded up"] = (Specs.Percentage, Number(0.2) with { Numerator = 3, Denominator = 2000 }, "0,2 = 3/2000"),
        ["half way, rounded down"] = (Specs.Percentage, Number(0.1) with { Numerator = 3, Denominator = 2000 }, "0,1 = 3/2000"),
        ["the value left out"] = (Specs.Percentage, Share(3447, 246_214), "1,4 = 3447/246214"),
        ["the value left out, half way"] = (Specs.Percentage, Share(3, 2000), "0,2 = 3/2000"),
        ["nobody of many"] = (Specs.Percentage, Share(-0.0, 100), "0 = 0/100"),
        ["all of them"] = (Specs.Percentage, Share(7, 7), "100 = 7/7"),
        ["today"] = (June, Text("2021-05-03"), "2021-05-03"),
        ["not reached"] = (June, Text("nej"), "nej"),
        ["not reached, as a truth value"] = (June, Bool(false), "nej"),
        ["not reached, as Power BI's 0"] = (June, Number(0), "nej"),
        ["words"] = (Specs.Qualitative, Text("  Det går bra.\n"), "Det går bra."),
        ["as many words as fit"] = (Specs.Qualitative, Text(new string('å', 4000) + " "), new('å', 4000)),
        ["the longest comment and reason"] = (Specs.Deliverable, Text("ja") with { Comment = new('å', 4000), Reason = new('å', 1000) }, "ja"),
        ["parts in any order"] = (TwoDeliverables, Parts(("b", "nej"), ("a", "ja")), "a: ja, b: nej"),
        ["ja for the whole"] = (TwoDeliverables, Text("ja"), "a: ja, b: ja"),
        ["1 for the whole"] = (Specs.Continuing.InParts("a", "b"), Number(1), "a: ja, b: ja"),
        ["numbers by part"] = (TwoNumbers,
            new() { Parts = new Dictionary<string, SubmittedValue> { ["a"] = SubmittedValue.Of(3), ["b"] = SubmittedValue.Of(4) } }, "a: 3, b: 4"),
        ["dates by part"] = (June.InParts("a", "b"), Parts(("a", "2021-05-01"), ("b", "nej")), "a: 2021-05-01, b: nej"),
        ["words by part"] = (Specs.Qualitative.InParts("a", "b"), Parts(("a", "Bra"), ("b", "Sämre")), "a: Bra, b: Sämre"),
        ["not applicable"] = (Specs.Deliverable, new() { NotApplicable = true, Reason = "Ingen sådan verksamhet" }, "berör inte"),
        ["a compound row that isn't applicable"] = (TwoDeliverables, new() { NotApplicable = true, Reason = "Ingen sådan verksamhet" }, "berör inte"),
        ["one part nej, assessed"] = (TwoDeliverables, Parts(("a", "ja"), ("b", "nej")) with { Assessment = Status.AtRisk }, "a: ja, b: nej (atRisk)"),
        ["all parts ja, with the status that follows"] = (TwoDeliverables, Text("ja") with { Assessment = Status.Completed }, "a: ja, b: ja"),
    };

    public static TheoryData<string> RefusedCases => [.. Refused.Keys];

    public static TheoryData<string> AcceptedCases => [.. Accepted.Keys];

    [Theory]
    [MemberData(nameof(RefusedCases))]
    public void What_breaks_a_rule_is_refused_with_every_fault_and_its_field(string sent)
    {
        var (spec, answer, faults) = Refused[sent];
        List<FieldError> errors = [];

        var read = AnswerReader.Read(spec, answer, isFinalRound: false, Today, errors);

        Assert.Null(read);
        Assert.Equal(faults, errors.Select(e => $"{e.Code} at {e.Field}"));
        Assert.All(errors, e => Assert.False(string.IsNullOrWhiteSpace(e.Swedish) || string.IsNullOrWhiteSpace(e.English) || e.Swedish == e.English));
    }

    [Theory]
    [MemberData(nameof(AcceptedCases))]
    public void What_keeps_the_rules_is_read(string sent)
    {
        var (spec, answer, reads) = Accepted[sent];
        List<FieldError> errors = [];

        var read = AnswerReader.Read(spec, answer, isFinalRound: false, Today, errors);

        Assert.Empty(errors);
        Assert.Equal(reads, InWords(read!));
    }

    [Fact]
    public void Faults_found_before_are_left_as_they_are_and_spoil_nothing()
    {
        List<FieldError> errors = [new("department.unknown", "department", "Finns inte.", "Unknown.")];

        var read = AnswerReader.Read(Specs.Deliverable, Text("ja"), isFinalRound: false, Today, errors);

        Assert.NotNull(read);
        Assert.Equal("department.unknown", Assert.Single(errors).Code);
    }

    [Fact]
    public void A_refused_assessment_says_which_are_allowed_in_both_languages()
    {
        List<FieldError> errors = [];

        AnswerReader.Read(Specs.Continuing, Text("nej") with { Assessment = Status.OnTrack }, isFinalRound: false, Today, errors);

        var error = Assert.Single(errors);
        Assert.Contains("”Enligt plan”", error.Swedish, StringComparison.Ordinal);
        Assert.Contains("I riskzonen, Efter plan", error.Swedish, StringComparison.Ordinal);
        Assert.Contains("'onTrack'", error.English, StringComparison.Ordinal);
        Assert.Contains("atRisk, behind", error.English, StringComparison.Ordinal);
    }

    [Fact]
    public void A_percentage_that_does_not_follow_is_told_what_does_and_how_to_leave_it_out()
    {
        List<FieldError> errors = [];

        AnswerReader.Read(Specs.Percentage, Number(2) with { Numerator = 3447, Denominator = 246_214 }, isFinalRound: false, Today, errors);

        var error = Assert.Single(errors);
        Assert.Contains("som ger 1,4 %", error.Swedish, StringComparison.Ordinal);
        Assert.Contains("which give 1.4 %", error.English, StringComparison.Ordinal);
    }

    [Fact]
    public void A_draft_may_have_one_of_numerator_and_denominator_so_far()
    {
        List<FieldError> errors = [];

        Assert.True(AnswerReader.ReadDraft(Specs.Percentage, new() { Numerator = 3 }, isFinalRound: false, Today, errors));
        Assert.False(AnswerReader.ReadDraft(Specs.Percentage, new() { Numerator = -3, Denominator = 100 }, isFinalRound: false, Today, errors));
        Assert.Equal("value.range", Assert.Single(errors).Code);
    }

    [Fact]
    public void A_refused_value_for_a_whole_compound_row_names_the_parts()
    {
        List<FieldError> errors = [];

        AnswerReader.Read(TwoDeliverables, Text("nej"), isFinalRound: false, Today, errors);

        Assert.Contains("a, b", Assert.Single(errors).Swedish, StringComparison.Ordinal);
    }

    private static string InWords(Answer answer)
    {
        var said = answer.NotApplicable ? "berör inte" : answer.Value?.ToString() ?? string.Join(", ", answer.Parts.Select(p => $"{p.Part}: {p.Value}"));
        said = answer.Value?.Ratio is { } ratio ? $"{said} = {ratio.Numerator}/{ratio.Denominator}" : said;
        return answer.Assessment is { } status ? $"{said} ({status.Name()})" : said;
    }

    private static SubmittedAnswer Text(string value) => new() { Value = SubmittedValue.Of(value) };

    private static SubmittedAnswer Number(double value) => new() { Value = SubmittedValue.Of(value) };

    private static SubmittedAnswer Share(double numerator, double denominator) => new() { Numerator = numerator, Denominator = denominator };

    private static SubmittedAnswer Bool(bool value) => new() { Value = SubmittedValue.Of(value) };

    private static SubmittedAnswer Parts(params (string Part, string Value)[] parts) =>
        new() { Parts = parts.ToDictionary(p => p.Part, p => SubmittedValue.Of(p.Value)) };
}
