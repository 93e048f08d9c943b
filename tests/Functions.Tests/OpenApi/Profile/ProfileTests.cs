
namespace Hsvo.Functions.Tests.OpenApi.Profile;

/// <summary>
/// The contract keeps DIGG's national REST API profile: the rules of its checker's 1.1.0 that an OpenAPI document can show, and those that came after.
/// </summary>
public sealed class ProfileTests
{
    // What ought to hold and doesn't, with the reason.
    private static readonly Dictionary<(string Rule, string Place), string> Exceptions = new()
    {
        [("AME.04", "schemas/PlanSourceDocument/sha256")] = "The name of the algorithm; a digit is the rule's only objection.",
        [("AME.04", "schemas/ProposalSourceDocument/sha256")] = "The same.",
        [("AME.04", "schemas/SummaryFileDocument/sha256")] = "The same.",
        [("AME.04", "schemas/AuditFileDocument/sha256")] = "The same.",
        [("AME.01", "POST /plan-drafts body")] = "The plan is a Word document: that is what is read.",
        [("AME.02", "POST /plan-drafts")] = "The same.",
        [("ARQ.01", "POST /plan-drafts")] = "The same.",
        [("DOK.18", "POST /plan-drafts body")] = "The same.",
        [("FNS.05", "GET /burden plan")] = "Of which plan can't be guessed: any default would be the answer to another question.",
        [("FNS.05", "GET /drafts plan")] = "The same.",
        [("FNS.05", "GET /reports plan")] = "The same.",
        [("FNS.05", "GET /status plan")] = "The same.",
    };

    public static TheoryData<string> Rules => [.. ProfileRule.All.Select(r => r.ToString())];

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_contract_keeps_it(string rule)
    {
        var checkedRule = RuleOf(rule);

        var faults = checkedRule.Faults(Published.Contract).Distinct().Order(StringComparer.Ordinal);

        var excepted = Exceptions.Keys.Where(e => e.Rule == checkedRule.Id && checkedRule.Binding == Binding.Bor).Select(e => e.Place).Order(StringComparer.Ordinal);
        Assert.True(faults.SequenceEqual(excepted), $"{rule}, {checkedRule.Says}: {string.Join("; ", faults)}");
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_document_that_breaks_it_is_found_out(string rule)
    {
        var broken = GoodDocument.New();
        RuleOf(rule).Break(broken);

        Assert.NotEmpty(RuleOf(rule).Faults(new(broken)));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_document_that_keeps_it_is_let_be(string rule) => Assert.Empty(RuleOf(rule).Faults(new(GoodDocument.New())));

    [Fact]
    public void All_the_profiles_rules_are_here()
    {
        string[] ids =
        [
            "AME.01", "AME.02", "AME.04", "AME.05", "AME.07", "ARQ.01", "ARQ.03", "ARQ.05", "DOK.01", "DOK.03", "DOK.06", "DOK.07", "DOK.08", "DOK.09", "DOK.11", "DOK.15", "DOK.17",
            "DOK.19", "DOK.20", "DOT.02", "DOT.04", "FEL.01", "FEL.02", "FNS.01", "FNS.03", "FNS.05", "FNS.06", "FNS.07", "FNS.08", "FNS.09", "FOR.02", "SAK.01", "SAK.09", "SAK.10",
            "SAK.15", "SAK.16", "SAK.18", "UFN.01", "UFN.02", "UFN.05", "UFN.07", "UFN.08", "UFN.09", "VER.05", "VER.06",
        ];
        string[] newer = ["DOK.18", "DOK.21", "MOG.01", "MOG.02", "RES.02", "RES.06", "SAK.11", "SPA.02", "SPA.04"];

        Assert.Equal(45, ids.Length);
        Assert.Equal(ids.Concat(newer).Order(StringComparer.Ordinal), ProfileRule.All.Select(r => r.Id).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_exception_is_still_needed() => Assert.All(
        Exceptions.Keys, e => Assert.Contains(e.Place, ProfileRule.All.Where(r => r.Id == e.Rule).SelectMany(r => r.Faults(Published.Contract))));

    private static ProfileRule RuleOf(string name) => ProfileRule.All.Single(r => r.ToString() == name);
}
