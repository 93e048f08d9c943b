using System.Text.Json;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;

namespace Hsvo.Functions.Http;

/// <summary>Turns what came of a use case into a response.</summary>
internal static class Answers
{
    /// <summary>200 with the mapped value, or the failure.</summary>
    public static IResult ToResult<T, TDocument>(this Outcome<T> outcome, JsonSerializerOptions json, Func<T, TDocument> map)
        where T : class =>
        outcome.Succeeded(out var value, out var failure) ? Results.Json(map(value), json) : FailureResult.Of(failure);
}
