using System.Collections.Frozen;
using System.Globalization;
using Territory.Imports.Tables;
using Territory.Model.Problems;
using Territory.Simulation.Lab.Scenarios.Fitting;

namespace Territory.Cli.Scenarios;

/// <summary>A market's deliveries from a CSV file, with Chinese or English headers: day, terminal, cases.</summary>
internal static class DeliveryFile
{
    private static readonly FrozenDictionary<string, string> Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["date"] = "date",
        ["day"] = "date",
        ["日期"] = "date",
        ["送货日期"] = "date",
        ["terminal"] = "terminal",
        ["outlet"] = "terminal",
        ["id"] = "terminal",
        ["终端"] = "terminal",
        ["终端编号"] = "terminal",
        ["客户编号"] = "terminal",
        ["cases"] = "cases",
        ["箱数"] = "cases",
        ["数量"] = "cases",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The year first in each: whether 3/4 is in March or April nobody knows.</summary>
    private static readonly string[] DateForms = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd", "yyyy年M月d日", "yyyy-M-d H:m:s", "yyyy/M/d H:m:s", "yyyy-M-d H:m", "yyyy/M/d H:m"];

    /// <exception cref="InvalidInputException">A column is missing or a row cannot be read; all are listed.</exception>
    public static IReadOnlyList<Delivery> Read(string path, string shownPath)
    {
        var table = CsvTable.Parse(TextFile.Read(path, shownPath), shownPath);
        var problems = table.Problems.Where(problem => problem.Severity == ProblemSeverity.Error).ToList();
        var columns = table.Headers.Index().Where(pair => Headers.ContainsKey(pair.Item)).DistinctBy(pair => Headers[pair.Item]).ToDictionary(pair => Headers[pair.Item], pair => pair.Index, StringComparer.Ordinal);
        foreach (var missing in Headers.Values.Distinct().Where(column => !columns.ContainsKey(column)))
            problems.Add(new Problem("history.header-missing", $"A column {missing} is needed ({string.Join(", ", Headers.Where(pair => pair.Value == missing).Select(pair => pair.Key))}).", shownPath, 1));
        if (problems.Count > 0)
            throw new InvalidInputException(problems);

        var deliveries = new List<Delivery>(table.Rows.Count);
        foreach (var row in table.Rows)
        {
            var (date, terminal, cases) = (row[columns["date"]], row[columns["terminal"]], row[columns["cases"]]);
            if (!DateOnly.TryParseExact(date, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var day))
                problems.Add(new Problem("history.date", "A date is expected, the year first: yyyy-MM-dd.", shownPath, row.Line, "date", date));
            else if (terminal.Length == 0)
                problems.Add(new Problem("history.terminal", "The terminal's id is expected.", shownPath, row.Line, "terminal"));
            else if (!int.TryParse(cases, NumberStyles.Integer, CultureInfo.InvariantCulture, out var count) || count < 0)
                problems.Add(new Problem("history.cases", "A whole number of cases, at least 0, is expected.", shownPath, row.Line, "cases", cases));
            else
                deliveries.Add(new Delivery(day, terminal, count));
        }

        return problems.Count > 0 ? throw new InvalidInputException(problems) : deliveries;
    }
}
