using Hsvo.UseCases.Papers;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Http.Api;

/// <summary>Hands out the papers.</summary>
/// <param name="papers">The use case.</param>
public sealed class PapersFunctions(ReadPaper papers)
{
    /// <summary><c>GET /hsvo/v1/meetings/{meetingId}/paper/{file}</c>: a file of the newest edition, the sealed one once there is one.</summary>
    [Function("GetPaper")]
    [Access(Access.Read)]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "hsvo/v1/meetings/{meetingId}/paper/{file}")] HttpRequest request,
        string meetingId, string file, CancellationToken cancellationToken)
    {
        if (!(await papers.HandleAsync(meetingId, file, cancellationToken)).Succeeded(out var paper, out var failure))
        {
            return FailureResult.Of(failure);
        }

        return Results.Bytes(paper.Content, paper.File.ContentType, entityTag: new($"\"{paper.File.Sha256}\""));
    }
}
