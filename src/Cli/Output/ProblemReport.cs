using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Territory.Model.Problems;

namespace Territory.Cli.Output;

/// <summary>Problems of an import as JSON and as a CSV that a spreadsheet opens.</summary>
internal static class ProblemReport
{
    public static JsonNode Json(Problem problem) => new JsonObject
    {
        ["severity"] = problem.Severity.ToString().ToLowerInvariant(),
        ["file"] = problem.File,
        ["line"] = problem.Line,
        ["field"] = problem.Field,
        ["value"] = problem.Value,
        ["rule"] = problem.Rule,
        ["code"] = problem.Code,
    };

    public static string Csv(IEnumerable<Problem> problems)
    {
        // The byte order mark makes Excel read the file as UTF-8.
        var text = new StringBuilder("\uFEFFseverity,line,field,value,rule,code\r\n");
        foreach (var problem in problems)
        {
            text.AppendJoin(',', new[]
            {
                problem.Severity.ToString().ToLowerInvariant(),
                problem.Line?.ToString(CultureInfo.InvariantCulture) ?? "",
                Quoted(problem.Field),
                Quoted(problem.Value),
                Quoted(problem.Rule),
                problem.Code,
            }).Append("\r\n");
        }

        return text.ToString();
    }

    /// <summary>A cell that a spreadsheet would run as a formula is kept as text: what a refused row holds is anybody's.</summary>
    private static string Quoted(string? cell)
    {
        cell ??= "";
        if (cell.Length > 0 && cell[0] is '=' or '+' or '-' or '@' or '\t' or '\r')
            cell = "'" + cell;
        return "\"" + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
    }
}
