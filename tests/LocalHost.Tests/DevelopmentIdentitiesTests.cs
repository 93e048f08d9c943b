using Hsvo.Plans;
using Microsoft.Extensions.Configuration;

namespace Hsvo.LocalHost.Tests;

public sealed class DevelopmentIdentitiesTests
{
    [Fact]
    public void Everyone_is_someone_else_and_marked_as_an_example()
    {
        Assert.Equal(15, DevelopmentIdentities.All.Count);
        Assert.Equal(15, DevelopmentIdentities.All.Select(identity => identity.ObjectId).Distinct().Count());
        Assert.All(DevelopmentIdentities.All, identity => Assert.StartsWith("Exempel: ", identity.Name, StringComparison.Ordinal));
    }

    [Fact]
    public void Configuration_makes_each_reporter_answer_for_its_unit_and_the_coordinator_for_the_coordinating_office()
    {
        var reporters = new ConfigurationBuilder().AddInMemoryCollection(DevelopmentAuthority.Settings).Build().GetSection("Reporters");

        var departments = reporters.GetChildren().ToDictionary(child => child.Key, child => child["Department"]);

        Assert.Equal(13, departments.Count);
        Assert.Equal("ubn", departments["00000000000040008000000000000104"]);
        Assert.Equal("nvs", departments[Of("coordinator", null).ObjectId.ToString("N")]);
        Assert.Equal("nvs", departments[Of("reporter", "nvs").ObjectId.ToString("N")]);
        Assert.All(reporters.GetChildren(), child => Assert.Equal("true", child["Example"]));
    }

    [Fact]
    public void The_units_are_the_plans_under_the_plans_names_and_their_object_ids_never_change()
    {
        var reporters = DevelopmentIdentities.All.Where(identity => identity.Role == "reporter").ToList();

        var units = PlanLibrary.Hsvo2021.Departments.Concat(PlanLibrary.Lokussamordnare2018.Departments);
        Assert.Equal(units.Select(d => (d.Id, $"Exempel: {d.Name}")), reporters.Select(r => (r.Department!, r.Name)));
        Assert.Equal(
            [
                "amn 101", "osn 102", "scn 103", "ubn 104", "aln 105", "shs 106", "vs 107", "nvs 108",
                "uppsala-kommun 109", "arbetsformedlingen 110", "forsakringskassan 111", "region-uppsala 112",
            ],
            reporters.Select(r => $"{r.Department} {r.ObjectId.ToString()[^3..]}"));
    }

    [Fact]
    public void The_tenant_is_no_real_one()
    {
        var settings = DevelopmentAuthority.Settings.ToDictionary();

        Assert.EndsWith(".invalid/", settings["AzureAd:Instance"], StringComparison.Ordinal);
        Assert.StartsWith("00000000-0000-4000-8000-", settings["AzureAd:TenantId"], StringComparison.Ordinal);
    }

    private static DevelopmentIdentity Of(string role, string? department)
    {
        Assert.True(DevelopmentIdentities.TryFind(role, department, out var identity, out var problem), problem);
        return identity;
    }
}
