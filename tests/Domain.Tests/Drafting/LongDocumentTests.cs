using Hsvo.Domain.Drafting;

namespace Hsvo.Domain.Tests.Drafting;

/// <summary>What compares each heading with each line of a list is bounded by how many there may be, and says so.</summary>
public sealed class LongDocumentTests
{
    [Theory]
    [InlineData(PlanDrafting.MaxListed, 0, 0, 0, DraftingFault.None)]
    [InlineData(PlanDrafting.MaxListed + 1, 0, 0, 0, DraftingFault.TooLong)]
    [InlineData(20, PlanDrafting.MaxListed, 0, 0, DraftingFault.None)]
    [InlineData(20, PlanDrafting.MaxListed + 1, 0, 0, DraftingFault.TooLong)]
    [InlineData(20, 0, PlanDrafting.MaxListed, 0, DraftingFault.None)]
    [InlineData(20, 0, PlanDrafting.MaxListed + 1, 0, DraftingFault.TooLong)]
    [InlineData(20, 0, 0, PlanDrafting.MaxBlocks, DraftingFault.TooLong)]
    public void A_document_with_more_than_any_plan_is_refused_before_anything_is_compared(int headings, int listed, int operations, int paragraphs, DraftingFault expected)
    {
        TextBlock[] blocks =
        [
            new TextParagraph { Text = "Samverkan" },
            new TextParagraph { Text = "Mål:" },
            .. Enumerable.Range(0, listed).Select(i => new TextParagraph { Text = $"Det finns ett mål {i}", IsListItem = true }),
            .. Enumerable.Range(0, paragraphs).Select(i => new TextParagraph { Text = $"Stycke {i}" }),
            new TextParagraph { Text = "2 Samverkan", Level = 1 },
            .. Enumerable.Range(1, headings - 2).Select(i => new TextParagraph { Text = $"Det finns ett mål {i}", Label = $"2.{i}", Level = 2 }),
            Table,
            new TextParagraph { Text = "3 Samverkan i ordinarie drift", Level = 1 },
            .. Enumerable.Range(0, operations).Select(i => new TextParagraph { Text = $"Verksamhet {i}" }),
        ];

        var draft = PlanDrafting.Read(new(blocks), new("uppsala", null, 2031, null, ""), out var fault);

        Assert.Equal((expected, expected == DraftingFault.None), (fault, draft is not null));
    }

    private static TextTable Table => new([Row("Prioriterat område", "Aktiviteter", "Indikatorer", "Ansvar"), Row("Äldre", "Ta fram", "Planen finns", "TL")]);

    private static TextRow Row(params string[] cells) => new([.. cells.Select((c, i) => new TextCell(i, 1, false, [new TextParagraph { Text = c }]))]);
}
