using System.Text.Json;

namespace Hsvo.Functions.Mapping;

/// <summary>How enumerations are written: camelCase.</summary>
internal static class EnumNames
{
    public static string ToName<T>(this T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
