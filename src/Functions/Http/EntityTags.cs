using System.Security.Cryptography;
using System.Text;

namespace Hsvo.Functions.Http;

/// <summary>Entity tags of what is made of several things.</summary>
internal static class EntityTags
{
    /// <summary>A text that is another when any of the versions is.</summary>
    public static string Of(IEnumerable<string> versions) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', versions))).AsSpan(0, 12));
}
