using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Territory.Model.Problems;

namespace Territory.Dashboard.Hosting;

/// <summary>One thing that is wrong with a request.</summary>
/// <param name="Line">Of a text that was brought along.</param>
public sealed record RequestProblem(string Code, string Rule, string? Field = null, string? Value = null, long? Line = null)
{
    public static RequestProblem Of(Problem problem) => new(problem.Code, problem.Rule, problem.Field, problem.Value, problem.Line);
}

/// <summary>Everything that is wrong with a request, never only the first.</summary>
public sealed record RequestProblems(IReadOnlyList<RequestProblem> Problems)
{
    public static BadRequest<RequestProblems> Answer(params IReadOnlyList<RequestProblem> problems) => TypedResults.BadRequest(new RequestProblems(problems));
}
