using Microsoft.OData.Edm;

namespace Hsvo.OData;

/// <summary>Power BI's scorecards as an entity data model: just what its query options are checked against.</summary>
public static class ScorecardModel
{
    private const string Namespace = "Microsoft.PowerBI.ServiceContracts.Api";

    private static readonly EdmModel Model = new();
    private static readonly EdmEntityType NoteType = Add("GoalNote", "id");
    private static readonly EdmEntityType GoalValueType = Add("GoalValue", "timestamp", ("notes", NoteType));
    private static readonly EdmEntityType AggregationType = Add("GoalAggregation", "id");
    private static readonly EdmEntityType GoalType = Add("Goal", "id", ("goalValues", GoalValueType), ("aggregations", AggregationType));
    private static readonly EdmEntityType ScorecardType = Add("Scorecard", "id", ("goals", GoalType));

    // The parser reads a $filter inside an $expand only for a type that stands in a set, and fails with an exception of its own where none does.
    private static readonly EdmEntityContainer Container = Model.AddEntityContainer(Namespace, "Container");

    /// <summary>A scorecard: expands goals.</summary>
    public static QueryableType Scorecard { get; } = new(Model, Container.AddEntitySet("scorecards", ScorecardType));

    /// <summary>A goal: expands goalValues, with their notes, and aggregations.</summary>
    public static QueryableType Goal { get; } = new(Model, Container.AddEntitySet("goals", GoalType));

    /// <summary>A check-in: expands notes.</summary>
    public static QueryableType GoalValue { get; } = new(Model, Container.AddEntitySet("goalValues", GoalValueType));

    private static EdmEntityType Add(string name, string key, params ReadOnlySpan<(string Name, EdmEntityType Target)> navigations)
    {
        var type = Model.AddEntityType(Namespace, name);
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
    internal QueryableType(IEdmModel model, IEdmEntitySet set) => (Model, Set) = (model, set);

    internal IEdmModel Model { get; }

    internal IEdmEntitySet Set { get; }
}
