using Territory.Imports.Tables;
using Territory.Model.Geography;
using Territory.Model.Ids;
using Territory.Model.Problems;
using Territory.Model.Terminals;

namespace Territory.Imports.Outlets;

/// <summary>Outlets read from a table: the good rows as terminal files, and every problem with its line and column.</summary>
/// <param name="Rows">Rows of the table that held anything.</param>
public sealed record OutletImport(IReadOnlyList<TerminalFile> Good, int Rows, IReadOnlyList<Problem> Problems)
{
    public int Rejected => Rows - Good.Count;

    public bool HasErrors => Problems.Any(problem => problem.Severity == ProblemSeverity.Error);

    /// <summary>Reads a CSV file.</summary>
    /// <param name="shownPath">The file as the user named it, for problems.</param>
    /// <param name="coordinates">The system that the file's coordinates are in.</param>
    /// <param name="existing">Outlets the territory has already, against which doubles are found.</param>
    /// <exception cref="InvalidInputException">The file is no readable text.</exception>
    public static OutletImport Read(string path, string shownPath, RegionId region, CoordinateSystem coordinates, IReadOnlyCollection<TerminalFile> existing) =>
        FromText(TextFile.Read(path, shownPath), shownPath, region, coordinates, existing);

    public static OutletImport FromText(string text, string file, RegionId region, CoordinateSystem coordinates, IReadOnlyCollection<TerminalFile> existing)
    {
        var table = CsvTable.Parse(text, file);
        var problems = new List<Problem>(table.Problems);
        var headerProblems = new List<Problem>();
        var headers = OutletHeaders.Read(table.Headers, file, headerProblems);
        problems.AddRange(headerProblems);
        if (headerProblems.Any(problem => problem.Severity == ProblemSeverity.Error))
            return new OutletImport([], table.Rows.Count, problems);
        var doubles = new OutletDoubles(existing);
        var good = new List<TerminalFile>();
        foreach (var row in table.Rows)
        {
            var reader = new OutletRowReader(row, headers, file, region, coordinates, problems);
            if (reader.Read() is { } terminal && doubles.TryAdd(terminal, row.Line, file, problems))
                good.Add(terminal);
        }

        return new OutletImport(good, table.Rows.Count, problems);
    }
}
