using Hsvo.Domain.Plans;

namespace Hsvo.Domain.Tests.Plans;

public sealed class IdentifierTests
{
    [Theory]
    [InlineData("a", true)]
    [InlineData("0", true)]
    [InlineData("2.1.1.i3", true)]
    [InlineData("forstarkt-au", true)]
    [InlineData("2021-05", true)]
    [InlineData("..", true)]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData(" ", false)]
    [InlineData("A", false)]
    [InlineData("å", false)]
    [InlineData("a b", false)]
    [InlineData("a_b", false)]
    [InlineData("a/b", false)]
    [InlineData("a|b", false)]
    [InlineData("a\n", false)]
    [InlineData("a\u0000", false)]
    [InlineData("٣", false)]
    public void An_id_is_made_of_small_letters_digits_dots_and_hyphens(string? text, bool isId) => Assert.Equal(isId, Identifier.IsValid(text));

    [Fact]
    public void An_id_has_64_characters_at_most()
    {
        Assert.True(Identifier.IsValid(new('a', 64)));
        Assert.False(Identifier.IsValid(new('a', 65)));
    }
}
