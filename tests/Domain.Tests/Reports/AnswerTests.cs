using Hsvo.Domain.Reports;
using Hsvo.Domain.Statuses;

namespace Hsvo.Domain.Tests.Reports;

public sealed class AnswerTests
{
    private static readonly Answer Yes = new() { Value = AnswerValue.Yes };

    public static TheoryData<string, Answer> Others => new()
    {
        { "another value", new() { Value = AnswerValue.No } },
        { "an assessment", Yes with { Assessment = Status.Completed } },
        { "not applicable", new() { NotApplicable = true } },
        { "parts", new() { Parts = [new("a", AnswerValue.Yes)] } },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public void Two_answers_that_differ_in_anything_do_not_say_the_same(string what, Answer other)
    {
        Assert.NotEmpty(what);
        Assert.False(Yes.SaysTheSameAs(other));
        Assert.False(other.SaysTheSameAs(Yes));
        Assert.True(other.SaysTheSameAs(other with { }));
    }

    [Fact]
    public void Compound_answers_are_compared_part_by_part()
    {
        var one = new Answer { Parts = [new("a", AnswerValue.Of(1)), new("b", AnswerValue.Of(2))] };

        Assert.True(one.SaysTheSameAs(new() { Parts = [new("a", AnswerValue.Of(1)), new("b", AnswerValue.Of(2))] }));
        Assert.False(one.SaysTheSameAs(new() { Parts = [new("a", AnswerValue.Of(2)), new("b", AnswerValue.Of(1))] }));
        Assert.False(one.SaysTheSameAs(new() { Parts = [new("a", AnswerValue.Of(1))] }));
    }

    [Fact]
    public void A_compound_row_is_ja_when_each_part_is()
    {
        Assert.Equal(AnswerValue.Yes, new Answer { Parts = [new("a", AnswerValue.Yes), new("b", AnswerValue.Yes)] }.Whole);
        Assert.Equal(AnswerValue.No, new Answer { Parts = [new("a", AnswerValue.Yes), new("b", AnswerValue.No)] }.Whole);
    }

    [Fact]
    public void Numbers_of_a_compound_row_are_never_summed() =>
        Assert.Null(new Answer { Parts = [new("a", AnswerValue.Of(1)), new("b", AnswerValue.Of(2))] }.Whole);

    [Fact]
    public void An_answer_that_is_not_applicable_has_no_value()
    {
        var answer = new Answer { NotApplicable = true };

        Assert.Null(answer.Whole);
        Assert.Empty(answer.Values);
    }
}
