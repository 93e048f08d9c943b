using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Http.Operations;

/// <summary>The operation that a catch-all answers a request with.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Values">The values in its address.</param>
internal sealed record ServedOperation(Operation Operation, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>
    /// The function that answers an invocation: the one that a catch-all hands the request on to, else the invoked one. Every rule about functions
    /// asks here, so that an address written in another style opens nothing.
    /// </summary>
    public static string FunctionOf(FunctionContext context, HttpContext http) =>
        http.Features.Get<ServedOperation>()?.Operation.Function ?? context.FunctionDefinition.Name;
}
