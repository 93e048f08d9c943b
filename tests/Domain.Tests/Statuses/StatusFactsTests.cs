using Hsvo.Domain.Statuses;

namespace Hsvo.Domain.Tests.Statuses;

public sealed class StatusFactsTests
{
    [Theory]
    [InlineData(0, "notStarted", "Ej påbörjad")]
    [InlineData(1, "onTrack", "Enligt plan")]
    [InlineData(2, "atRisk", "I riskzonen")]
    [InlineData(3, "behind", "Efter plan")]
    [InlineData(4, "overdue", "Försenad")]
    [InlineData(5, "completed", "Klar")]
    public void Each_status_has_Power_BIs_id_and_its_names(int id, string name, string swedish)
    {
        var status = (Status)id;

        Assert.Equal(name, status.Name());
        Assert.Equal(swedish, status.Swedish());
        Assert.Equal(status, StatusFacts.FromName(name));
    }

    [Theory]
    [InlineData("")]
    [InlineData("OnTrack")]
    [InlineData("1")]
    [InlineData("missing")]
    public void No_other_text_is_a_status(string name) => Assert.Null(StatusFacts.FromName(name));

    [Fact]
    public void Badness_goes_from_completed_to_overdue()
    {
        Status[] byBadness = [.. Enum.GetValues<Status>().OrderBy(s => s.Badness())];

        Assert.Equal([Status.Completed, Status.OnTrack, Status.NotStarted, Status.AtRisk, Status.Behind, Status.Overdue], byBadness);
    }

    [Fact]
    public void A_number_that_is_no_status_is_an_error()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ((Status)6).Name());
        Assert.Throws<ArgumentOutOfRangeException>(() => ((Status)6).Swedish());
        Assert.Throws<ArgumentOutOfRangeException>(() => ((Status)6).Badness());
        Assert.Throws<ArgumentOutOfRangeException>(() => ((ReportingStatus)7).Name());
        Assert.Throws<ArgumentOutOfRangeException>(() => ((ReportingStatus)7).Swedish());
    }

    [Theory]
    [InlineData(ReportingStatus.NotDue, "notDue", "Inget svar väntas")]
    [InlineData(ReportingStatus.Due, "due", "Svar väntas")]
    [InlineData(ReportingStatus.Reported, "reported", "Besvarad")]
    [InlineData(ReportingStatus.Late, "late", "Besvarad för sent")]
    [InlineData(ReportingStatus.Missing, "missing", "Svar saknas")]
    [InlineData(ReportingStatus.NotApplicable, "notApplicable", "Berör inte")]
    [InlineData(ReportingStatus.Suppressed, "suppressed", "Visas inte (få personer)")]
    public void Each_reporting_status_has_its_names(ReportingStatus status, string name, string swedish)
    {
        Assert.Equal(name, status.Name());
        Assert.Equal(swedish, status.Swedish());
    }
}
