using Hsvo.Domain.Meetings;
using Hsvo.Domain.Summaries;

namespace Hsvo.Domain.Tests.Summaries;

/// <summary>"Samrådet möts tre gånger per år (januari, maj och oktober). Under majmötet sker … prioriteringar inför kommande verksamhetsår."</summary>
public sealed class PreparationsTests
{
    [Theory]
    [InlineData("2021-01-20", Preparation.None)]
    [InlineData("2021-02-10", Preparation.None)]
    [InlineData("2021-05-20", Preparation.Priorities)]
    [InlineData("2021-06-03", Preparation.Priorities)]
    [InlineData("2021-10-21", Preparation.Adoption)]
    [InlineData("2021-11-04", Preparation.Adoption)]
    [InlineData("2021-12-15", Preparation.None)]
    public void An_ordinary_meeting_prepares_what_its_nearest_ordinary_month_does(string date, Preparation expected)
    {
        Assert.Equal(expected, Preparations.Of(On(date, MeetingKind.Ordinary)));
    }

    [Theory]
    [InlineData("2021-05-20")]
    [InlineData("2021-10-21")]
    public void An_extra_meeting_prepares_nothing(string date)
    {
        Assert.Equal(Preparation.None, Preparations.Of(On(date, MeetingKind.Extra)));
    }

    private static Meeting On(string date, MeetingKind kind) => new()
    {
        Id = "m",
        Area = "uppsala",
        Date = DateOnly.Parse(date, null),
        Kind = kind,
        Agenda = [new("hsvo-2021", "2021-05")],
    };
}
