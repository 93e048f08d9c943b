using System.Diagnostics.CodeAnalysis;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;

namespace Hsvo.Functions.Http.Api;

/// <summary>What a submission asks for in its query, since a spreadsheet can't say it: either place will do for JSON.</summary>
/// <param name="DryRun">Whether to answer what would happen and store nothing.</param>
/// <param name="Draft">Whether the rows are kept as drafts.</param>
internal sealed record SubmissionQuery(bool DryRun, bool Draft)
{
    /// <summary>Reads <c>?dryRun=&amp;draft=</c>.</summary>
    public static bool TryRead(HttpRequest request, [NotNullWhen(true)] out SubmissionQuery? query, [NotNullWhen(false)] out Failure? failure)
    {
        var wrong = new List<Fault>();
        query = new(Read(request, "dryRun", "query.dryRun", wrong), Read(request, "draft", "query.draft", wrong));
        failure = wrong.Count > 0 ? QueryFailures.Of(wrong) : null;
        return failure is null;
    }

    private static bool Read(HttpRequest request, string name, string code, List<Fault> wrong)
    {
        if (!bool.TryParse(request.Query[name] is [{ } text] ? text : bool.FalseString, out var value))
        {
            wrong.Add(new(code, name, "Skriv true eller false.", "Say true or false."));
        }

        return value;
    }
}
