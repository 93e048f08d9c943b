using System.Globalization;
using Microsoft.Azure.Functions.Worker.LocalHosting;

namespace Hsvo.LocalHost.Tests;

public sealed class LocalArgumentsTests
{
    [Fact]
    public void Options_are_read_in_any_order()
    {
        var arguments = LocalArguments.Parse(["--fresh", "--data", "here", "--own-storage", "--no-example", "--port", "8080"]);

        Assert.True(arguments.Fresh);
        Assert.True(arguments.NoExample);
        Assert.True(arguments.OwnStorage);
        Assert.Equal("here", arguments.DataFolder);
        Assert.Equal(8080, arguments.Port);
        Assert.False(arguments.Help);
        Assert.Null(arguments.Verb);
    }

    [Fact]
    public void A_verb_keeps_its_own_options_and_shares_the_data_folder()
    {
        var arguments = LocalArguments.Parse(["token", "--role", "reader", "--data", "here", "--port", "1"]);

        Assert.Equal("token", arguments.Verb);
        Assert.Equal(["--role", "reader", "--port", "1"], arguments.VerbArguments);
        Assert.Equal("here", arguments.DataFolder);
        Assert.Null(arguments.Port);
    }

    [Theory]
    [InlineData("2021-05-03", "2021-05-03T00:00:00Z")]
    [InlineData("2021-05-03T08:30Z", "2021-05-03T08:30:00Z")]
    public void The_clock_can_begin_on_a_day_or_at_an_instant(string at, string expected)
    {
        Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), LocalArguments.Parse(["--at", at]).At);
    }

    [Theory]
    [InlineData("Unknown option '--prot'.", "--prot", "1")]
    [InlineData("Unknown option 'extra'.", "--fresh", "extra")]
    [InlineData("--port needs a value.", "--port")]
    [InlineData("--port needs a number from 0 (any free port) to 65535.", "--port", "65536")]
    [InlineData("--port needs a number from 0 (any free port) to 65535.", "--port", "-1")]
    [InlineData("--data needs a value.", "token", "--data")]
    [InlineData("--at needs a day, 2021-05-03, or an instant in UTC, 2021-05-03T08:00Z.", "--at", "maj")]
    public void A_mistake_gets_one_line_and_exit_code_2(string line, params string[] args)
    {
        var mistake = Assert.Throws<LocalRunException>(() => LocalArguments.Parse(args));

        Assert.Equal(line, mistake.Message.Replace($" Options: {LocalArguments.Valid}", "", StringComparison.Ordinal));
        Assert.Equal(2, mistake.ExitCode);
    }
}
