using CsvHelper;
using Hsvo.Contracts.Api;
using Hsvo.Domain.Audit;
using Hsvo.Functions.Mapping;

namespace Hsvo.Functions.Audit;

/// <summary>A line for each row of each entry, as Excel opens it in Sweden.</summary>
internal sealed class CsvAuditFile : AuditFile
{
    private static readonly AuditItemDocument None = new(null, null, null, null, null);

    private readonly CsvWriter _csv;

    public CsvAuditFile()
    {
        _csv = CsvWriter.Create(Piece, MissingCsv.Format, leaveOpen: true);
        _csv.WriteRecord("Tid (UTC)", "Vem", "Tenant", "Väg in", "Utfall", "Vad", "Funktion", "Plan", "Omgång", "Indikator", "Förvaltning", "Revision", "Resultat", "Gäller",
            "Antal", "Status", "Kod", "Metod", "Adress", "RequestId", "Exempel");
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _csv.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override void Write(AuditEntry entry)
    {
        var says = AuditMapping.ToDocument(entry);
        foreach (var row in says.Rows is [] ? [None] : says.Rows)
        {
            _csv.WriteField(says.At.UtcDateTime.ToString("O"));
            _csv.WriteField(says.Who);
            _csv.WriteField(says.Tenant);
            _csv.WriteField(says.Door);
            _csv.WriteField(says.Outcome == "stored" ? "sparat" : "nekat");
            _csv.WriteField(says.ActionText);
            _csv.WriteField(says.Operation);
            _csv.WriteField(says.Plan);
            _csv.WriteField(row.Round);
            _csv.WriteField(row.Indicator);
            _csv.WriteField(row.Department);
            _csv.WriteField(row.Revision);
            _csv.WriteField(row.Result);
            _csv.WriteField(says.Subject);
            _csv.WriteField(says.Count);
            _csv.WriteField(says.Refusal?.Status);
            _csv.WriteField(says.Refusal?.Code);
            _csv.WriteField(says.Refusal?.Method);
            _csv.WriteField(says.Refusal?.Address);
            _csv.WriteField(says.RequestId);
            _csv.WriteField(says.IsExample ? "ja" : "nej");
            _csv.EndRecord();
        }

        _csv.Flush();
    }

    /// <inheritdoc/>
    protected override void WriteEnd() => _csv.Flush();
}
