using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hsvo.TestKit.Builders;

namespace Hsvo.EndToEnd.Fuzzing;

/// <summary>Forms that are right, for every page that takes one: each is read first, as a browser does.</summary>
internal sealed partial class ValidRequests
{
    // False for what is no form.
    private async Task<bool> TryFillInAsync(FuzzedRequest request)
    {
        switch (request.Route.Function)
        {
            case "ReadPlanFile":
                Upload(request, await BeforeAsync("ImportPage", b => b.Method = "GET"));
                break;
            case "ImportDraft":
                var asked = await BeforeAsync("ImportPage", b => b.Method = "GET");
                var draft = await BeforeAsync("ReadPlanFile", b => Upload(b, asked));
                request.Bytes = Encoding.UTF8.GetBytes(string.Join('&', Hidden(draft).Append(("do", random.Of("store", "download"))).Select(f => $"{f.Item1}={Uri.EscapeDataString(f.Item2)}")));
                request.ContentType = "application/x-www-form-urlencoded";
                TakeCookie(request, asked);
                break;
            case "SayNothingMore":
                await FillInAsync(request, ("do", random.Of("nothingMore", "more")));
                break;
            case "AnswerQuestion":
                await FillInAsync(request, ("comment", NewText()), ("reason", Because), ("do", random.Of("draft", "draft", "save", "throwAway")));
                break;
            case "TakeAnswerBack":
                request.Values["indicator"] = random.Of(FuzzedUnit.Changing).Id;
                await ReportAsync(request, "nej");
                await FillInAsync(request, "WithdrawalPage", [("reason", Because)]);
                break;
            case "SetMeetingAtPage":
                request.Values["meetingId"] = $"sidan-{unit.Department}";
                var (plan, round) = OwnRound(2);
                await CoordinateAsync(request, ("date", random.Of("2021-06-08", "2021-06-15")), ("kind", "extra"), ("agenda", $"{plan}/{round}"), ("do", random.Of("set", "remove")));
                break;
            case "GivePermit":
                await CoordinateAsync(request, ("department", unit.Department), ("until", random.Of("2021-05-20", "2021-06-01")), ("reason", Because));
                break;
            case "ReviewAnswers":
                await CoordinateAsync(request);
                break;
            case "SettleResponsibility":
                request.Values["plan"] = Plan.Id;
                // As it was: the rest of the run reports by it.
                await FillInAsync(request, "ResponsibilityPage", [("body", Plan.Bodies[0].Id), .. Plan.Bodies[0].OwedBy.Select(d => ("department", d))]);
                break;
            case "SettleRowResponsibility":
                (request.Values["plan"], request.Values["indicator"]) = (Plan.Id, random.Of(FuzzedUnit.Steady).Id);
                await FillInAsync(request, "RowResponsibilityPage", [("do", "remove")]);
                break;
            case "SendAnswers":
                request.Values["indicator"] = random.Of(FuzzedUnit.Steady).Id;
                var answer = RowOf(request, random.Of("ja", "nej"));
                request.Values.Remove("indicator");
                await FillInAsync(request, ("rows", new JsonArray(answer).ToJsonString()));
                break;
            case "CheckSheet":
                await ChooseFileAsync(request, $"Plan;Omgång;Förvaltning;Indikator-id;Svar\n{Plan.Id};{random.Of(Plan.Rounds).Id};{unit.Department};{random.Of(FuzzedUnit.Steady).Id};{random.Of("ja", "nej")}\n");
                break;
            case "SendSheet":
                (request.Values["indicator"], request.Values["round"]) = (random.Of(FuzzedUnit.Steady).Id, random.Of(Plan.Rounds).Id);
                var sheet = new JsonArray(RowOf(request, random.Of("ja", "nej")));
                request.Values.Clear();
                await FillInAsync(request, ("plan", Plan.Id), ("numbers", "2"), ("rows", sheet.ToJsonString()));
                break;
            default:
                return false;
        }

        return true;
    }

    // As a browser does: what a form carries along unseen goes with what is filled in. A question's page has one whatever is awaited.
    private Task FillInAsync(FuzzedRequest request, params (string Name, string Value)[] fields) => FillInAsync(request, "QuestionPage", fields);

    private async Task FillInAsync(FuzzedRequest request, string page, (string Name, string Value)[] fields)
    {
        var hidden = (await HiddenAsync(request, page)).Where(h => fields.All(f => f.Name != h.Name));
        request.Bytes = Encoding.UTF8.GetBytes(string.Join('&', hidden.Concat(fields).Select(f => $"{f.Name}={Uri.EscapeDataString(f.Value)}")));
        request.ContentType = "application/x-www-form-urlencoded";
    }

    private async Task ChooseFileAsync(FuzzedRequest request, string file)
    {
        var parts = (await HiddenAsync(request, "SheetPage")).Select(h => $"Content-Disposition: form-data; name={h.Name}\r\n\r\n{h.Value}")
            .Append($"Content-Disposition: form-data; name=file; filename=svar.csv\r\n\r\n{file}");
        request.Bytes = Encoding.UTF8.GetBytes(string.Concat(parts.Select(p => $"--x\r\n{p}\r\n")) + "--x--\r\n");
        request.ContentType = "multipart/form-data; boundary=x";
    }

    private async Task<IEnumerable<(string Name, string Value)>> HiddenAsync(FuzzedRequest request, string page)
    {
        var shown = await BeforeAsync(page, b =>
        {
            Like(b, request);
            b.Method = "GET";
        });
        TakeCookie(request, shown);
        return Hidden(shown);
    }

    // A plan in Word, as a browser sends it.
    private void Upload(FuzzedRequest request, FuzzAnswer shown)
    {
        var fields = string.Concat(Hidden(shown).Select(f => $"--x\r\nContent-Disposition: form-data; name={f.Name}\r\n\r\n{f.Value}\r\n"));
        var file = $"--x\r\nContent-Disposition: form-data; name=fil; filename=plan.docx\r\nContent-Type: {WordBuilder.MediaType}\r\n\r\n";
        request.Bytes = [.. Encoding.UTF8.GetBytes(fields + file), .. Word(), .. "\r\n--x--\r\n"u8];
        request.ContentType = "multipart/form-data; boundary=x";
        TakeCookie(request, shown);
    }

    private static IEnumerable<(string Name, string Value)> Hidden(FuzzAnswer shown) =>
        HiddenField().Matches(shown.Text).Select(m => (m.Groups["name"].Value, m.Groups["value"].Value)).DistinctBy(h => h.Item1);

    private static void TakeCookie(FuzzedRequest request, FuzzAnswer shown)
    {
        if (shown.Headers.TryGetValues("Set-Cookie", out var cookies))
        {
            request.Set("Cookie", cookies.Single().Split(';')[0]);
        }
    }

    private Task CoordinateAsync(FuzzedRequest request, params (string Name, string Value)[] fields) => FillInAsync(request, "MeetingFormPage", fields);

    private byte[] Word() => new WordBuilder().Title("Verksamhetsplan 2022").Heading(2, "2.1 Samverkan").Heading(3, "2.1.1 Det finns en samverkan")
        .Table(
        [
            [new("Prioriterat område"), new("Aktiviteter 2022"), new("Indikatorer"), new("Ansvar")],
            [new(NewText()), new(NewText(), NewText()), new(NewText(), "Se 2.1.1"), new("TL HSVO Uppsala")],
        ]).Build();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[a-z]+)\" value=\"(?<value>[^\"]*)\"")]
    private static partial Regex HiddenField();
}
