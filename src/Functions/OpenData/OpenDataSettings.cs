using Hsvo.Functions.Http.Api.OpenApi;
using Microsoft.Extensions.Configuration;

namespace Hsvo.Functions.OpenData;

/// <summary>What the catalogue says that no data can: who publishes, under what licence, and whether to everyone.</summary>
public sealed record OpenDataSettings
{
    /// <summary>Whether everyone may read: to publish is to decide more than to show a page.</summary>
    public bool IsOpen { get; private init; }

    /// <summary>The authority that publishes; who answers for the API where it isn't said.</summary>
    public required string PublisherName { get; init; }

    /// <summary>What it is known by in other catalogues; null where that isn't said, and then it is known in this one alone.</summary>
    public Uri? PublisherAddress { get; private init; }

    /// <summary>What kind of authority it is, by ADMS.</summary>
    public Uri PublisherType { get; private init; } = new("http://purl.org/adms/publishertype/LocalAuthority");

    /// <summary>The licence, by the address that is no language's.</summary>
    public Uri License { get; private init; } = new("http://creativecommons.org/publicdomain/zero/1.0/");

    /// <summary>Whom to ask.</summary>
    public required ContractIdentity Contact { get; init; }

    /// <summary>Reads the settings <c>OpenData:IsOpen</c>, <c>OpenData:Publisher:Name</c>, <c>…:Address</c>, <c>…:Type</c> and <c>OpenData:License</c>.</summary>
    /// <exception cref="InvalidOperationException">An address is none.</exception>
    public static OpenDataSettings Read(IConfiguration configuration)
    {
        var contact = ContractIdentity.Read(configuration);
        var settings = new OpenDataSettings
        {
            IsOpen = IsOpenIn(configuration),
            PublisherName = configuration["OpenData:Publisher:Name"] is { Length: > 0 } name ? name : contact.ContactName,
            PublisherAddress = AddressOf(configuration, "OpenData:Publisher:Address"),
            Contact = contact,
        };
        return settings with
        {
            PublisherType = AddressOf(configuration, "OpenData:Publisher:Type") ?? settings.PublisherType,
            License = AddressOf(configuration, "OpenData:License") ?? settings.License,
        };
    }

    /// <summary>Whether everyone may read.</summary>
    public static bool IsOpenIn(IConfiguration configuration) => configuration.GetValue<bool>("OpenData:IsOpen");

    private static Uri? AddressOf(IConfiguration configuration, string setting) => configuration[setting] is not { Length: > 0 } text ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp) ? address
        : throw new InvalidOperationException($"The setting {setting} must be an absolute address, http or https: '{text}'.");
}
