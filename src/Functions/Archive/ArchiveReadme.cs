using System.Text;
using Hsvo.Domain.Meetings;
using Hsvo.UseCases.Archive;

namespace Hsvo.Functions.Archive;

/// <summary>Says in Swedish what is what in the archive, for whoever opens it in thirty years without the system.</summary>
internal static class ArchiveReadme
{
    public static byte[] Write(PlanArchive archive, DateOnly today)
    {
        var plan = archive.Snapshot.Plan;
        return Encoding.UTF8.GetBytes(
            $"""
            {plan.Title}
            {new string('=', plan.Title.Length)}

            Ett helt planår ur uppföljningen av HSVO: planen, besluten, svaren, underlagen till samråden och loggen.
            Plan: {plan.Id}, version {plan.Version}. Område: {archive.Snapshot.Plan.Area}. Läget är räknat {SwedishDates.Long(today)}.
            Diarienummer: {plan.Source.Diarienummer ?? "saknas"}.

            Vad som finns här
            -----------------
            plan/            Varje version av planen, som JSON, varje rad med sitt citat ur dokumentet.
            beslut/          Vad området har beslutat om planen: möten, inställningar, undantag, ”inget mer från oss”
                             och statusregler. Varje ändring, vem som gjorde den och när.
            svar/logg.jsonl  Varje svar som någonsin har lämnats, ett per rad i JSON, med rättelser, granskningar
                             och dolda texter. {EditionText(archive.Edition)}
            laget/           Hur det gick, omgång för omgång, som JSON, och allt i en tabell som CSV.
                             Så som alla får se det: små antal personer är borttagna.
            underlag/        Varje utgåva av underlagen till samråden, preliminära och fastställda: JSON, HTML och
                             Word. De fastställda är vad samrådet hade framför sig.
            logg/            Vem som gjorde vad med planen, när och på vilken väg, som JSON och CSV. Personer står
                             med objekt-id ur Entra ID. Nekade anrop finns inte med; de gallras för sig.
            sha256sums.txt   Kontrollsummor för alla filer. Kontrollera med: sha256sum -c sha256sums.txt

            Att läsa
            --------
            Alla filer är UTF-8. Tider är UTC (RFC 3339), dagar är i Stockholm. CSV i laget/ har komma och punkt,
            CSV i logg/ semikolon. En tom omgång betyder att ingen svarade; det betyder inte att det gick dåligt.
            Word- och HTML-filerna är inte PDF/A: behöver arkivet det görs den omvandlingen vid leveransen.
            Samma plan i samma läge ger samma arkiv, byte för byte, samma dag. Vem som har tagit ut arkivet står i
            systemets logg.
            """.ReplaceLineEndings("\n") + "\n");
    }

    private static string EditionText(ArchiveEdition edition) => edition switch
    {
        { IsWhole: true } => "Hela loggen: inget är borttaget.",
        { HasSmallNumbers: true } =>
            "Dolda texter är borttagna, eftersom den som tog\n                 ut arkivet inte är revisor. Det är alltså inte hela loggen.",
        _ => "Små antal personer är borttagna, eftersom den som\n                 tog ut arkivet inte är samordnare. Det är alltså inte hela loggen.",
    };
}
