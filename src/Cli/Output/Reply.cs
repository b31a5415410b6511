using System.Text.Json;
using System.Text.Json.Nodes;
using Territory.Model.Problems;

namespace Territory.Cli.Output;

/// <summary>Prints a command's one JSON object, or the same as a table for people; and its problems, one a line.</summary>
internal sealed class Reply(IConsole console, bool table, bool quiet)
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public void Result(JsonObject result) => console.Result(table ? Table.Of(result) : result.ToJsonString(Compact));

    public void Progress(string line)
    {
        if (!quiet)
            console.Error(line);
    }

    /// <summary>Something that the result lacks and why; not silenced.</summary>
    public void Note(string line) => console.Error(line);

    public void Problems(IEnumerable<Problem> problems)
    {
        foreach (var problem in problems)
            console.Error(problem.Severity == ProblemSeverity.Error ? problem.ToString() : $"{problem.Severity.ToString().ToLowerInvariant()}: {problem}");
    }

    /// <summary>Prints why the input was refused and says so to the caller.</summary>
    public int Refuse(IReadOnlyList<Problem> problems)
    {
        Problems(problems);
        return ExitStatus.Refused;
    }
}
