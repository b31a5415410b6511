using System.Globalization;

namespace Territory.Inventory.Benchmarks;

/// <summary>One finished run as a line of the table.</summary>
internal sealed record RunLine
{
    public const string Header =
        "| set | instance | seed | limit s | clock | best known | found | gap % | iterations | seconds | processor s | load | commit | date | machine |\n"
        + "|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|";

    private const int Columns = 15;

    public required string Set { get; init; }

    public required string Instance { get; init; }

    public required long Seed { get; init; }

    public required double Limit { get; init; }

    public required string Clock { get; init; }

    public double Best { get; init; }

    public double Found { get; init; }

    /// <summary>Above the best published cost.</summary>
    public double Gap => (Found - Best) / Best * 100;

    public long Iterations { get; init; }

    public double Seconds { get; init; }

    public double ProcessorSeconds { get; init; }

    public double Load { get; init; }

    public string Commit { get; init; } = "";

    public string Date { get; init; } = "";

    public string Machine { get; init; } = "";

    /// <summary>Runs with the same key are the same measurement: a rerun leaves it out.</summary>
    public (string Instance, long Seed, double Limit, string Clock) Key => (Instance, Seed, Limit, Clock);

    public static RunLine? Parse(string text)
    {
        var cells = text.Split('|', StringSplitOptions.TrimEntries);
        if (cells.Length != Columns + 2 || !long.TryParse(cells[3], NumberStyles.Integer, CultureInfo.InvariantCulture, out var seed))
            return null;
        double Number(int column) => double.Parse(cells[column], CultureInfo.InvariantCulture);
        return new RunLine
        {
            Set = cells[1],
            Instance = cells[2],
            Seed = seed,
            Limit = Number(4),
            Clock = cells[5],
            Best = Number(6),
            Found = Number(7),
            Iterations = (long)Number(9),
            Seconds = Number(10),
            ProcessorSeconds = Number(11),
            Load = Number(12),
            Commit = cells[13],
            Date = cells[14],
            Machine = cells[15],
        };
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"| {Set} | {Instance} | {Seed} | {Limit:0.##} | {Clock} | {Best} | {Found:0.00} | {Gap:0.000} | {Iterations} | {Seconds:0.0} | {ProcessorSeconds:0.0} | {Load:0.0} | {Commit} | {Date} | {Machine} |");
}
