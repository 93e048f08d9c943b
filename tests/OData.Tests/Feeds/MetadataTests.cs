using System.Text;
using System.Xml;
using System.Xml.Linq;
using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Csdl;
using Microsoft.OData.Edm.Validation;

namespace Hsvo.OData.Tests.Feeds;

public sealed class MetadataTests
{
    private static readonly XNamespace Edm = "http://docs.oasis-open.org/odata/ns/edm";
    private static readonly XNamespace Edmx = "http://docs.oasis-open.org/odata/ns/edmx";

    private static readonly XDocument Document = XDocument.Parse(Encoding.UTF8.GetString(SmallFeed.Model.Metadata.Span));

    [Fact]
    public void It_is_read_back_as_a_valid_model_with_every_set()
    {
        using var xml = XmlReader.Create(new MemoryStream(SmallFeed.Model.Metadata.ToArray()));

        Assert.True(CsdlReader.TryParse(xml, out var model, out var errors), string.Join('\n', errors));

        Assert.True(model.Validate(out errors), string.Join('\n', errors));
        Assert.Equal(["Shelves", "Books", "Loans"], model.EntityContainer.EntitySets().Select(s => s.Name));
        Assert.Equal(["BookId", "Number"], model.FindDeclaredEntitySet("Loans").EntityType().Key().Select(k => k.Name));
    }

    [Fact]
    public void It_is_of_version_4_and_begins_without_a_byte_order_mark()
    {
        Assert.Equal("4.0", Document.Root!.Attribute("Version")!.Value);
        Assert.Equal(Edmx + "Edmx", Document.Root.Name);
        Assert.Equal((byte)'<', SmallFeed.Model.Metadata.Span[0]);
    }

    [Fact]
    public void Properties_carry_only_the_facets_that_Power_Query_takes()
    {
        // "UnexpectedXmlAttribute": a facet that the type doesn't have. Scale is a decimal's own.
        Assert.All(Document.Descendants(Edm + "Property"), p =>
            Assert.Empty(p.Attributes().Select(a => a.Name.LocalName).Except(p.Attribute("Type")!.Value == "Edm.Decimal" ? ["Name", "Type", "Nullable", "Scale"] : ["Name", "Type", "Nullable"])));
    }

    [Fact]
    public void Every_key_is_there_and_never_null()
    {
        Assert.All(Document.Descendants(Edm + "EntityType"), type =>
        {
            var keys = type.Element(Edm + "Key")!.Elements().Select(k => k.Attribute("Name")!.Value).ToList();
            Assert.NotEmpty(keys);
            Assert.All(type.Elements(Edm + "Property").Where(p => keys.Contains(p.Attribute("Name")!.Value)), p => Assert.Equal("false", p.Attribute("Nullable")?.Value));
        });
    }

    [Fact]
    public void Everything_is_described_in_Swedish()
    {
        foreach (var name in new[] { "Property", "NavigationProperty", "EntitySet" })
        {
            Assert.All(Document.Descendants(Edm + name), e => Assert.Contains(e.Elements(Edm + "Annotation"), a => a.Attribute("Term")!.Value == "Org.OData.Core.V1.Description"));
        }

        Assert.Equal("Våningen", Document.Descendants(Edm + "Property").Single(p => p.Attribute("Name")!.Value == "Floor").Element(Edm + "Annotation")!.Attribute("String")!.Value);
    }

