using System.Security.Cryptography;
using System.Text;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Proposals;
using Hsvo.Plans.Files;

namespace Hsvo.Plans.Tests;

/// <summary>Arbetsmarknadsnämndens three groups are proposals for 2019, and no part of a plan.</summary>
public sealed class AmnProposals2019
{
    private const string File = "amn-2019-proposals";

    [Fact]
    public void Three_groups_are_proposed_in_their_own_words()
    {
        var text = SourceText.Parse(System.IO.File.ReadAllText(SourceDocument.PathOf(File)));
        var list = text.Text[text.Text.IndexOf("1. Personer", StringComparison.Ordinal)..text.Text.IndexOf(" För arbetsmarknadsnämndens vidkommande bedöms", StringComparison.Ordinal)];

        Assert.Equal(list, string.Join(' ', PlanLibrary.Proposals.Select((p, i) => $"{i + 1}. {p.Quote}")));
        Assert.All(PlanLibrary.Proposals, p => Assert.StartsWith(p.Text, p.Quote, StringComparison.Ordinal));
        Assert.All(PlanLibrary.Proposals, p => Assert.Equal(ProposalKind.Group, p.Kind));
    }

    [Fact]
    public void The_document_the_unit_and_the_day_are_known()
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(System.IO.File.ReadAllBytes(SourceDocument.PathOf(File))));

        Assert.Equal(["amn-2019.1", "amn-2019.2", "amn-2019.3"], PlanLibrary.Proposals.Select(p => p.Id));
        Assert.All(PlanLibrary.Proposals, p =>
        {
            Assert.Equal(("uppsala", 2019, new DateOnly(2018, 3, 26)), (p.Area, p.Year, p.ProposedAt));
            Assert.Equal(("amn", "Arbetsmarknadsförvaltningen", "Arbetsmarknadsnämnden"), (p.Department, p.DepartmentName, p.Board));
            Assert.Equal(("AMN-2018-0078", sha256), (p.Source!.Diarienummer, p.Source.Sha256));
        });
        Assert.Equal("Arbetsmarknadsförvaltningen", PlanLibrary.Hsvo2021.FindDepartment("amn")!.Name);
    }

    [Fact]
    public void Every_reading_of_the_document_is_with_each_proposal()
    {
        Assert.All(PlanLibrary.Proposals, p => Assert.Contains(p.Readings, r => r.Kind == ReadingKind.Kind));
        Assert.All(PlanLibrary.Proposals.Where(p => p.Threads.Count > 0), p => Assert.Contains(p.Readings, r => r.Kind == ReadingKind.Thread));
        Assert.All(PlanLibrary.Proposals.Where(p => p.Text != p.Quote), p => Assert.Contains(p.Readings, r => r.Text.StartsWith("Texten är gruppen", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("\"year\": 2019,", "", "year")]
    [InlineData("\"year\": 2019,", "\"year\": 2019, \"years\": 1,", "years")]
    [InlineData("\"id\": \"amn-2019.2\"", "\"id\": \"amn-2019.1\"", "proposal amn-2019.1 stands twice")]
    [InlineData("\"id\": \"amn-2019.2\"", "\"id\": \"AMN 2\"", "'AMN 2' is no id")]
    public void A_slip_in_the_file_is_refused(string written, string slip, string said)
    {
        using var reader = new StreamReader(PlanFiles.Open(File));
        var file = reader.ReadToEnd();
        Assert.Contains(written, file, StringComparison.Ordinal);
        using var broken = new MemoryStream(Encoding.UTF8.GetBytes(file.Replace(written, slip, StringComparison.Ordinal)));

        var refusal = Assert.Throws<InvalidDataException>(() => ProposalReader.Read("broken.json", broken));

        Assert.Contains(said, refusal.Message, StringComparison.Ordinal);
    }
}
