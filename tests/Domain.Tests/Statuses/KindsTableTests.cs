using System.Globalization;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.Domain.Statuses;
using Hsvo.TestKit.Builders;

namespace Hsvo.Domain.Tests.Statuses;

/// <summary>
/// The table of kinds. Each line is tried seven times: without an assessment, and with each of the six statuses sent along; those the line doesn't
/// name are refused.
/// </summary>
public sealed class KindsTableTests
{
    private const string Table = """
        kind            | answer     | round | today      | status    | may be assessed                              | Power BI | rolls up
        deliverable     | ja         | open  | 2021-05-03 | completed | completed                                    | 1        | yes
        deliverable     | ja         | final | 2022-01-10 | completed | completed                                    | 1        | yes
        deliverable     | nej        | open  | 2021-05-03 | -         | notStarted onTrack atRisk behind             | 0        | yes
        deliverable     | nej        | final | 2022-01-10 | overdue   | overdue                                      | 0        | yes
        continuing      | ja         | open  | 2021-05-03 | onTrack   | onTrack                                      | 1        | yes
        continuing      | ja         | final | 2022-01-10 | completed | completed                                    | 1        | yes
        continuing      | nej        | open  | 2021-05-03 | behind    | atRisk behind                                | 0        | yes
        continuing      | nej        | final | 2022-01-10 | behind    | atRisk behind                                | 0        | yes
        count           | 12         | open  | 2021-05-03 | -         | notStarted onTrack atRisk behind             | 12       | no
        count           | 12         | final | 2022-01-10 | -         | notStarted onTrack atRisk behind             | 12       | no
        percentage      | 1.4        | open  | 2021-05-03 | -         | notStarted onTrack atRisk behind             | 1.4      | no
        percentage      | 1.4        | final | 2022-01-10 | -         | notStarted onTrack atRisk behind             | 1.4      | no
        amount          | 250000.5   | open  | 2021-05-03 | -         | notStarted onTrack atRisk behind             | 250000.5 | no
        amount          | 250000.5   | final | 2022-01-10 | -         | notStarted onTrack atRisk behind             | 250000.5 | no
        count>=10       | 10         | open  | 2021-05-03 | onTrack   | onTrack                                      | 10       | yes
        count>=10       | 10         | final | 2022-01-10 | completed | completed                                    | 10       | yes
        count>=10       | 9          | open  | 2021-05-03 | -         | notStarted onTrack atRisk behind             | 9        | yes
        count>=10       | 9          | final | 2022-01-10 | overdue   | overdue                                      | 9        | yes
        percentage<=5   | 5          | open  | 2021-05-03 | onTrack   | onTrack                                      | 5        | yes
        percentage<=5   | 5          | final | 2022-01-10 | completed | completed                                    | 5        | yes
        percentage<=5   | 5.1        | open  | 2021-05-03 | -         | notStarted onTrack atRisk behind             | 5.1      | yes
        percentage<=5   | 5.1        | final | 2022-01-10 | overdue   | overdue                                      | 5.1      | yes
        amount<=100     | 99.5       | open  | 2021-05-03 | onTrack   | onTrack                                      | 99.5     | yes
        amount<=100     | 100.5      | final | 2022-01-10 | overdue   | overdue                                      | 100.5    | yes
        count>10        | 11         | open  | 2021-05-03 | onTrack   | onTrack                                      | 11       | yes
        count>10        | 10         | open  | 2021-05-03 | -         | notStarted onTrack atRisk behind             | 10       | yes
        count>10        | 10         | final | 2022-01-10 | overdue   | overdue                                      | 10       | yes
        percentage<5    | 4.9        | final | 2022-01-10 | completed | completed                                    | 4.9      | yes
        percentage<5    | 5          | open  | 2021-05-03 | -         | notStarted onTrack atRisk behind             | 5        | yes
        >=10 by June    | 10         | open  | 2021-06-30 | onTrack   | onTrack                                      | 10       | yes
        >=10 by June    | 10         | open  | 2021-07-01 | completed | completed                                    | 10       | yes
        >=10 by June    | 9          | open  | 2021-06-30 | -         | notStarted onTrack atRisk behind             | 9        | yes
        >=10 by June    | 9          | open  | 2021-07-01 | overdue   | overdue                                      | 9        | yes
        >=10 by 2024    | 10         | final | 2022-01-10 | onTrack   | onTrack                                      | 10       | yes
        >=10 by 2024    | 9          | final | 2022-01-10 | -         | notStarted onTrack atRisk behind             | 9        | yes
        from June       | nej        | open  | 2021-05-31 | notStarted | notStarted onTrack atRisk behind            | 0        | yes
        from June       | nej        | open  | 2021-06-01 | behind    | atRisk behind                                | 0        | yes
        from June       | ja         | open  | 2021-05-31 | onTrack   | onTrack                                      | 1        | yes
        from June       | ja         | final | 2022-01-10 | completed | completed                                    | 1        | yes
        milestone June  | 2021-05-02 | open  | 2021-05-03 | completed | completed                                    | 1        | yes
        milestone June  | 2021-09-01 | open  | 2021-10-03 | completed | completed                                    | 1        | yes
        milestone June  | nej        | open  | 2021-05-03 | -         | notStarted onTrack atRisk behind             | 0        | yes
        milestone June  | nej        | open  | 2021-06-30 | -         | notStarted onTrack atRisk behind             | 0        | yes
        milestone June  | nej        | open  | 2021-07-01 | overdue   | overdue                                      | 0        | yes
        milestone June  | nej        | final | 2022-01-10 | overdue   | overdue                                      | 0        | yes
        milestone       | nej        | open  | 2021-10-03 | -         | notStarted onTrack atRisk behind             | 0        | yes
        qualitative     | Det går    | open  | 2021-05-03 | -         | notStarted onTrack atRisk behind completed   | -        | yes
        qualitative     | Det gick   | final | 2022-01-10 | -         | notStarted onTrack atRisk behind completed   | -        | yes
        """;

