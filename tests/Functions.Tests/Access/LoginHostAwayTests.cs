using Hsvo.Functions.Http;
using Microsoft.IdentityModel.Tokens;

namespace Hsvo.Functions.Tests.Access;

/// <summary>A token that couldn't be checked is none that is wrong.</summary>
public sealed class LoginHostAwayTests
{
    [Fact]
    public void What_failed_of_the_way_to_the_login_host_is_told_from_what_failed_of_the_token()
    {
        var away = new SecurityTokenInvalidIssuerException("IDX40001", new InvalidOperationException("IDX20803", new HttpRequestException("refused")));
        var slow = new SecurityTokenInvalidIssuerException("IDX40001", new TaskCanceledException("too slow"));
        var wrong = new SecurityTokenSignatureKeyNotFoundException("IDX10503");

        Assert.True(SignInFailures.IsOfLoginHostAway(away));
        Assert.True(SignInFailures.IsOfLoginHostAway(slow));
        Assert.True(SignInFailures.IsOfLoginHostAway(new AggregateException(wrong, away)));
        Assert.False(SignInFailures.IsOfLoginHostAway(wrong));
        Assert.False(SignInFailures.IsOfLoginHostAway(new AggregateException(wrong)));
        Assert.False(SignInFailures.IsOfLoginHostAway(null));
    }
}
