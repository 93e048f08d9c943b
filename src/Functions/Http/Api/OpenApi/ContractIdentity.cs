using Microsoft.Extensions.Configuration;

namespace Hsvo.Functions.Http.Api.OpenApi;

/// <summary>What the API is called, and whom to ask about it.</summary>
/// <param name="ContactName">Who answers questions: the setting Contact:Name.</param>
/// <param name="ContactEmail">Their address: the setting Contact:Email.</param>
public sealed record ContractIdentity(string ContactName, string ContactEmail)
{
    /// <summary>The API's name.</summary>
    public const string Name = "HSVO uppföljning";

    /// <summary>The API's version (semantic versioning); its first number is the one in the address.</summary>
    public const string Version = "1.0.0";

    /// <summary>active: in use, and changed only by what clients can overlook.</summary>
    public const string Status = "active";

    /// <summary>The day the version was released.</summary>
    public static DateOnly Released { get; } = new(2026, 11, 22);

    /// <summary>Reads the settings. An office that hasn't said who answers is not made up: the address says that it is an example.</summary>
    public static ContractIdentity Read(IConfiguration configuration)
    {
        var contact = configuration.GetSection("Contact");
        return new(contact["Name"] ?? "Samordnande kontoret för HSVO Uppsala", contact["Email"] ?? "kontoret@hsvo.example");
    }
}
