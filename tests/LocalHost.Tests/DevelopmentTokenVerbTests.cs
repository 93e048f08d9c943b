using Microsoft.IdentityModel.JsonWebTokens;

namespace Hsvo.LocalHost.Tests;

public sealed class DevelopmentTokenVerbTests : IDisposable
{
    private const string Roles = "reader, reporter, coordinator, auditor";
    private const string Departments = "amn, osn, scn, ubn, aln, shs, vs, nvs, uppsala-kommun, arbetsformedlingen, forsakringskassan, region-uppsala";

    private readonly DevelopmentFolder _folder = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public void Dispose()
    {
        _folder.Dispose();
        _output.Dispose();
        _error.Dispose();
    }

    [Fact]
    public async Task It_prints_nothing_but_a_token_that_a_host_on_the_same_folder_accepts()
    {
        var exit = await RunAsync("--role reporter --department ubn");

        Assert.Equal(0, exit);
        Assert.Equal("", _error.ToString());
        var token = Assert.Single(_output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
        using var host = new DevelopmentHost(DevelopmentKey.Open(_folder.Path));
        var result = await host.ReceiveAsync(token);
        Assert.True(result.Succeeded, result.Failure?.ToString());
        Assert.True(result.Principal.IsInRole("reporter"));
    }

    [Fact]
    public async Task The_token_says_who_for_whom_and_until_when()
    {
        await RunAsync("--role reporter --department ubn");

        var token = new JsonWebToken(_output.ToString().Trim());
        Assert.Equal("RS256", token.Alg);
        Assert.Equal(DevelopmentAuthority.Issuer, token.Issuer);
        Assert.Equal([DevelopmentAuthority.ClientId], token.Audiences);
        Assert.Equal(TimeSpan.FromHours(8), token.ValidTo - token.ValidFrom);
        Assert.Equal(token.ValidFrom, token.IssuedAt);
        Assert.Equal("2.0", token.GetPayloadValue<string>("ver"));
        Assert.Equal(DevelopmentAuthority.TenantId, token.GetPayloadValue<string>("tid"));
        Assert.Equal("00000000-0000-4000-8000-000000000104", token.GetPayloadValue<string>("oid"));
        Assert.Equal(token.Subject, token.GetPayloadValue<string>("oid"));
        Assert.Equal(["reporter"], token.GetPayloadValue<string[]>("roles"));
        Assert.Equal("Exempel: Utbildningsförvaltningen", token.GetPayloadValue<string>("name"));
    }

    [Theory]
    [InlineData("", $"token: --role is needed: one of {Roles}.")]
    [InlineData("--role", "token: --role needs a value.")]
    [InlineData("--role king", $"token: unknown role 'king': it is one of {Roles}.")]
    [InlineData("--role king --department amn", $"token: unknown role 'king': it is one of {Roles}.")]
    [InlineData("--role reporter", $"token: the role reporter needs a department: one of {Departments}.")]
    [InlineData("--role reporter --department xyz", $"token: unknown department 'xyz': it is one of {Departments}.")]
    [InlineData("--role reader --department amn", "token: a department goes with the role reporter, not with reader.")]
    [InlineData("--roll reader", "token: unknown option '--roll': it takes --role and --department.")]
    [InlineData("reader", "token: unknown option 'reader': it takes --role and --department.")]
    public async Task Wrong_arguments_get_one_line_and_exit_code_2(string arguments, string line)
    {
        var exit = await RunAsync(arguments);

        Assert.Equal(2, exit);
        Assert.Equal("", _output.ToString());
        Assert.Equal(line + Environment.NewLine, _error.ToString());
        Assert.False(File.Exists(_folder.KeyFile));
    }

    private Task<int> RunAsync(string arguments) => new DevelopmentTokenVerb(TimeProvider.System).RunAsync(
        arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries), _folder.Path, _output, _error, CancellationToken.None);
}
