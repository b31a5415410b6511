using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Territory.Contracts;

namespace Territory.Dashboard.Hosting;

/// <summary>Why a request was not done: a stable code that the client puts into words, with the figures it needs.</summary>
public sealed record Refusal(string Code, IReadOnlyDictionary<string, string>? Detail = null)
{
    public static JsonHttpResult<Refusal> Of(int status, string code) => TypedResults.Json(new Refusal(code), statusCode: status);

    /// <summary>A command that a grain refused.</summary>
    public static Conflict<Refusal> Of(CommandResult outcome) =>
        TypedResults.Conflict(new Refusal(outcome.RefusalCode ?? throw new ArgumentException("The command was accepted.", nameof(outcome)), outcome.Detail));

    public static NotFound<Refusal> Unknown(string code) => TypedResults.NotFound(new Refusal(code));

    public static Task WriteAsync(HttpContext context, int status, string code)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(new Refusal(code), context.RequestAborted);
    }
}
