using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Csdl;
using Microsoft.OData.Edm.Vocabularies;
using Microsoft.OData.Edm.Vocabularies.V1;

namespace Hsvo.OData;

/// <summary>What <c>$metadata</c> tells about a set: what its things are, in Swedish, and what can be asked of it (Org.OData.Capabilities.V1).</summary>
internal static class Annotations
{
    public static void Add(EdmModel model, EntitySet set)
    {
        Describe(model, set.EdmSet, set.Description);
        foreach (var property in set.Properties)
        {
            Describe(model, property.Edm, property.Description);
        }

        foreach (var navigation in set.Navigations)
        {
            Describe(model, navigation.Edm, navigation.Description);
        }

        Tell(model, set, "FilterRestrictions", Record(("Filterable", true)));
        Tell(model, set, "SortRestrictions", set.IsSortedByKeyAlone ? ByKeyAlone(set) : Record(("Sortable", true)));
        Tell(model, set, "ExpandRestrictions", new EdmRecordExpression(
            new EdmPropertyConstructor("Expandable", new EdmBooleanConstant(set.Navigations.Count > 0)),
            new EdmPropertyConstructor("MaxLevels", new EdmIntegerConstant(1))));
        Tell(model, set, "NavigationRestrictions", new EdmRecordExpression(new EdmPropertyConstructor("Navigability", Navigable(model))));
        Tell(model, set, "CountRestrictions", Record(("Countable", true)));
        Tell(model, set, "SearchRestrictions", Record(("Searchable", set.IsSearchable)));
        Tell(model, set, "TopSupported", new EdmBooleanConstant(true));
        Tell(model, set, "SkipSupported", new EdmBooleanConstant(true));
        Tell(model, set, "IndexableByKey", new EdmBooleanConstant(true));
        Tell(model, set, "ComputeSupported", new EdmBooleanConstant(false));
        Tell(model, set, "InsertRestrictions", Record(("Insertable", false)));
        Tell(model, set, "UpdateRestrictions", Record(("Updatable", false)));
        Tell(model, set, "DeleteRestrictions", Record(("Deletable", false)));
    }

    /// <summary>What holds of the whole feed: the language of its descriptions, and the functions that filters can use.</summary>
    public static void Add(EdmModel model, EdmEntityContainer container)
    {
        Describe(model, container, "Beskrivningarna är på svenska (sv). The descriptions are in Swedish (sv).");
        Annotate(model, new(container, TermOf(model, "BatchSupported"), new EdmBooleanConstant(false)));
        Annotate(model, new(container, TermOf(model, "CrossJoinSupported"), new EdmBooleanConstant(false)));
        Annotate(model, new(container, TermOf(model, "KeyAsSegmentSupported"), new EdmBooleanConstant(false)));
        Annotate(model, new(container, TermOf(model, "QuerySegmentSupported"), new EdmBooleanConstant(false)));
        Annotate(model, new(container, TermOf(model, "SupportedMetadataFormats"), Texts(["application/xml"])));
        Annotate(model, new(container, TermOf(model, "SupportedFormats"), Texts(["application/json;odata.metadata=minimal", "application/json;odata.metadata=none"])));
        Annotate(model, new(container, TermOf(model, "FilterFunctions"), Texts(FilterFunctions.Offered)));
    }

    private static EdmRecordExpression ByKeyAlone(EntitySet set) => new(
        new EdmPropertyConstructor("Sortable", new EdmBooleanConstant(true)),
        new EdmPropertyConstructor("AscendingOnlyProperties", Paths(set.Properties.Where(p => p.IsKey))),
        new EdmPropertyConstructor("NonSortableProperties", Paths(set.Properties.Where(p => !p.IsKey))));

    // Addresses follow navigations as far as they lead.
    private static EdmEnumMemberExpression Navigable(EdmModel model) =>
        new(((IEdmEnumType)model.FindType("Org.OData.Capabilities.V1.NavigationType")).Members.Single(m => m.Name == "Recursive"));

    private static EdmCollectionExpression Texts(IEnumerable<string> texts) => new(texts.Select(t => new EdmStringConstant(t)));

    private static EdmCollectionExpression Paths(IEnumerable<EntityProperty> properties) =>
        new(properties.Select(p => new EdmPropertyPathExpression(p.Name)));

    private static EdmRecordExpression Record((string Name, bool Value) property) =>
        new(new EdmPropertyConstructor(property.Name, new EdmBooleanConstant(property.Value)));

    private static void Describe(EdmModel model, IEdmVocabularyAnnotatable target, string text) =>
        Annotate(model, new(target, CoreVocabularyModel.DescriptionTerm, new EdmStringConstant(text)));

    private static void Tell(EdmModel model, EntitySet set, string term, IEdmExpression value) =>
        Annotate(model, new(set.EdmSet, TermOf(model, term), value));

    private static IEdmTerm TermOf(EdmModel model, string term) => model.FindTerm($"Org.OData.Capabilities.V1.{term}");

    private static void Annotate(EdmModel model, EdmVocabularyAnnotation annotation)
    {
        annotation.SetSerializationLocation(model, EdmVocabularyAnnotationSerializationLocation.Inline);
        model.AddVocabularyAnnotation(annotation);
    }
}
