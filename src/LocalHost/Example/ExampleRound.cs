using System.Text.Json;

namespace Hsvo.LocalHost.Example;

/// <summary>
/// A made-up round, read from the embedded file: some answer ja, some nej with and without assessment, some are silent, and the two principals
/// disagree in places. None of it says anything of how the plan really went.
/// </summary>
/// <param name="Plan">The plan.</param>
/// <param name="Round">The round.</param>
/// <param name="Meeting">The id of its meeting.</param>
/// <param name="Departments">The rows of each department, as they are posted, but for department and round.</param>
internal sealed record ExampleRound(string Plan, string Round, string Meeting, IReadOnlyDictionary<string, IReadOnlyList<JsonElement>> Departments)
{
    /// <summary>The example of May 2021.</summary>
    public static ExampleRound May2021()
    {
        using var file = typeof(ExampleRound).Assembly.GetManifestResourceStream("example-2021-05.json")!;
        return JsonSerializer.Deserialize<ExampleRound>(file, JsonSerializerOptions.Web)!;
    }

    /// <summary>A department's submission, as <c>POST /hsvo/v1/reports</c> takes it.</summary>
    public object SubmissionOf(string department) => new
    {
        plan = Plan,
        reports = Departments[department].Select(row => new Dictionary<string, object>(
            row.EnumerateObject().Select(field => KeyValuePair.Create(field.Name, (object)field.Value)))
        {
            ["department"] = department,
            ["round"] = Round,
        }),
    };
}
