using System.Xml.Linq;
using Hsvo.UseCases;
using Hsvo.UseCases.Stores;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Hsvo.Functions.Pages.Forms;

/// <summary>Where the framework keeps the keys of forms' tokens: in the area's own storage, so that any instance takes what another gave out.</summary>
/// <param name="area">The area served.</param>
/// <param name="keys">The keys.</param>
internal sealed class FormKeyRing(AreaOptions area, IFormKeyStore keys) : IXmlRepository
{
    // The framework asks by methods that wait; it does so once a day.
    public IReadOnlyCollection<XElement> GetAllElements() =>
        [.. keys.ReadAsync(area.Area, CancellationToken.None).GetAwaiter().GetResult().Select(XElement.Parse)];

    public void StoreElement(XElement element, string friendlyName) =>
        keys.KeepAsync(area.Area, Guid.NewGuid(), element.ToString(SaveOptions.DisableFormatting), CancellationToken.None).GetAwaiter().GetResult();
}
