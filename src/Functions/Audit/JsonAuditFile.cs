using System.Text.Json;
using Hsvo.Domain.Audit;
using Hsvo.Functions.Http;
using Hsvo.Functions.Mapping;

namespace Hsvo.Functions.Audit;

/// <summary>Entries as the API gives them (<see cref="Hsvo.Contracts.Api.AuditExportDocument"/>), one on each line.</summary>
internal sealed class JsonAuditFile : AuditFile
{
    /// <inheritdoc/>
    protected override void Write(AuditEntry entry)
    {
        Piece.Write(Entries == 0 ? "{\"entries\":[\n"u8 : ",\n"u8);
        JsonSerializer.Serialize(Piece, AuditMapping.ToDocument(entry), Json.Api);
    }

    /// <inheritdoc/>
    protected override void WriteEnd() => Piece.Write(Entries == 0 ? "{\"entries\":[]}\n"u8 : "\n]}\n"u8);
}
