using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Territory.Contracts;
using Territory.Model.Problems;

namespace Territory.Dashboard.Hosting;

/// <summary>Turns exceptions into answers: a malformed request is 400 with its problems, an unknown outcome 503, anything else 500 without detail.</summary>
internal sealed partial class Failures(ILogger<Failures> logger) : IExceptionHandler
{
    private const string WrongKind = "The value is missing, or not of the kind that belongs here.";

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        switch (exception)
        {
            case OperationCanceledException when httpContext.RequestAborted.IsCancellationRequested:
                return true;
            case BadHttpRequestException bad:
                httpContext.Response.StatusCode = bad.StatusCode;
                await httpContext.Response.WriteAsJsonAsync(new RequestProblems([ProblemOf(bad)]), cancellationToken);
                return true;
            case NotSupportedException { Message: var words } when words.Contains("type discriminator", StringComparison.Ordinal):
                // The serializer has no other word for an object that does not say of which kind it is.
                httpContext.Response.StatusCode = StatusCodes.Status400BadRequest;
                await httpContext.Response.WriteAsJsonAsync(
                    new RequestProblems([new RequestProblem("request.json", "The object needs its \"kind\".", JsonPath().Match(words) is { Success: true } path ? path.Groups["path"].Value : null)]), cancellationToken);
                return true;
            case InvalidInputException invalid:
                httpContext.Response.StatusCode = StatusCodes.Status400BadRequest;
                await httpContext.Response.WriteAsJsonAsync(new RequestProblems([.. invalid.Problems.Select(RequestProblem.Of)]), cancellationToken);
                return true;
            case OutcomeUnknownException or TimeoutException or OrleansException:
                UnknownOutcome(logger, exception, httpContext.Request.Method, httpContext.Request.Path);
                httpContext.Response.Headers.RetryAfter = "1";
                await Refusal.WriteAsync(httpContext, StatusCodes.Status503ServiceUnavailable, "outcome.unknown");
                return true;
            default:
                Failed(logger, exception, httpContext.Request.Method, httpContext.Request.Path);
                await Refusal.WriteAsync(httpContext, StatusCodes.Status500InternalServerError, "internal");
                return true;
        }
    }

    private static RequestProblem ProblemOf(BadHttpRequestException exception)
    {
        if (exception.InnerException is JsonException json)
            return new RequestProblem("request.json", RuleOf(json), json.Path?.TrimStart('$').TrimStart('.'));
        if (exception.StatusCode == StatusCodes.Status415UnsupportedMediaType)
            return new RequestProblem("request.content-type", "The body is JSON, and its content type is application/json.");
        var parameter = Parameter().Match(exception.Message);
        if (!parameter.Success)
            return new RequestProblem("request.malformed", exception.Message);
        if (parameter.Groups["value"] is { Success: true } value)
            return new RequestProblem("request.parameter", WrongKind, parameter.Groups["name"].Value, value.Value);
        return exception.Message.Contains("body", StringComparison.Ordinal)
            ? new RequestProblem("request.body", "A JSON body is needed.")
            : new RequestProblem("request.parameter", WrongKind, parameter.Groups["name"].Value);
    }

    /// <summary>The serializer's own words name types of this program, which tell a caller nothing; those of our converters and of the syntax do.</summary>
    private static string RuleOf(JsonException exception) =>
        exception.Message.Contains("Territory.", StringComparison.Ordinal) || exception.Message.Contains("System.", StringComparison.Ordinal)
            ? WrongKind
            : exception.Message;

    // The framework's words for a parameter that is missing or cannot be read, with the parameter's type, name and sometimes value.
    [GeneratedRegex("""parameter "(?:[^"]* )?(?<name>[^" ]+)"(?: from "(?<value>.*)"\.$)?""", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Parameter();

    [GeneratedRegex("""Path: \$\.?(?<path>[^ |]+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex JsonPath();

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Method} {Path}: the outcome is unknown; the client may retry with the same command id.")]
    private static partial void UnknownOutcome(ILogger logger, Exception exception, string method, string path);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed.")]
    private static partial void Failed(ILogger logger, Exception exception, string method, string path);
}
