using Microsoft.OData.Edm;

namespace Hsvo.OData;

/// <summary>Power BI's scorecards as an entity data model: just what its query options are checked against.</summary>
public static class ScorecardModel
{
    private static readonly EdmModel Model = new();
    private static readonly EdmEntityType GoalValueType = Add("GoalValue", "timestamp");
    private static readonly EdmEntityType AggregationType = Add("GoalAggregation", "id");
    private static readonly EdmEntityType GoalType = Add("Goal", "id", ("goalValues", GoalValueType), ("aggregations", AggregationType));
    private static readonly EdmEntityType ScorecardType = Add("Scorecard", "id", ("goals", GoalType));

    /// <summary>A scorecard: expands goals.</summary>
    public static QueryableType Scorecard { get; } = new(Model, ScorecardType);

    /// <summary>A goal: expands goalValues and aggregations.</summary>
    public static QueryableType Goal { get; } = new(Model, GoalType);

    private static EdmEntityType Add(string name, string key, params ReadOnlySpan<(string Name, EdmEntityType Target)> navigations)
    {
        var type = Model.AddEntityType("Microsoft.PowerBI.ServiceContracts.Api", name);
        type.AddKeys(type.AddStructuralProperty(key, EdmPrimitiveTypeKind.String, isNullable: false));
        foreach (var (property, target) in navigations)
        {
            type.AddUnidirectionalNavigation(new() { Name = property, Target = target, TargetMultiplicity = EdmMultiplicity.Many, ContainsTarget = true });
        }

        return type;
    }
}

/// <summary>A type that query options can be asked of.</summary>
public sealed class QueryableType
{
    internal QueryableType(IEdmModel model, IEdmEntityType type) => (Model, Type) = (model, type);

    internal IEdmModel Model { get; }

    internal IEdmEntityType Type { get; }
}
