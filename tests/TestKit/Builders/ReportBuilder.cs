using Hsvo.Domain.Reports;
using Hsvo.Domain.Statuses;

namespace Hsvo.TestKit.Builders;

/// <summary>A report as it is stored; "ja" in round 2021-05, reported the 3rd of May 2021, until told otherwise.</summary>
public sealed class ReportBuilder
{
    private readonly string _indicator;
    private readonly string _department;
    private string _round = "2021-05";
    private Answer _answer = new() { Value = AnswerValue.Yes };
    private string? _reason;
    private DateTimeOffset _firstReportedAt = new(2021, 5, 3, 8, 0, 0, TimeSpan.Zero);
    private bool _isExample;

    private ReportBuilder(string indicator, string department) => (_indicator, _department) = (indicator, department);

    public static ReportBuilder AReport(string indicator, string department) => new(indicator, department);

    public static implicit operator Report(ReportBuilder builder) => builder.Build();

    public ReportBuilder In(string round)
    {
        _round = round;
        return this;
    }

    public ReportBuilder Saying(AnswerValue value) => Saying(new Answer { Value = value });

    public ReportBuilder Saying(Answer answer)
    {
        _answer = answer;
        return this;
    }

    public ReportBuilder Assessed(Status status) => Saying(_answer with { Assessment = status });

    public ReportBuilder NotApplicable(string reason = "Vi har ingen sådan verksamhet.")
    {
        _reason = reason;
        return Saying(new Answer { NotApplicable = true });
    }

    /// <summary>When the cell's first revision was stored.</summary>
    public ReportBuilder At(DateTimeOffset instant)
    {
        _firstReportedAt = instant;
        return this;
    }

    public ReportBuilder AsExample()
    {
        _isExample = true;
        return this;
    }

    public Report Build() => new()
    {
        Key = new(_round, _indicator, _department),
        Revision = 1,
        Answer = _answer,
        Reason = _reason,
        Reporter = "00000000-0000-0000-0000-000000000001",
        Submission = "submission-1",
        ReportedAt = _firstReportedAt,
        FirstReportedAt = _firstReportedAt,
        Door = Door.Api,
        IsExample = _isExample,
    };
}