    [Theory]
    [InlineData("Shelves", "FilterRestrictions/Filterable", "true")]
    [InlineData("Books", "SearchRestrictions/Searchable", "true")]
    [InlineData("Loans", "SearchRestrictions/Searchable", "false")]
    [InlineData("Books", "SortRestrictions/Sortable", "true")]
    [InlineData("Loans", "SortRestrictions/AscendingOnlyProperties", "BookId Number")]
    [InlineData("Loans", "SortRestrictions/NonSortableProperties", "Borrower")]
    [InlineData("Books", "ExpandRestrictions/Expandable", "true")]
    [InlineData("Books", "ExpandRestrictions/MaxLevels", "1")]
    [InlineData("Books", "NavigationRestrictions/Navigability", "Org.OData.Capabilities.V1.NavigationType/Recursive")]
    [InlineData("Books", "ComputeSupported", "false")]
    [InlineData("Books", "CountRestrictions/Countable", "true")]
    [InlineData("Books", "TopSupported", "true")]
    [InlineData("Books", "SkipSupported", "true")]
    [InlineData("Books", "InsertRestrictions/Insertable", "false")]
    [InlineData("Books", "UpdateRestrictions/Updatable", "false")]
    [InlineData("Books", "DeleteRestrictions/Deletable", "false")]
    public void A_set_tells_what_can_be_asked_of_it(string set, string path, string expected)
    {
        var parts = path.Split('/');
        var annotation = Document.Descendants(Edm + "EntitySet").Single(s => s.Attribute("Name")!.Value == set)
            .Elements(Edm + "Annotation").Single(a => a.Attribute("Term")!.Value == $"Org.OData.Capabilities.V1.{parts[0]}");
        var value = parts.Length == 1 ? annotation : annotation.Descendants(Edm + "PropertyValue").Single(v => v.Attribute("Property")!.Value == parts[1]);

        Assert.Equal(expected, value.Attribute("Bool")?.Value ?? value.Attribute("Int")?.Value ?? value.Attribute("EnumMember")?.Value ?? value.Element(Edm + "EnumMember")?.Value ?? string.Join(' ', value.Descendants(Edm + "PropertyPath").Select(p => p.Value)));
    }

    [Fact]
    public void The_feed_tells_its_language_and_the_functions_of_filters()
    {
        var annotations = Document.Descendants(Edm + "EntityContainer").Single().Elements(Edm + "Annotation").ToDictionary(a => a.Attribute("Term")!.Value);
        string[] functions = [.. annotations["Org.OData.Capabilities.V1.FilterFunctions"].Descendants(Edm + "String").Select(f => f.Value)];

        Assert.Contains("(sv)", annotations["Org.OData.Core.V1.Description"].Attribute("String")!.Value, StringComparison.Ordinal);
        Assert.Superset(new HashSet<string> { "contains", "startswith", "endswith", "tolower", "toupper", "length", "year", "month", "day" }, functions.ToHashSet());
        Assert.DoesNotContain("now", functions);
    }

    [Fact]
    public void What_a_set_tells_is_true_of_how_it_answers()
    {
        EntitySet[] sets = [SmallFeed.Shelves, SmallFeed.Books, SmallFeed.Loans];
        foreach (var set in sets)
        {
            foreach (var property in SmallFeed.Model.Edm.EntityContainer.FindEntitySet(set.Name).EntityType().StructuralProperties())
            {
                var isSorted = QueryOptions.TryParse(set, [new("$orderby", property.Name)], QuerySettings.Collection, out _, out var error);
                var told = Annotated(set.Name, "SortRestrictions", "NonSortableProperties");
                var keyFirst = set.KeyNames.First() == property.Name;

                Assert.True(isSorted == (told.Length == 0 || keyFirst), property.Name);
                Assert.True(isSorted || error!.Kind == QueryErrorKind.NotSupported);
                Assert.True(!told.Contains(property.Name) || !isSorted);
            }

            Assert.Equal(
                Annotated(set.Name, "SearchRestrictions", "Searchable") is ["true"],
                QueryOptions.TryParse(set, [new("$search", "x")], QuerySettings.Collection, out _, out _));
        }
    }

    private static string[] Annotated(string set, string term, string property) =>
    [
        .. Document.Descendants(Edm + "EntitySet").Single(s => s.Attribute("Name")!.Value == set)
            .Elements(Edm + "Annotation").Single(a => a.Attribute("Term")!.Value == $"Org.OData.Capabilities.V1.{term}")
            .Descendants(Edm + "PropertyValue").Where(v => v.Attribute("Property")!.Value == property)
            .SelectMany(v => v.Attribute("Bool") is { } value ? [value.Value] : v.Descendants(Edm + "PropertyPath").Select(p => p.Value)),
    ];
}
