using Hsvo.Contracts.Api;
using Hsvo.Domain.Meetings;

namespace Hsvo.Functions.Mapping;

/// <summary>Declarations in our own API's shape.</summary>
internal static class DeclarationMapping
{
    public static DeclarationDocument ToDocument(Declaration declaration) =>
        new(declaration.Plan, declaration.Round, declaration.Department, declaration.By, declaration.At, declaration.IsExample);
}
