using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Hsvo.Contracts.PowerBI;
using Hsvo.Functions.Mapping;
using Microsoft.OData.Edm;

namespace Hsvo.Functions.Tests.PowerBI;

/// <summary>What can be asked of Power BI's shapes is what they say.</summary>
public sealed class ModelTests
{
    // A list of settings, which no filter or order is about.
    private const string NothingToAsk = "columnSettings";

    public static TheoryData<Type> Types => [typeof(Group), typeof(Scorecard), typeof(Goal), typeof(GoalValue), typeof(GoalAggregation), typeof(GoalNote)];

    [Theory]
    [MemberData(nameof(Types))]
    public void Every_property_that_an_answer_has_can_be_asked_for_and_no_other(Type shape)
    {
        var type = PowerBIModel.Model.Edm.SchemaElements.OfType<IEdmEntityType>().Single(t => t.Name == shape.Name);

        var shown = shape.GetProperties().Select(p => p.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(p.Name))
            .Where(n => !n.Contains('@', StringComparison.Ordinal) && n != NothingToAsk);

        Assert.Equal(shown.Order(StringComparer.Ordinal), type.Properties().Select(p => p.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("groups", 0)]
    [InlineData("scorecards", 1)]
    [InlineData("goals", 2)]
    [InlineData("goalValues", 1)]
    public void What_is_below_is_contained_as_power_bis_addresses_say(string set, int below)
    {
        Assert.True(PowerBIModel.Model.TryFindSet(set, out var found));

        var navigations = PowerBIModel.Model.Edm.FindDeclaredEntitySet(found.Name).EntityType().NavigationProperties().ToList();
        Assert.Equal(below, navigations.Count);
        Assert.All(navigations, n => Assert.True(n.ContainsTarget));
    }
}
