using Hsvo.Contracts.OData;
using Hsvo.Functions.Http.OData;
using Hsvo.Functions.Mapping.OData;
using Hsvo.OData;

namespace Hsvo.Functions.Tests.OData;

/// <summary>What a filter on the facts says of their keys.</summary>
public sealed class ReportFilterTests
{
    [Theory]
    [InlineData("planId eq 'a-2021'", "a-2021", null, null, null)]
    [InlineData("'a-2021' eq planId and roundId eq '2021-05'", "a-2021", "2021-05", null, null)]
    [InlineData("roundKey eq 'a-2021_2021-05'", "a-2021", "2021-05", null, null)]
    [InlineData("roundKey in ('a-2021_2021-05','b-2021_2021-10')", "a-2021 b-2021", "2021-05 2021-10", null, null)]
    [InlineData("indicatorKey eq 'a-2021_1.1.i1' and departmentId eq 'amn'", "a-2021", null, "1.1.i1", "amn")]
    [InlineData("nodeId eq '1.1.i1' and value gt 3", null, null, "1.1.i1", null)]
    [InlineData("departmentId eq 'amn' or departmentId eq 'osn'", null, null, null, "amn osn")]
    [InlineData("cellKey eq 'a-2021_2021-05_1.1.i1_amn'", "a-2021", "2021-05", "1.1.i1", "amn")]
    [InlineData("reportKey eq 'a-2021_2021-05_1.1.i1_amn_000002'", "a-2021", "2021-05", "1.1.i1", "amn")]
    [InlineData("planId eq 'a-2021' and roundKey eq 'b-2021_2021-05'", "", "2021-05", null, null)]
    [InlineData("roundKey eq 'none'", "", "", null, null)]
    [InlineData("planId eq 'a-2021' or value eq 1", null, null, null, null)]
    [InlineData("not (planId eq 'a-2021')", null, null, null, null)]
    [InlineData("tolower(planId) eq 'a-2021'", null, null, null, null)]
    [InlineData("comment eq 'x'", null, null, null, null)]
    public void Equalities_that_must_hold_limit_the_keys(string text, string? plans, string? rounds, string? indicators, string? departments)
    {
        Assert.True(QueryOptions.TryParse(FeedSchema.ReportSet, [new("$filter", text)], QuerySettings.Collection, out Query<FeedRow<ReportRow>>? query, out var error), error?.English);

        var filter = ReportFilter.Of(query);

        Assert.Equal(new[] { plans, rounds, indicators, departments }, new[] { filter.Plans, filter.Rounds, filter.Indicators, filter.Departments }.Select(Joined));
    }

    private static string? Joined(IReadOnlySet<string>? ids) => ids is null ? null : string.Join(' ', ids.Order(StringComparer.Ordinal));
}
