using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Hsvo.Functions.Tests.Frame;

namespace Hsvo.Functions.Tests.People;

/// <summary>A browser without script: it opens pages, fills in their forms as they are and sends them, and goes where it is sent.</summary>
internal sealed class Browser(HttpClient client)
{
    public HttpClient Client => client;

    /// <summary>The page it is at.</summary>
    public IHtmlDocument Page { get; private set; } = Html.Read("");

    /// <summary>Its address, as path and query.</summary>
    public string Address { get; private set; } = "";

    /// <summary>The last answer's status, before going anywhere.</summary>
    public HttpStatusCode Status { get; private set; }

    public async Task<Browser> OpenAsync(string address)
    {
        using var answer = await client.GetAsync(address);
        await ReadAsync(answer, address);
        return this;
    }

    /// <summary>How many bytes the page has.</summary>
    public int Size { get; private set; }

    /// <summary>Follows the first link with a text.</summary>
    public Task<Browser> FollowAsync(string text)
    {
        var link = Page.QuerySelectorAll("main a").FirstOrDefault(a => a.Said().StartsWith(text, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"{Address} has no link {text}: {string.Join(", ", Page.AllSaid("main a"))}");
        return OpenAsync(link.GetAttribute("href")!);
    }

    /// <summary>Presses the button with a text, after filling in its form.</summary>
    public async Task<Browser> PressAsync(string button, params (string Name, string? Value)[] fields)
    {
        using var answer = await SendAsync(button, fields);
        await ArriveAsync(answer);
        return this;
    }

    /// <summary>Presses a button and stays, to see the answer itself.</summary>
    public async Task<HttpResponseMessage> SendAsync(string button, (string Name, string? Value)[] fields, params (string Name, string Value)[] headers)
    {
        var pressed = Page.QuerySelectorAll("main button").OfType<IHtmlButtonElement>().FirstOrDefault(b => b.Said() == button)
            ?? throw new InvalidOperationException($"{Address} has no button {button}: {string.Join(", ", Page.AllSaid("main button"))}");
        var form = (IHtmlFormElement)pressed.Closest("form")!;
        var sent = FieldsOf(form);
        sent.RemoveAll(f => fields.Any(x => x.Name == f.Key));
        foreach (var (name, value) in fields)
        {
            if (value is not null)
            {
                Assert.True(form.QuerySelector($"[name='{name}']") is not null, $"{Address} has no field {name}");
                sent.Add(new(name, value));
            }
        }

        if (pressed.GetAttribute("name") is { } named)
        {
            sent.Add(new(named, pressed.GetAttribute("value") ?? ""));
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, form.GetAttribute("action")) { Content = ContentOf(form, sent) };
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return await client.SendAsync(request);
    }

    private static HttpContent ContentOf(IHtmlFormElement form, IReadOnlyList<KeyValuePair<string, string>> sent)
    {
        if (form.GetAttribute("enctype") != "multipart/form-data")
        {
            return new FormUrlEncodedContent(sent);
        }

        var parts = new MultipartFormDataContent();
        foreach (var (name, value) in sent)
        {
            parts.Add(new StringContent(value), name);
        }

        return parts;
    }

    /// <summary>Presses the button of a form with a file, after choosing one.</summary>
    public Task<Browser> UploadAsync(string button, string text) => UploadAsync(button, Encoding.UTF8.GetBytes(text), "svar.csv");

    /// <summary>Presses the button of a form with a file, after choosing one; null chooses none.</summary>
    public async Task<Browser> UploadAsync(string button, byte[]? file, string name)
    {
        var form = (IHtmlFormElement)Page.QuerySelectorAll("main button").First(b => b.Said() == button).Closest("form")!;
        Assert.Equal("multipart/form-data", form.GetAttribute("enctype"));
        using var content = new MultipartFormDataContent();
        foreach (var (field, value) in FieldsOf(form).Where(f => f.Key != "file"))
        {
            content.Add(new StringContent(value), field);
        }

        content.Add(new ByteArrayContent(file ?? []), "file", file is null ? "\"\"" : name);
        using var answer = await client.PostAsync(form.GetAttribute("action"), content);
        await ArriveAsync(answer);
        return this;
    }

    /// <summary>Presses the button of a form with a file, and sees where it leads.</summary>
    public async Task<Browser> UploadWordAsync(string button, string field, byte[] file, params (string Name, string Value)[] fields)
    {
        var pressed = Page.QuerySelectorAll("main button").OfType<IHtmlButtonElement>().First(b => b.Said() == button);
        var form = (IHtmlFormElement)pressed.Closest("form")!;
        Assert.Equal(("multipart/form-data", "file"), (form.GetAttribute("enctype"), form.QuerySelector($"[name='{field}']")!.GetAttribute("type")));
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in FieldsOf(form).Where(f => f.Key != field).Select(f => (f.Key, fields.FirstOrDefault(x => x.Name == f.Key).Value ?? f.Value)))
        {
            content.Add(new StringContent(value), name);
        }

        content.Add(new ByteArrayContent(file), field, "plan.docx");
        using var answer = await client.PostAsync(form.GetAttribute("action"), content);
        await ArriveAsync(answer);
        return this;
    }

    public async Task ArriveAsync(HttpResponseMessage answer)
    {
        if (answer.StatusCode == HttpStatusCode.SeeOther)
        {
            await OpenAsync(answer.Headers.Location!.OriginalString);
            return;
        }

        await ReadAsync(answer, Address);
    }

    // As a browser sends a form that nobody touched.
    private static List<KeyValuePair<string, string>> FieldsOf(IHtmlFormElement form)
    {
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var element in form.QuerySelectorAll("input, select, textarea"))
        {
            var name = element.GetAttribute("name");
            var value = element switch
            {
                IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false } => null,
                IHtmlInputElement input => input.Value,
                IHtmlSelectElement select => select.Value,
                IHtmlTextAreaElement area => area.Value,
                _ => null,
            };
            if (name is not null && value is not null)
            {
                fields.Add(new(name, value));
            }
        }

        return fields;
    }

    private async Task ReadAsync(HttpResponseMessage answer, string address)
    {
        Size = (await answer.Content.ReadAsByteArrayAsync()).Length;
        (Status, Address, Page) = (answer.StatusCode, address, await answer.PageAsync(answer.StatusCode));
    }
}
