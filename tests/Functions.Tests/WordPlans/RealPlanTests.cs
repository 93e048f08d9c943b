using Hsvo.Domain.Drafting;
using Hsvo.Domain.Plans;
using Hsvo.Functions.WordPlans;
using Hsvo.LocalHost.Azurite;
using Hsvo.Plans;

namespace Hsvo.Functions.Tests.WordPlans;

/// <summary>
/// The plans for 2021 and 2019 as Word documents come out as src/Plans has them, but for what the loading report names. What stands here as different is
/// all that is: what a human settled when the plans were read by hand, and no rule can know.
/// </summary>
public sealed class RealPlanTests
{
    // Of the tables: which activity two project rows mean, which rows have parts, one colon, and threads whose words changed.
    private static readonly string[] Of2021 =
    [
        "plan Title", "plan Source", "plan Rounds", "plan Bodies", "plan OrdinaryOperations", "plan Threads",
        "2.1.1.i4 ParentId", "2.1.3.i1 Indicator", "2.1.3.a4 Threads", "2.1.3.i4 Indicator", "2.2.1.i1 ParentId", "2.2.1.i2 ParentId",
        "2.2.3.p2 Threads", "2.2.3.i3 Indicator", "2.2.3.p5 Threads", "2.2.3.i6 Indicator",
        "2.3.1.i2 Indicator", "2.3.1.a3 Text", "2.3.1.i3 Indicator", "2.3.1.i7 Indicator", "2.3.5.i1 Indicator", "2.3.5.i2 Indicator",
    ];

    // Of the tables: "Representanter i respektive ledningsgrupp NSU", and a sentence about who does what.
    private static readonly string[] Of2019 =
    [
        "plan Title", "plan Adopted", "plan AdoptedQuote", "plan Source", "plan Bodies",
        "3.1.p1 Responsible", "3.1.i1 Responsible", "3.1.i2 Responsible", "3.1.p2 Responsible", "3.1.i3 Responsible", "3.1.p3 Responsible", "3.1.i4 Responsible",
        "3.1.p4 Responsible", "3.1.i5 Responsible", "5.2.p4 Responsible", "5.2.i5 Responsible",
    ];

    // Without rules, two activities beside three indicators tell nothing of which belongs to which.
    private static readonly string[] WithoutRules = ["3.4.i1 ParentId", "3.4.i2 ParentId", "3.4.i3 ParentId"];

    [Theory]
    [InlineData(TableLayout.MergedCells, true)]
    [InlineData(TableLayout.MergedCells, false)]
    [InlineData(TableLayout.EmptyCells, true)]
    [InlineData(TableLayout.Lists, true)]
    [InlineData(TableLayout.CutTables, true)]
    [InlineData(TableLayout.Rules, true)]
    public void The_plan_for_2021_comes_out_equal_but_for_what_the_report_names(TableLayout layout, bool numbersAreTyped)
    {
        var draft = Read(Documents.Of2021(layout, numbersAreTyped), new("uppsala", "hsvo-2021", null, PlanLibrary.Nsu2019, Sha256));

        // Between rules an indicator stands beside its activity; by the cells alone it belongs to all three.
        Check(draft, PlanLibrary.Hsvo2021, layout == TableLayout.Rules ? [.. Of2021, "2.2.3.i6 ParentId"] : Of2021);
    }

    [Theory]
    [InlineData(TableLayout.MergedCells)]
    [InlineData(TableLayout.EmptyCells)]
    [InlineData(TableLayout.Lists)]
    [InlineData(TableLayout.CutTables)]
    [InlineData(TableLayout.Rules)]
    public void The_plan_for_2019_comes_out_equal_but_for_what_the_report_names(TableLayout layout)
    {
        var draft = Read(Documents.Of2019(layout), new("uppsala", "nsu-2019", null, PlanLibrary.Nsu2019, Sha256));

        Check(draft, PlanLibrary.Nsu2019, layout == TableLayout.Rules ? Of2019 : [.. Of2019, .. WithoutRules]);
    }

    [Fact]
    public void The_plan_for_2021_read_again_keeps_its_organisation_and_threads()
    {
        var draft = Read(Documents.Of2021(TableLayout.MergedCells, true), new("uppsala", "hsvo-2021", null, PlanLibrary.Hsvo2021, Sha256));

        Check(draft, PlanLibrary.Hsvo2021, [.. Of2021.Except(["plan Rounds", "plan Bodies", "plan OrdinaryOperations", "plan Threads"]).Where(d => !d.EndsWith("Threads", StringComparison.Ordinal))]);
    }

    [Fact]
    public void A_document_that_LibreOffice_has_saved_reads_the_same()
    {
        Check(Read(Saved("libreoffice-2021.docx"), new("uppsala", "hsvo-2021", null, PlanLibrary.Nsu2019, Sha256)), PlanLibrary.Hsvo2021, Of2021);
        Check(Read(Saved("libreoffice-2019.docx"), new("uppsala", "nsu-2019", null, PlanLibrary.Nsu2019, Sha256)), PlanLibrary.Nsu2019, Of2019);
    }

    [Fact]
    public void Any_plan_may_be_the_one_before() => Assert.All(
        PlanLibrary.All, p => Assert.NotEmpty(Read(Documents.Of2021(TableLayout.Lists, true), new("uppsala", "prov-2030", 2030, p, Sha256)).Plan.Nodes));

    private static byte[] Saved(string name) => File.ReadAllBytes(Path.Combine(RepositoryFolder.Root, "tests", "Functions.Tests", "WordPlans", "Saved", name));

    private static string Sha256 => new('0', 64);

    private static void Check(DraftedPlan draft, Plan plan, IReadOnlyList<string> expected)
    {
        var differences = PlanDifferences.Between(draft.Plan, plan);

        string[] wrong = [.. differences.Except(expected).Select(d => $"+ {d}"), .. expected.Except(differences).Select(d => $"- {d}")];
        Assert.True(wrong.Length == 0, string.Join("\n", wrong));
        Assert.Empty(PlanDifferences.Untold(differences, plan, draft.Points));
        Assert.Empty(PlanRules.FaultsOf(draft.Plan));
    }

    private static DraftedPlan Read(byte[] file, DraftingContext context)
    {
        Assert.True(WordReader.Read(file).Succeeded(out var document, out _));
        var draft = PlanDrafting.Read(document, context, out var fault);
        Assert.Equal(DraftingFault.None, fault);
        return draft!;
    }
}
