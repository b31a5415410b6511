using System.Globalization;
using System.IO.Compression;
using Territory.Cli.Files;
using Territory.Model.Problems;

namespace Territory.Cli.Verification;

/// <summary>Reads lines of numbers separated by commas: one row a line, none below 0; empty lines and those that begin with # say nothing.</summary>
/// <param name="columns">What each number of a line is called; a first line of these names is a header.</param>
internal sealed class NumberLines(params string[] columns)
{
    private const int MostListedProblems = 1_000;
    private const int MostRows = 100_000;
    private const int MostCharacters = 16 << 20;
    private const double Largest = 1e15;

    /// <param name="fewest">Rows without which nothing can be computed.</param>
    /// <exception cref="InvalidInputException">The file cannot be read, has lines that break the rule, all listed, or too few or many rows.</exception>
    public IReadOnlyList<double[]> Read(string path, string workingDirectory, int fewest)
    {
        var lines = LinesOf(InputFile.Require(path, workingDirectory), path);
        var rows = new List<double[]>();
        var problems = new List<Problem>();
        for (var number = 1; number <= lines.Length; number++)
        {
            var line = lines[number - 1].Trim();
            if (line.Length == 0 || line[0] == '#' || (rows.Count == 0 && IsHeader(line)))
                continue;
            if (RowOf(line, path, number, problems) is { } row)
                rows.Add(row);
        }

        if (problems.Count > MostListedProblems)
        {
            var more = problems.Count - MostListedProblems;
            problems = [.. problems.Take(MostListedProblems), new Problem("lines.more", string.Create(CultureInfo.InvariantCulture, $"{more} further problems are not listed."), path)];
        }

        if (problems.Count > 0)
            throw new InvalidInputException(problems);
        if (rows.Count < fewest || rows.Count > MostRows)
            throw new InvalidInputException(new Problem("lines.count", string.Create(CultureInfo.InvariantCulture, $"{fewest} to {MostRows} lines of {string.Join(',', columns)} are needed."), path, Value: rows.Count.ToString(CultureInfo.InvariantCulture)));
        return rows;
    }

    private double[]? RowOf(string line, string path, int number, List<Problem> problems)
    {
        var fields = line.Split(',', StringSplitOptions.TrimEntries);
        if (fields.Length != columns.Length)
        {
            problems.Add(new Problem("lines.fields", string.Create(CultureInfo.InvariantCulture, $"A line is {string.Join(',', columns)}; this one has {fields.Length} fields."), path, number, Value: Shortened(line)));
            return null;
        }

        var row = new double[columns.Length];
        var isGood = true;
        for (var column = 0; column < columns.Length; column++)
        {
            if (NumberOption.TryNumber(fields[column], out row[column]) && row[column] is >= 0 and <= Largest)
                continue;
            isGood = false;
            problems.Add(new Problem("lines.number", "A number of at least 0 is expected.", path, number, columns[column], Shortened(fields[column])));
        }

        return isGood ? row : null;
    }

    private bool IsHeader(string line) => line.Split(',', StringSplitOptions.TrimEntries).SequenceEqual(columns, StringComparer.OrdinalIgnoreCase);

    private static string[] LinesOf(string path, string name)
    {
        try
        {
            using var file = File.OpenRead(path);
            using Stream content = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file;
            using var reader = new StreamReader(content);
            // One more than allowed, so that a larger file is known from one that fits exactly.
            var text = new char[MostCharacters + 1];
            var length = reader.ReadBlock(text);
            if (length > MostCharacters)
                throw new InvalidInputException(new Problem("file.size", $"The file may hold at most {MostCharacters >> 20} million characters.", name));
            return new string(text, 0, length).Split('\n');
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new InvalidInputException(new Problem("file.unreadable", $"The file cannot be read: {exception.Message}", name));
        }
    }

    private static string Shortened(string text) => text.Length <= 60 ? text : text[..60] + "...";
}
