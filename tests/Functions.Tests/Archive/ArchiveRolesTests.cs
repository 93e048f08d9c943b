using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hsvo.Functions.Archive;
using Hsvo.Functions.Tests.Access;
using Hsvo.UseCases.Archive;

namespace Hsvo.Functions.Tests.Archive;

/// <summary>What of few people and of masked texts stands in an archive hangs on the roles of who takes it out.</summary>
[Collection(TwoTenants.Collection)]
public sealed class ArchiveRolesTests(TwoTenants app) : IAsyncLifetime
{
    private const string Plan = "ekonomiskt-bistand-2023";
    private const string Round = "2023-05";
    private const string Indicator = "ekonomiskt-bistand.1.i2";
    private const string Cell = $"/hsvo/v1/plans/{Plan}/rounds/{Round}/reports/{Indicator}/amn";

    private static readonly Guid Somebody = new("00000000-0000-4000-8000-0000000000e7");

    public async Task InitializeAsync()
    {
        using var reported = await app.SendAsync(
            HttpMethod.Put, Cell, app.TokenOf(TwoTenants.Reporter, "reporter").Write(), Requests.JsonContent("""{"value":3,"comment":"Exempel: pekar ut någon."}"""), ("If-None-Match", "*"));
        Assert.True(reported.IsSuccessStatusCode || reported.StatusCode == HttpStatusCode.PreconditionFailed, await reported.Content.ReadAsStringAsync());
        using var masked = await app.SendAsync(
            HttpMethod.Post, $"{Cell}/mask", app.TokenOf(TwoTenants.Coordinator, "coordinator").Write(), Requests.JsonContent("""{"revision":1,"reason":"Exempel: pekar ut någon."}"""));
        Assert.True(masked.IsSuccessStatusCode || masked.StatusCode == HttpStatusCode.UnprocessableEntity, await masked.Content.ReadAsStringAsync());
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData(true, true, "Hela loggen", "coordinator", "auditor")]
    [InlineData(true, false, "Dolda texter är borttagna", "coordinator", "reader")]
    [InlineData(false, false, "Små antal personer är borttagna", "auditor", "reader")]
    public async Task Each_role_adds_what_it_may_read_elsewhere_and_only_both_get_the_whole_log(bool hasNumber, bool hasText, string told, params string[] roles)
    {
        var files = await TakeOutAsync(roles);

        var revision = files["svar/logg.jsonl"].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonSerializer.Deserialize<ArchivedRevision>(l, ArchiveJson.Lines)!)
            .Single(r => (r.Report.Key.Round, r.Report.Key.Indicator) == (Round, Indicator));
        Assert.Equal((hasNumber ? 3.0 : null, hasText), (revision.Report.Answer.Value?.Number, revision.Report.Comment is not null));
        Assert.NotNull(revision.Mask);
        Assert.Contains(told, files["las-mig.txt"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_takes_nothing_out_and_what_readers_see_is_the_same_in_everyones()
    {
        using var refused = await app.GetAsync($"/arkiv/{Plan}", app.TokenOf(Somebody, "reader"));
        using var seen = await app.GetAsync($"/hsvo/v1/status?plan={Plan}&round={Round}", app.TokenOf(Somebody, "reader"));
        var whole = await TakeOutAsync("coordinator", "auditor");
        var office = await TakeOutAsync("coordinator");

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        var status = await seen.Content.ReadAsStringAsync();
        Assert.Contains("suppressed", status, StringComparison.Ordinal);
        Assert.Equal(JsonNode.Parse(status)!.ToJsonString(), JsonNode.Parse(whole[$"laget/{Round}.json"])!.ToJsonString());
        Assert.All(whole.Where(f => f.Key.StartsWith("laget/", StringComparison.Ordinal)), f => Assert.Equal(f.Value, office[f.Key]));
    }

    private async Task<Dictionary<string, string>> TakeOutAsync(params string[] roles)
    {
        using var answer = await app.GetAsync($"/arkiv/{Plan}", app.TokenOf(Somebody, roles));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        var files = new Dictionary<string, string>();
        foreach (var entry in zip.Entries)
        {
            using var text = new StreamReader(await entry.OpenAsync(), Encoding.UTF8);
            files.Add(entry.FullName, await text.ReadToEndAsync());
        }

        return files;
    }
}
