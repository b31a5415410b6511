using System.Globalization;

namespace Territory.Optimizer.Formats;

/// <summary>The explicit weights of a VRPLIB file as a full matrix, row by row.</summary>
internal sealed class VrplibWeights(VrplibText text, int size, ProblemLog log)
{
    private const string Section = "EDGE_WEIGHT_SECTION";
    private static readonly string[] Formats = ["FULL_MATRIX", "LOWER_ROW", "LOWER_DIAG_ROW", "UPPER_ROW", "UPPER_DIAG_ROW"];

    /// <summary>Null, with every problem noted, where they cannot be read.</summary>
    public double[]? Read()
    {
        var format = text.Value("EDGE_WEIGHT_FORMAT").ToUpperInvariant();
        if (!Formats.Contains(format))
        {
            log.Add("vrplib.weight.format", $"EDGE_WEIGHT_FORMAT must be one of {string.Join(", ", Formats)}.", text.LineOf("EDGE_WEIGHT_FORMAT"), "EDGE_WEIGHT_FORMAT", format);
            return null;
        }

        if (text.Rows(Section, isNeeded: true) is not { } rows)
            return null;
        // A hostile file may ask for the memory of a matrix that it does not bring.
        var given = rows.Sum(row => (long)row.Words.Length);
        if (given != CountOf(format))
        {
            log.Add(given > CountOf(format) ? "vrplib.weight.many" : "vrplib.weight.few", $"{format} of {size} nodes has {CountOf(format)} weights.", rows.Count == 0 ? text.LineOf(Section) : rows[^1].Line, Section, $"{given}");
            return null;
        }

        var cells = Cells(format).GetEnumerator();
        var matrix = new double[size * size];
        foreach (var (line, words) in rows)
        {
            foreach (var word in words)
            {
                cells.MoveNext();
                var (row, column) = cells.Current;
                if (!double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var weight) || weight is not (>= 0 and <= InstanceLimits.LargestWeight))
                {
                    log.Add("number.range", $"A weight must be 0 to {InstanceLimits.LargestWeight}.", line, $"{Section}[{row + 1},{column + 1}]", word);
                    weight = 0;
                }

                matrix[(row * size) + column] = weight;
                if (format != "FULL_MATRIX")
                    matrix[(column * size) + row] = weight;
            }
        }

        return matrix;
    }

    private long CountOf(string format) => format switch
    {
        "FULL_MATRIX" => (long)size * size,
        "LOWER_ROW" or "UPPER_ROW" => (long)size * (size - 1) / 2,
        _ => (long)size * (size + 1) / 2,
    };

    private IEnumerable<(int Row, int Column)> Cells(string format)
    {
        for (var row = 0; row < size; row++)
        {
            var (from, to) = format switch
            {
                "LOWER_ROW" => (0, row),
                "LOWER_DIAG_ROW" => (0, row + 1),
                "UPPER_ROW" => (row + 1, size),
                "UPPER_DIAG_ROW" => (row, size),
                _ => (0, size),
            };
            for (var column = from; column < to; column++)
                yield return (row, column);
        }
    }
}
