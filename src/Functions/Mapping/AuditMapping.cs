using Hsvo.Contracts.Api;
using Hsvo.Domain.Audit;

namespace Hsvo.Functions.Mapping;

/// <summary>Writes audit entries.</summary>
internal static class AuditMapping
{
    public static AuditEntryDocument ToDocument(AuditEntry entry) => new()
    {
        At = entry.At,
        Outcome = entry.IsRefusal ? "refused" : "stored",
        Action = entry.Action.ToName(),
        ActionText = TextOf(entry.Action),
        Who = entry.By?.Split('@')[0],
        Tenant = entry.By?.Split('@') is [_, var tenant] ? tenant : null,
        Door = entry.Door?.ToName(),
        Operation = entry.Operation,
        RequestId = entry.RequestId,
        Plan = entry.Plan,
        Subject = entry.Subject,
        Rows = [.. entry.Items.Select(i => new AuditItemDocument(i.Round, i.Indicator, i.Department, i.Revision, i.Result?.ToName()))],
        Count = entry.Count,
        Refusal = entry.Refused is { } refused ? new(refused.Status, refused.Code, refused.Method, refused.Address) : null,
        IsExample = entry.IsExample,
    };

    private static string TextOf(AuditAction action) => action switch
    {
        AuditAction.ReportsStored => "Svar sparade",
        AuditAction.DraftsSaved => "Utkast sparade",
        AuditAction.DraftsRemoved => "Utkast borttagna",
        AuditAction.ReportsReviewed => "Svar granskade",
        AuditAction.TextMasked => "Text dold",
        AuditAction.PlanRebuilt => "Planens aggregat ombyggda",
        AuditAction.PlanImported => "Planversion inläst",
        AuditAction.ProposalMade => "Förslag lämnat",
        AuditAction.ProposalWithdrawn => "Förslag tillbakataget",
        AuditAction.MeetingSet => "Möte satt eller flyttat",
        AuditAction.MeetingRemoved => "Möte borttaget",
        AuditAction.ConfigurationSet => "Inställningar ändrade",
        AuditAction.LateChangePermitted => "Undantag från låsning givet",
        AuditAction.NothingMoreDeclared => "Inget mer från oss",
        AuditAction.DeclarationWithdrawn => "Inget mer från oss tillbakataget",
        AuditAction.StatusRulesSet => "Statusregler skrivna",
        AuditAction.StatusRulesRemoved => "Statusregler borttagna",
        AuditAction.ScorecardMade => "Eget styrkort skapat",
        AuditAction.ScorecardChanged => "Eget styrkort ändrat",
        AuditAction.ScorecardRemoved => "Eget styrkort borttaget",
        AuditAction.PaperCompiled => "Preliminärt underlag sammanställt",
        AuditAction.PaperSealed => "Underlag fastställt",
        AuditAction.PlanExported => "Planår uttaget för arkivet",
        AuditAction.NoticeSent => "Besked skickat",
        AuditAction.NoticeGivenUp => "Besked som inte gick fram",
        AuditAction.ReceiverTested => "Provmeddelande skickat",
        AuditAction.RefusalsRemoved => "Nekade anrop gallrade",
        AuditAction.Refused => "Anrop nekat",
        AuditAction.RefusedMore => "Fler anrop nekade under minuten",
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };
}
