using Hsvo.UseCases;

namespace Hsvo.Functions.Http.Api.OpenApi;

/// <summary>What the contract says of the API as a whole. Limits are the code's own.</summary>
internal static class ContractTexts
{
    /// <summary>What it is for and how it behaves.</summary>
    public static string Description { get; } = Bilingual.Lines(
        """
        Uppsala kommun och Region Uppsala följer upp sina gemensamma planer för hälsa, stöd, vård och omsorg. Förvaltningar lämnar svar på planernas
        indikatorer, var och en ser hur det går och varför, och underlaget till samrådet sammanställs av sig självt.

        Alla tider är UTC enligt RFC 3339; dagar är dagar i Stockholm. Text är UTF-8. Det som inte finns är null i svaren. Okända frågeparametrar och fält
        avvisas, så att inget svar tas för svaret på en annan fråga. Fel är problem+json (RFC 9457) med en fast felkod i code och varje fel med sin plats i
        errors; felkoderna finns i x-errors. Antal som gäller få personer visas inte: värdet är null och isSuppressed är true. Ett svar som ändras blir en
        ny revision, den gamla finns kvar. Nya fält kan komma i svaren inom samma version; ta emot dem.

        Servicenivå finns i x-sla och begränsningar i x-limitations.
        """,
        """
        Uppsala kommun and Region Uppsala follow up their joint plans for health, support and care. Departments answer the plans' indicators, everyone sees
        how each goal stands and why, and the paper for the meeting is compiled by itself.

        All times are UTC by RFC 3339; days are days in Stockholm. Text is UTF-8. What isn't there is null in the answers. Unknown query options and fields
        are refused, so that no answer is taken for the answer to another question. Errors are problem+json (RFC 9457) with a stable code in code and each
        fault with its place in errors; the codes are in x-errors. Counts of few people are not shown: the value is null and isSuppressed is true. An answer
        that is changed becomes a new revision, and the old one is kept. New fields may come in answers within the same version; accept them.

        The service level is in x-sla and the limitations in x-limitations.
        """);

    /// <summary>How often it is there.</summary>
    public static string Availability { get; } = Bilingual.Line(
        "Mål: 99,5 % av varje kalendermånad, dygnet runt, utan jour. Antaget tills det samordnande kontoret har beslutat.",
        "Target: 99.5 % of each calendar month, around the clock, nobody on call. Assumed until the coordinating office has decided.");

    /// <summary>How soon it answers.</summary>
    public static string ResponseTime { get; } = Bilingual.Line(
        "Mål: 95 % av läsningarna inom en sekund och av inlämningarna inom fem. Ett svar som har lämnats syns överallt inom en sekund.",
        "Target: 95 % of reads within one second and of submissions within five. An answer that was given shows everywhere within a second.");

    /// <summary>What can't be done, or only so far.</summary>
    public static IReadOnlyList<(string Swedish, string English)> Limitations { get; } =
    [
        ($"Ett innehåll är högst {JsonBody.MaxBytes / 1024 / 1024} MiB, en plan högst {PlanDocumentReader.MaxBytes / 1024} KiB.",
            $"A body is at most {JsonBody.MaxBytes / 1024 / 1024} MiB, a plan at most {PlanDocumentReader.MaxBytes / 1024} KiB."),
        ($"Högst {CallerLimits.DefaultPerMinute} anrop i minuten för var och en, {CallerLimits.DefaultAnonymousPerMinute} utan inloggning, om inget annat är inställt; sedan 429 med Retry-After.",
            $"At most {CallerLimits.DefaultPerMinute} calls a minute for each caller, {CallerLimits.DefaultAnonymousPerMinute} without sign-in, unless set otherwise; then 429 with Retry-After."),
        ($"En inlämning är 1 till {SubmitReports.MaxRows} rader av en plan, en granskning 1 till {ReviewReports.MaxRows}; allt eller inget.",
            $"A submission is 1 to {SubmitReports.MaxRows} rows of one plan, a review 1 to {ReviewReports.MaxRows}; all or nothing."),
        ($"En Idempotency-Key är högst {SubmitReports.MaxIdempotencyKey} tecken och minns sitt innehåll i 30 dagar. En inlämnings nyckel gäller i dess plan: i en annan är den en ny.",
            $"An Idempotency-Key is at most {SubmitReports.MaxIdempotencyKey} characters and remembers its body for 30 days. A submission's key holds in its plan: in another it is a new one."),
        ("Listor lämnas hela, utan sidor (men loggen): ett områdes planer, möten och svar är några hundra rader. changedSince hämtar bara det som har ändrats.",
            "Lists are given whole, without pages (but for the audit): an area's plans, meetings and answers are some hundred rows. changedSince fetches only what was changed."),
        ("Det som någon annan instans av tjänsten har tagit emot kan vara upp till en sekund gammalt i ett svar.",
            "What another instance of the service took in can be up to one second old in an answer."),
        ("Ett preliminärt underlag kan vara upp till en timme gammalt; det fastställda ändras aldrig.",
            "A preliminary paper can be up to an hour old; the sealed one never changes."),
        ("Med asOf visas inget tal som är dolt i dag, också om det visades då.", "With asOf no number is shown that is hidden today, even if it was shown then."),
        ("Personuppgifter hör inte hemma i fritext: text som liknar ett personnummer avvisas, annat kan inte prövas av sig självt.",
            "Personal data doesn't belong in free text: what looks like a personal identity number is refused, other data can't be checked automatically."),
        ("Komprimerade innehåll tas inte emot; svar kan komprimeras (Accept-Encoding).", "Compressed bodies are not taken; answers can be compressed (Accept-Encoding)."),
    ];

    /// <summary>Whom to ask.</summary>
    public static string Support(ContractIdentity identity) => Bilingual.Line(
        $"{identity.ContactName}, {identity.ContactEmail}, vardagar; uppge RequestId.", $"{identity.ContactName}, {identity.ContactEmail}, on weekdays; give the RequestId.");
}
