namespace Hsvo.EndToEnd.Fuzzing;

/// <summary>One of several, by chance.</summary>
internal static class Chance
{
    public static T Of<T>(this Random random, params IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    public static bool OneIn(this Random random, int number) => random.Next(number) == 0;
}
