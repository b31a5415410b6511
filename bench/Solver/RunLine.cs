using System.Globalization;

namespace Territory.Solver.Benchmarks;

/// <summary>One finished run as a line of the table.</summary>
internal sealed record RunLine
{
    public const string Header =
        "| set | instance | stops | seed | threads | limit s | clock | engine | best known | found | gap % | vehicles | best vehicles | first plan s | iterations | seconds | processor s | load | commit | date | machine |\n"
        + "|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|";

    private const int Columns = 21;

    public required string Set { get; init; }

    public required string Instance { get; init; }

    public int Stops { get; init; }

    public required long Seed { get; init; }

    public required int Threads { get; init; }

    public required double Limit { get; init; }

    public required string Clock { get; init; }

    public required string Engine { get; init; }

    public double Best { get; init; }

    public double Found { get; init; }

    public double Gap { get; init; }

    public int Vehicles { get; init; }

    public int? BestVehicles { get; init; }

    /// <summary>When the first plan that serves everybody was there; infinite where none came.</summary>
    public double FirstPlan { get; init; }

    public long Iterations { get; init; }

    public double Seconds { get; init; }

    public double ProcessorSeconds { get; init; }

    /// <summary>Load average of the machine over a minute when the run ended; its own share is 1 for each thread.</summary>
    public double Load { get; init; }

    public string Commit { get; init; } = "";

    public string Date { get; init; } = "";

    public string Machine { get; init; } = "";

    /// <summary>Runs with the same key are the same measurement: a rerun leaves it out.</summary>
    public (string Set, string Instance, long Seed, int Threads, double Limit, string Clock, string Engine) Key => (Set, Instance, Seed, Threads, Limit, Clock, Engine);

    /// <summary>Of what a summary may take the mean.</summary>
    public (string Set, int Threads, string Clock, string Engine) Group => (Set, Threads, Clock, Engine);

    public static RunLine? Parse(string text)
    {
        var cells = text.Split('|', StringSplitOptions.TrimEntries);
        if (cells.Length != Columns + 2 || !long.TryParse(cells[4], NumberStyles.Integer, CultureInfo.InvariantCulture, out var seed))
            return null;
        double Number(int column) => double.Parse(cells[column], CultureInfo.InvariantCulture);
        return new RunLine
        {
            Set = cells[1],
            Instance = cells[2],
            Stops = (int)Number(3),
            Seed = seed,
            Threads = (int)Number(5),
            Limit = Number(6),
            Clock = cells[7],
            Engine = cells[8],
            Best = Number(9),
            Found = Number(10),
            Gap = Number(11),
            Vehicles = (int)Number(12),
            BestVehicles = cells[13] == "-" ? null : (int)Number(13),
            FirstPlan = cells[14] == "-" ? double.PositiveInfinity : Number(14),
            Iterations = (long)Number(15),
            Seconds = Number(16),
            ProcessorSeconds = Number(17),
            Load = Number(18),
            Commit = cells[19],
            Date = cells[20],
            Machine = cells[21],
        };
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"| {Set} | {Instance} | {Stops} | {Seed} | {Threads} | {Limit:0.##} | {Clock} | {Engine} | {Best} | {Found:0.###} | {Gap:0.000} | {Vehicles} | {(BestVehicles is { } vehicles ? $"{vehicles}" : "-")} | {(double.IsFinite(FirstPlan) ? FirstPlan.ToString("0.00", CultureInfo.InvariantCulture) : "-")} | {Iterations} | {Seconds:0.0} | {ProcessorSeconds:0.0} | {Load:0.0} | {Commit} | {Date} | {Machine} |");
}
