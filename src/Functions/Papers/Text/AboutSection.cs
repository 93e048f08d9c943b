using Hsvo.Domain.Meetings;
using Hsvo.Domain.Statuses;
using Hsvo.Domain.Summaries;

namespace Hsvo.Functions.Papers.Text;

/// <summary>What the paper is made from and how to read it.</summary>
internal static class AboutSection
{
    private static readonly (Status Status, string Meaning)[] Meanings =
    [
        (Status.Completed, "Alla har svarat och allt är färdigt."),
        (Status.OnTrack, "Arbetet pågår som planerat, eller är färdigt för dem som hittills har svarat."),
        (Status.NotStarted, "Inget av det som har ett läge är påbörjat."),
        (Status.AtRisk, "Någon bedömer att det finns risk att målet inte nås."),
        (Status.Behind, "Något går inte som planerat."),
        (Status.Overdue, "Något skulle ha varit färdigt men är det inte."),
    ];

    public static IEnumerable<Block> Of(MeetingSummary summary)
    {
        yield return new Heading(1, "Om sammanställningen");
        yield return new Heading(2, "Underlag");
        yield return new Points([.. summary.Plans.Select(p => (Line)SourceOf(p)), .. summary.Plans.SelectMany(AssumedOf)]);
        yield return new Paragraph("Sammanställningen görs automatiskt ur de svar som förvaltningarna har lämnat. Varje utgåva sparas som den är; svar som ändras efteråt redovisas som rättelser i nästa.");
        yield return new Heading(2, "Så läses lägena");
        yield return new Paragraph("Ett mål visar sitt sämsta läge. Ett svar som saknas gör inget mål sämre, och inget mål klart. Ett svar från en tidigare omgång gäller tills ett nytt kommer.");
        yield return new Table(
            "Lägena, från bäst till sämst",
            [new("Läge", 28), new("Betyder", 72)],
            [
                .. Meanings.OrderBy(m => m.Status.Badness()).Select(m => new Row([Line.Of(Span.Of(m.Status)), m.Meaning])),
                new Row([Line.Of(Span.Of((Status?)null)), "Ingen har svarat, eller svaren säger inte hur det går."]),
            ]);
    }

    private static string SourceOf(PlanFollowUp plan)
    {
        var (p, source) = (plan.Plan, plan.Plan.Source);
        var number = source.Diarienummer is { } diarienummer ? $"diarienummer {diarienummer}" : "dokumentet har inget diarienummer";
        var adopted = p.Adopted is { } day ? $"antagen {SwedishDates.Long(day)} av {p.AdoptedBy}" : p.AdoptedBy;
        var document = source.Document == p.Title ? "" : $" {source.Document},";
        return $"{p.Title}, {adopted};{document} {number}. Omgången {SwedishDates.Round(plan.Status.Round.Id)}, planens version {p.Version}.";
    }

    private static IEnumerable<Line> AssumedOf(PlanFollowUp plan)
    {
        if (plan.Plan.ResponsibilityIsAssumed)
        {
            yield return $"Antaget i {plan.Plan.Title}: vem som svarar på vilken rad.";
        }

        string[] names = [.. plan.Plan.Departments.Where(d => d.NameIsAssumed).Select(d => d.Name)];
        if (names.Length > 0)
        {
            yield return $"Antagna namn, som inte står i planen: {Words.Listed(names)}.";
        }
    }
}