    private static readonly string[] Statuses = ["notStarted", "onTrack", "atRisk", "behind", "overdue", "completed"];

    public static TheoryData<string, string, string, string, string, string, string, string> Cases()
    {
        var cases = new TheoryData<string, string, string, string, string, string, string, string>();
        foreach (var line in Table.Split('\n').Skip(1).Select(l => l.Split('|', StringSplitOptions.TrimEntries)))
        {
            var allowed = line[5].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            cases.Add(line[0], line[1], line[2], line[3], "-", line[4], line[6], line[7]);
            foreach (var assessment in Statuses)
            {
                var expected = allowed.Contains(assessment) ? assessment : "refused";
                cases.Add(line[0], line[1], line[2], line[3], assessment, expected, line[6], line[7]);
            }
        }

        return cases;
    }

    // 1,04 % is written as 1 %, and is more than 1 % all the same.
    [Theory]
    [InlineData(104, "number.missed")]
    [InlineData(100, "number.met")]
    [InlineData(96, "number.met")]
    public void A_target_is_met_by_the_share_itself_and_not_by_how_it_is_rounded(double numerator, string rule)
    {
        var answer = new Answer { Value = AnswerValue.Of(1) with { Ratio = new(numerator, 10_000) } };

        Assert.Equal(rule, StatusRule.For(Specs.Percentage.AtMost(1), answer, isFinalRound: false, new(2021, 5, 3)).Code);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Each_kind_and_answer_gives_its_status_value_and_place_in_the_roll_up(
        string kind, string answer, string round, string today, string assessment, string expected, string powerBI, string rollsUp)
    {
        var spec = Spec(kind);
        var day = Day(today);
        var isFinal = round == "final";
        var sent = new SubmittedAnswer { Value = Sent(answer), Assessment = StatusFacts.FromName(assessment) };
        List<FieldError> errors = [];

        var read = AnswerReader.Read(spec, sent, isFinal, day, errors);

        Assert.Equal(rollsUp == "yes", spec.RollsUp);
        if (expected == "refused")
        {
            Assert.Null(read);
            Assert.Equal(["assessment.contradicts at assessment"], errors.Select(e => $"{e.Code} at {e.Field}"));
            return;
        }

        Assert.NotNull(read);
        Assert.Empty(errors);
        Assert.Equal(expected, StatusRule.For(spec, read, isFinal, day).StatusOf(read)?.Name() ?? "-");
        Assert.Equal(powerBI, read.Whole?.ToDouble()?.ToString(CultureInfo.InvariantCulture) ?? "-");
    }

    [Theory]
    [InlineData("ja")]
    [InlineData("nej")]
    [InlineData("12")]
    [InlineData("Det går")]
    public void A_reference_takes_no_answer_and_is_not_counted(string answer)
    {
        var spec = Specs.Reference("2.1.3.i2");
        List<FieldError> errors = [];

        var read = AnswerReader.Read(spec, new() { Value = Sent(answer) }, isFinalRound: false, Day("2021-05-03"), errors);

        Assert.Null(read);
        Assert.False(spec.RollsUp);
        var error = Assert.Single(errors);
        Assert.Equal(("indicator.reference", "indicator"), (error.Code, error.Field));
        Assert.Contains("2.1.3.i2", error.Swedish, StringComparison.Ordinal);
        Assert.Contains("2.1.3.i2", error.English, StringComparison.Ordinal);
    }

    [Fact]
    public void The_table_has_a_line_for_every_kind_but_the_reference()
    {
        var kinds = Table.Split('\n').Skip(1).Select(l => Spec(l.Split('|', StringSplitOptions.TrimEntries)[0]).Kind).Distinct();

        Assert.Equal(Enum.GetValues<IndicatorKind>().Where(k => k != IndicatorKind.Reference), kinds.Order());
    }

    /// <summary>A status that doesn't follow from the value alone has to be kept; one that does would only be able to contradict it later.</summary>
    [Theory]
    [InlineData("deliverable", "ja", "completed", null)]
    [InlineData("continuing", "ja", "onTrack", null)]
    [InlineData("deliverable", "nej", "atRisk", Status.AtRisk)]
    [InlineData("continuing", "nej", "behind", Status.Behind)]
    [InlineData("count", "12", "onTrack", Status.OnTrack)]
    [InlineData("qualitative", "Klart", "completed", Status.Completed)]
    public void An_assessment_is_kept_where_the_value_leaves_it_open(string kind, string answer, string assessment, Status? kept)
    {
        var sent = new SubmittedAnswer { Value = Sent(answer), Assessment = StatusFacts.FromName(assessment) };

        var read = AnswerReader.Read(Spec(kind), sent, isFinalRound: false, Day("2021-05-03"), []);

        Assert.Equal(kept, read!.Assessment);
    }

    [Fact]
    public void A_milestone_assessed_before_its_date_turns_overdue_the_day_after_it()
    {
        var spec = Specs.Milestone(new(2021, 6, 30));
        var answer = new Answer { Value = AnswerValue.No, Assessment = Status.OnTrack };

        var before = StatusRule.For(spec, answer, isFinalRound: false, new(2021, 6, 30)).StatusOf(answer);
        var after = StatusRule.For(spec, answer, isFinalRound: false, new(2021, 7, 1)).StatusOf(answer);

        Assert.Equal(Status.OnTrack, before);
        Assert.Equal(Status.Overdue, after);
    }

    private static IndicatorSpec Spec(string kind) => kind switch
    {
        "deliverable" => Specs.Deliverable,
        "continuing" => Specs.Continuing,
        "count" => Specs.Count,
        "percentage" => Specs.Percentage,
        "amount" => Specs.Amount,
        "count>=10" => Specs.Count.AtLeast(10),
        "percentage<=5" => Specs.Percentage.AtMost(5),
        "amount<=100" => Specs.Amount.AtMost(100),
        "count>10" => Specs.Count.MoreThan(10),
        "percentage<5" => Specs.Percentage.LessThan(5),
        ">=10 by June" => Specs.Count.AtLeast(10).By(new(2021, 6, 30)),
        ">=10 by 2024" => Specs.Count.AtLeast(10).By(new(2024, 12, 31)),
        "from June" => Specs.Continuing.StartingOn(new(2021, 6, 1)),
        "milestone June" => Specs.Milestone(new(2021, 6, 30)),
        "milestone" => Specs.Milestone(due: null),
        "qualitative" => Specs.Qualitative,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind."),
    };

    private static SubmittedValue Sent(string answer) =>
        double.TryParse(answer, CultureInfo.InvariantCulture, out var number) ? SubmittedValue.Of(number) : SubmittedValue.Of(answer);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
