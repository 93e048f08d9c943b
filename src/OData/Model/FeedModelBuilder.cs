using Microsoft.OData.Edm;

namespace Hsvo.OData;

/// <summary>
/// Builds a <see cref="FeedModel"/> from typed rows: add the sets, then their properties and navigations, then <see cref="Build"/>.
/// </summary>
/// <param name="modelNamespace">The namespace of the types.</param>
/// <param name="containerName">The name of the entity container.</param>
public sealed class FeedModelBuilder(string modelNamespace, string containerName = "Container")
{
    private readonly List<EntitySet> _sets = [];

    /// <summary>Adds a set.</summary>
    /// <typeparam name="TRow">A row as the feed holds it; may refer to rows of other sets.</typeparam>
    /// <param name="name">The set's name, "Goals".</param>
    /// <param name="typeName">The entity type's name, "Goal".</param>
    /// <param name="description">What a row is, in Swedish.</param>
    public EntitySetBuilder<TRow> EntitySet<TRow>(string name, string typeName, string description)
        where TRow : class
    {
        var set = new EntitySet<TRow>(name, typeName, description);
        _sets.Add(set);
        return new(set);
    }

    /// <summary>Makes the model. Nothing can be added afterwards.</summary>
    public FeedModel Build()
    {
        var edm = new EdmModel();
        var container = new EdmEntityContainer(modelNamespace, containerName);
        foreach (var set in _sets)
        {
            set.Describe(edm, container, modelNamespace);
        }

        foreach (var set in _sets)
        {
            set.DescribeNavigations();
        }

        edm.AddElement(container);
        var model = new FeedModel(edm, [.. _sets]);
        foreach (var set in _sets)
        {
            set.Seal(model);
            Annotations.Add(edm, set);
        }

        Annotations.Add(edm, container);

        return model;
    }
}
