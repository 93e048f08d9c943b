using System.IO.Compression;
using System.Text;
using Hsvo.Domain.Drafting;
using Hsvo.Functions.WordPlans;
using Hsvo.TestKit.Builders;

namespace Hsvo.Functions.Tests.WordPlans;

/// <summary>Files that no plan is read from say why, and nothing of them is unfolded without bounds.</summary>
public sealed class WrongFileTests
{
    public static TheoryData<string, byte[]> Wrong => new()
    {
        { "document.notWord", [] },
        { "document.notWord", "Prioriterat område;Aktiviteter"u8.ToArray() },
        { "document.notWord", Archive(("mimetype", "application/vnd.oasis.opendocument.text"u8.ToArray())) },
        { "document.notWord", new WordBuilder { MainType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml" }.Build() },
        { "document.oldWord", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[504]] },
        { "document.encrypted", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[504], .. Encoding.Unicode.GetBytes("EncryptedPackage")] },
        { "document.macros", new WordBuilder { MainType = "application/vnd.ms-word.document.macroEnabled.main+xml" }.Build() },
        { "document.macros", With("word/vbaProject.bin", [1]) },
        { "document.damaged", "PK\u0003\u0004 och sedan något annat"u8.ToArray() },
        { "document.damaged", With("word/document.xml", "<w:document>"u8.ToArray()) },
        { "document.damaged", new WordBuilder { Declaration = "<!DOCTYPE w:document [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>" }.Text("&b;").Build() },
        { "document.damaged", new WordBuilder { Declaration = "<!DOCTYPE w:document SYSTEM \"http://127.0.0.1:9/plan.dtd\">" }.Build() },
        { "document.tooMuch", With("word/media/bild.bmp", new byte[8 * 1024 * 1024]) },
        { "document.tooMuch", With("word/document.xml", Encoding.ASCII.GetBytes($"<document><body>{new string(' ', 20 * 1024 * 1024)}</body></document>")) },
        { "document.tooMuch", With("word/document.xml", Encoding.ASCII.GetBytes($"<document><body>{string.Concat(Enumerable.Repeat("<p/>", 400_001))}</body></document>")) },
        { "document.tooMuch", With("word/document.xml", Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("<document>", 5_000)))) },
        { "document.tooMuch", Archive([.. Enumerable.Range(0, 2_001).Select(i => ($"{i}", Array.Empty<byte>()))]) },
    };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void A_file_that_is_no_plan_says_what_it_is(string code, byte[] file)
    {
        Assert.False(WordReader.Read(file).Succeeded(out _, out var failure));

        Assert.Equal(code, failure.Code);
        Assert.NotEqual(failure.Swedish, failure.English);
    }

    [Theory]
    [InlineData(DraftingFault.NoTables, false, false)]
    [InlineData(DraftingFault.NoTables, true, false)]
    [InlineData(DraftingFault.NoHeadings, false, true)]
    public void A_document_without_tables_or_headings_is_no_plan(DraftingFault expected, bool hasHeading, bool hasTable)
    {
        var word = new WordBuilder().Title("Något annat");
        if (hasHeading)
        {
            word.Heading(1, "1 Bakgrund");
        }

        WordCell[][] rows = [[new("Prioriterat område"), new("Aktiviteter 2022"), new("Indikatorer"), new("Ansvar")], [new("a"), new("b"), new("c"), new("d")]];
        word.Table(hasTable ? rows : [[new("Namn"), new("Telefon")]]);

        Assert.True(WordReader.Read(word.Build()).Succeeded(out var document, out _));
        Assert.Null(PlanDrafting.Read(document, new("uppsala", null, 2022, null, ""), out var fault));
        Assert.Equal(expected, fault);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("färdig")]
    [InlineData("genomförd")]
    [InlineData("tidplan")]
    [InlineData("(ja/nej) ")]
    public void A_cell_that_is_one_long_word_is_read(string part)
    {
        var cell = new WordCell(string.Concat(Enumerable.Repeat(part, (PlanDrafting.MaxCell / part.Length) - 1)));
        var file = OfCells([.. Enumerable.Repeat(cell, 10)]);

        // A pattern that is tried at each of its letters takes minutes here.
        Assert.NotNull(PlanDrafting.Read(file, new("uppsala", null, 2022, null, ""), out _));
    }

    [Fact]
    public void A_cell_that_no_plan_has_is_refused()
    {
        Assert.Null(PlanDrafting.Read(OfCells([new(new string('a', PlanDrafting.MaxCell))]), new("uppsala", null, 2022, null, ""), out var fault));
        Assert.Equal(DraftingFault.TooLongCell, fault);
    }

    private static TextDocument OfCells(IReadOnlyList<WordCell> indicators)
    {
        WordCell[][] rows = [[new("Prioriterat område"), new("Aktiviteter 2022"), new("Indikatorer"), new("Ansvar")], .. indicators.Select(i => new WordCell[] { new("P"), new("A"), i, new("TL") })];
        Assert.True(WordReader.Read(new WordBuilder().Heading(1, "2 Fokusområde").Heading(2, "2.1 Det finns ett mål").Table(rows).Build()).Succeeded(out var document, out _));
        return document;
    }

    [Fact]
    public void A_file_that_was_damaged_anywhere_is_read_or_refused()
    {
        var file = Documents.Of2021(TableLayout.MergedCells, true);
        var random = new Random(20210);
        for (var i = 0; i < 300; i++)
        {
            var damaged = file.ToArray();
            for (var n = random.Next(1, 20); n > 0; n--)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            }

            if (WordReader.Read(i % 3 == 0 ? damaged.AsMemory(0, random.Next(damaged.Length)) : damaged).Succeeded(out var document, out var failure))
            {
                PlanDrafting.Read(document, new("uppsala", null, null, null, ""), out _);
            }
            else
            {
                Assert.StartsWith("document.", failure.Code, StringComparison.Ordinal);
            }
        }
    }

    private static byte[] With(string entry, byte[] content)
    {
        var word = new WordBuilder();
        word.Entries[entry] = content;
        return word.Build();
    }

    private static byte[] Archive(params (string Name, byte[] Content)[] entries)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var stream = archive.CreateEntry(name).Open();
                stream.Write(content);
            }
        }

        return file.ToArray();
    }
}
