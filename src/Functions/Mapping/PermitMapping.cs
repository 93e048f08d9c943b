using Hsvo.Contracts.Api;
using Hsvo.Domain.Meetings;

namespace Hsvo.Functions.Mapping;

/// <summary>Permits in our own API's shape.</summary>
internal static class PermitMapping
{
    public static PermitDocument ToDocument(LateChangePermit permit) =>
        new(permit.Plan, permit.Round, permit.Department, permit.Until, permit.Reason, permit.GrantedBy, permit.GrantedAt);
}
