using System.Security.Cryptography;
using Hsvo.Functions.Http;
using Hsvo.UseCases;
using Hsvo.UseCases.Stores;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hsvo.Functions.Pages.Forms;

/// <summary>
/// Guards the pages' forms against forgery: a page elsewhere can have a signed-in browser send one, but can't know its token, which is the framework's, bound
/// to who is signed in. Nothing of it, and no key, is there before the first form is shown.
/// </summary>
public sealed class PageForms : IDisposable
{
    /// <summary>The hidden field of the forgery token.</summary>
    public const string TokenField = "token";

    /// <summary>The hidden field that tells the same form sent again.</summary>
    public const string KeyField = "key";

    /// <summary>The hidden field that says whom the form was shown to, sealed.</summary>
    public const string PersonField = "person";

    /// <summary>Whether a field is one that each form carries along unseen (<see cref="FormTicket"/>).</summary>
    public static bool IsTicketField(string field) => field is TokenField or KeyField or PersonField;

    /// <summary>The cookie that the token goes with.</summary>
    public const string CookieName = "hsvo-form";

    /// <summary>The most bytes of a form, files not counted.</summary>
    public const int MaxBytes = 2 * 1024 * 1024;

    // Whoever isn't signed in, and so may be anybody, gets no more than this read and shown again. What is typed by hand is less, and so is a draft of a plan.
    private const int MaxUnsentBytes = 512 * 1024;

    private static FormOptions Limits(int maxBytes) => new() { KeyLengthLimit = 200, ValueCountLimit = 1000, ValueLengthLimit = maxBytes, MultipartBodyLengthLimit = maxBytes };

    private readonly PublicAddress _address;
    private readonly Lazy<ServiceProvider> _services;

    internal PageForms(AreaOptions area, IFormKeyStore keys, PublicAddress address, ILoggerFactory loggers)
    {
        _address = address;
        _services = new(() => Build(new FormKeyRing(area, keys), loggers));
    }

    private IAntiforgery Antiforgery => _services.Value.GetRequiredService<IAntiforgery>();

