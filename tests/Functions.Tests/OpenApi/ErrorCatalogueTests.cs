using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using Hsvo.Functions.Http.Api.OpenApi;

namespace Hsvo.Functions.Tests.OpenApi;

/// <summary>The error codes that the code uses are the catalogue's.</summary>
public sealed partial class ErrorCatalogueTests
{
    private static readonly string[] Assemblies = ["Hsvo.Domain", "Hsvo.UseCases", "Hsvo.Storage", "Hsvo.OData", "Hsvo.Functions"];

    // Texts of the same form that are no errors: lines of the table of kinds, findings of a plan's health, a meeting's warning, files, OData's own names, telemetry's.
    private static readonly HashSet<string> OtherNames =
    [
        "answer.outdated", "continuing.before", "continuing.no", "continuing.yes", "continuing.yes.final", "deliverable.no", "deliverable.no.final", "deliverable.yes",
        "milestone.before", "milestone.passed", "milestone.reached", "number.met", "number.met.date", "number.met.final", "number.missed", "number.missed.date",
        "number.missed.final", "number.noTarget",
        "activity.noIndicator", "department.nameAssumed", "focusArea.noGoal", "goal.noTable", "indicator.compound", "indicator.conditional", "indicator.noDate",
        "indicator.noTarget", "indicator.noUnit", "indicator.unitAssumed", "plan.conditional", "priorityArea.empty", "reference.nowhere", "responsibility.assumed",
        "row.noResponsible", "row.nobodyOwes", "row.responsibleAssumed", "seeAlso.nowhere", "month.undated",
        "receiver.test", "sammanstallning.docx", "sammanstallning.html", "sammanstallning.json", "hsvo.pbids",
        "odata.maxpagesize", "odata.metadata",
        "error.type", "faas.name", "faas.trigger", "hsvo.door", "hsvo.edition", "hsvo.error.code", "hsvo.feed.build.duration", "hsvo.operation", "hsvo.papers.compiled",
        "hsvo.plan.read.duration", "hsvo.reports.accepted", "hsvo.request.id", "hsvo.result", "hsvo.storage.answer", "hsvo.storage.retries", "http.request.method",
        "http.route", "server.address",
        "utkast.json",
        "document.xml", "styles.xml", "vbaProject.bin", "workbook.xml",
        "sparat.csv", "sparat.json", "nekat.csv", "nekat.json", "hsvo.requests.refused",
        "answers.dueSoon", "answers.overdue", "paper.sealed", "lage.csv", "lage.json", "beslut.json", "logg.json", "logg.csv", "logg.jsonl",
    ];

    [Fact]
    public void Every_code_that_the_code_uses_is_in_the_catalogue()
    {
        var used = Assemblies.SelectMany(LiteralsOf).Where(t => Code().IsMatch(t)).Except(OtherNames);

        var missing = used.Except(ErrorCatalogue.All.Select(e => e.Code)).Order(StringComparer.Ordinal).ToList();

        Assert.True(missing.Count == 0, $"Add to {nameof(ErrorCatalogue)}, in Swedish and English: {string.Join(", ", missing)}. (If one is no error code: to {nameof(OtherNames)}.)");
    }

    [Fact]
    public void Every_code_in_the_catalogue_is_used()
    {
        // These are put together from a word and ".unknown" (ReportPlaces).
        string[] composed = ["plan.unknown", "round.unknown", "indicator.unknown", "department.unknown"];
        var used = Assemblies.SelectMany(a => LiteralsOf(a, besides: typeof(ErrorCatalogue))).ToHashSet();

        Assert.Equal([], ErrorCatalogue.All.Select(e => e.Code).Except(composed).Where(c => !used.Contains(c)));
    }

    [Fact]
    public void Codes_stand_once_and_in_order_and_in_both_languages()
    {
        string[] codes = [.. ErrorCatalogue.All.Select(e => e.Code)];

        Assert.Equal(codes.Order(StringComparer.Ordinal).Distinct(), codes);
        Assert.All(ErrorCatalogue.All, e => Assert.NotEqual(e.Swedish, e.English));
    }

    // They are shown on pages too, where who answers is an enhet. A field of the API is called what it is called.
    [Fact]
    public void Failures_speak_of_units_as_the_pages_do()
    {
        string[] ofFields = ["skicka department eller board", "send department or board"];
        var said = LiteralsOf("Hsvo.UseCases").Where(t => t.Contains(' ', StringComparison.Ordinal)).Concat(ErrorCatalogue.All.SelectMany(e => new[] { e.Swedish, e.English }));

        Assert.Equal([], said.Where(t => DocumentsWord().IsMatch(t) && !ofFields.Any(f => t.Contains(f, StringComparison.Ordinal))));
    }

    [Fact]
    public void The_contract_tells_them() => Assert.Equal(
        ErrorCatalogue.All.Select(e => e.Code), Published.Contract.Info["x-errors"]!.AsArray().Select(e => e!["code"]!.GetValue<string>()));

    private static IEnumerable<string> LiteralsOf(string assembly) => LiteralsOf(assembly, besides: null);

    // The points of a plan's loading report have codes of their own, which refuse nothing.
    private static readonly string[] LoadingReports = ["Hsvo.Domain.Drafting", "Hsvo.Domain.Drafting.Settling"];

    // Every text that the methods of an assembly load: what the compiler wrote is what is used, wherever it stood in the source.
    private static HashSet<string> LiteralsOf(string assembly, Type? besides)
    {
        const byte LoadString = 0x72;
        using var file = new PEReader(File.OpenRead(Assembly.Load(assembly).Location));
        var metadata = file.GetMetadataReader();
        var texts = new HashSet<string>(StringComparer.Ordinal);
        foreach (var type in metadata.TypeDefinitions.Select(metadata.GetTypeDefinition).Where(t => metadata.GetString(t.Name) != besides?.Name && !LoadingReports.Contains(metadata.GetString(t.Namespace))))
        {
            foreach (var method in type.GetMethods().Select(metadata.GetMethodDefinition).Where(m => m.RelativeVirtualAddress != 0))
            {
                var code = file.GetMethodBody(method.RelativeVirtualAddress).GetILBytes() ?? [];
                for (var i = 0; i + 5 <= code.Length; i++)
                {
                    // A byte that only looks like the instruction makes a token of no text, as a rule; one more text does no harm.
                    if (code[i] == LoadString && code[i + 4] == 0x70 && TextAt(metadata, BitConverter.ToInt32(code, i + 1) & 0xFFFFFF) is { } text)
                    {
                        texts.Add(text);
                    }
                }
            }
        }

        return texts;
    }

    private static string? TextAt(MetadataReader metadata, int offset)
    {
        if (offset <= 0 || offset >= metadata.GetHeapSize(HeapIndex.UserString))
        {
            return null;
        }

        try
        {
            return metadata.GetUserString(MetadataTokens.UserStringHandle(offset));
        }
        catch (BadImageFormatException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"^[a-z][A-Za-z]*(\.[a-z][A-Za-z0-9]*)+$")]
    private static partial Regex Code();

    [GeneratedRegex(@"\bdepartments?\b|förvaltning")]
    private static partial Regex DocumentsWord();
}