    private IDataProtector Persons => _services.Value.GetRequiredService<IDataProtectionProvider>().CreateProtector("Hsvo.Forms.Person");

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_services.IsValueCreated)
        {
            _services.Value.Dispose();
        }
    }

    /// <summary>Gives out what a form carries along.</summary>
    /// <param name="request">The request that is answered with the form.</param>
    /// <param name="key">The key that was sent, when the form comes back; null for a new one.</param>
    public FormTicket Open(HttpRequest request, string? key = null)
    {
        ArgumentNullException.ThrowIfNull(request);
        try
        {
            // The framework says in the log each time that it overrides how the answer may be kept. Ours is as strict, so it stays.
            var headers = request.HttpContext.Response.Headers;
            var kept = headers.CacheControl;
            headers.CacheControl = default;
            var tokens = Antiforgery.GetAndStoreTokens(AsCalled(request));
            headers.CacheControl = kept.Count > 0 ? kept : headers.CacheControl;
            return new(tokens.RequestToken!, IsKey(key) ? key! : Guid.NewGuid().ToString("N"), Persons.Protect(PersonOf(request)));
        }
        catch (CryptographicException e) when (AwayIn(e) is { } away)
        {
            throw new StoreUnavailableException(away);
        }
    }

    /// <summary>Reads a form that was sent and what its page knows of the request, or says why it isn't taken: the first step of every page that takes one.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">The caller's.</param>
    /// <param name="maxFile">The most bytes of a file that comes with it; none for a form without one.</param>
    public async Task<Outcome<SentForm>> ReadAsync(HttpRequest request, CancellationToken cancellationToken, int maxFile = 0)
    {
        var maxBytes = MaxBytes + maxFile;
        ArgumentNullException.ThrowIfNull(request);
        if (!PageContext.TryRead(request, out var page, out var wrong))
        {
            return wrong;
        }

        if (!(await ReadFieldsAsync(request, page, maxBytes, cancellationToken)).Succeeded(out var sent, out var failure))
        {
            return failure;
        }

        try
        {
            await Antiforgery.ValidateRequestAsync(AsCalled(request));
            return sent;
        }
        catch (AntiforgeryValidationException e)
        {
            return AwayIn(e) is { } away ? throw new StoreUnavailableException(away)
                : IsMispaired(request, sent.Fields) ? FormFailures.Mispaired
                : FormFailures.Token;
        }
    }

    /// <summary>
    /// The fields of a form that was refused as <see cref="FormFailures.Mispaired"/>, with a token that goes with the browser's cookie, so that its sender may send it again:
    /// the refused form itself has done nothing, and never does.
    /// </summary>
    /// <param name="request">The request.</param>
    public IFormCollection Renew(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var token = Antiforgery.GetTokens(AsCalled(request)).RequestToken;
        return new FormCollection(request.Form.ToDictionary(f => f.Key, f => f.Key == TokenField ? new(token) : f.Value));
    }

    /// <summary>
    /// What was typed into a form that couldn't be taken as things are, so that the page that says so can send it again as it is; null where it isn't to be shown: from
    /// another site, from a browser that has been shown no form here, with a file, or too much. It says nothing of whether the token is good, which whoever
    /// sends it again is asked.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task<IFormCollection?> ReadUnsentAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.ContentLength <= MaxUnsentBytes && request.Cookies.ContainsKey(CookieName)
            && (await ReadFieldsAsync(request, PageContext.Of(request), MaxUnsentBytes, cancellationToken)).Value?.Fields is { Files.Count: 0 } fields && fields.ContainsKey(TokenField)
                ? fields
                : null;
    }

    private async Task<Outcome<SentForm>> ReadFieldsAsync(HttpRequest request, PageContext page, int maxBytes, CancellationToken cancellationToken)
    {
        if (IsSentFromHere(request) == false)
        {
            return FormFailures.Foreign;
        }

        if (!request.HasFormContentType)
        {
            return FormFailures.Type;
        }

        if (request.ContentLength > maxBytes)
        {
            return FormFailures.Size;
        }

        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = maxBytes;
        }

        try
        {
            return new SentForm(page, await request.ReadFormAsync(Limits(maxBytes), cancellationToken));
        }
        catch (NotSupportedException)
        {
            // Written in letters that the framework no longer reads, UTF-7 for one.
            return FormFailures.Type;
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return FormFailures.Size;
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            // Parts without bounds, a form that ends before its parts do, or more fields than any form here has.
            return FormFailures.Unreadable;
        }
    }

    /// <summary>Whether a key is one that was given out here, as far as its looks tell.</summary>
    private static bool IsKey(string? key) => Guid.TryParseExact(key, "N", out _);

    private static StoreUnavailableException? AwayIn(Exception? e) => e switch
    {
        null => null,
        StoreUnavailableException away => away,
        _ => AwayIn(e.InnerException),
    };

    // Sent by one of our pages, for certain, by the very person whom it was shown to, from a browser whose cookie we gave out: what doesn't fit is then which of
    // two forms that cookie came with. Short and without a file, so that it can be shown again.
    private bool IsMispaired(HttpRequest request, IFormCollection fields) =>
        IsSentFromHere(request) == true && request.ContentLength <= MaxUnsentBytes && fields.Files.Count == 0
        && fields[PersonField] is [{ } person] && IsShownTo(PersonOf(request), person)
        && Antiforgery.GetTokens(AsCalled(request)).CookieToken is null;

    private bool IsShownTo(string caller, string person)
    {
        try
        {
            return Persons.Unprotect(person) == caller;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static string PersonOf(HttpRequest request) => request.HttpContext.Features.Get<Caller>()?.ObjectId ?? "";

    // Browsers of 2023 and later say where a form was sent from. Older ones send its origin, and none ("null") as our pages tell them to tell nothing of
    // where they come from: then nobody knows (null) and the token alone decides, as it does for those who tell neither.
    private bool? IsSentFromHere(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"] is [{ } site, ..])
        {
            return site == "same-origin";
        }

        var origin = request.Headers.Origin.ToString();
        return origin is "" or "null" ? null : origin == new Uri(_address.BaseOf(request)).GetLeftPart(UriPartial.Authority);
    }

    // In Azure a front ends TLS, and the request arrives here as http. The cookie is for what the browser called.
    private HttpContext AsCalled(HttpRequest request)
    {
        request.Scheme = new Uri(_address.BaseOf(request)).Scheme;
        return request.HttpContext;
    }

    private static ServiceProvider Build(FormKeyRing ring, ILoggerFactory loggers)
    {
        var services = new ServiceCollection();
        services.AddSingleton(loggers).AddLogging();
        services.AddDataProtection().SetApplicationName("hsvo");
        services.Configure<KeyManagementOptions>(o => o.XmlRepository = ring);
        services.AddAntiforgery(o =>
        {
            o.FormFieldName = TokenField;
            o.HeaderName = null;
            o.SuppressXFrameOptionsHeader = true;
            o.Cookie.Name = CookieName;
            o.Cookie.HttpOnly = true;

            // Whoever follows a link from a mail brings it, or else the form in another tab would lose its own. The token and where a form comes from guard.
            o.Cookie.SameSite = SameSiteMode.Lax;
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            o.Cookie.IsEssential = true;
        });
        return services.BuildServiceProvider();
    }
}
