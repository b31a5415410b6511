using System.Globalization;
using Territory.Optimizer.Formats;
using Territory.Optimizer.Solving;

namespace Territory.Solver.Benchmarks;

/// <summary>What to run: sets by name, or single instances with a limit of their own.</summary>
internal sealed record BenchmarkOptions
{
    public const string Usage = """
        [SET... | all] [--quick SHARE] [--table FILE]     the sets of the route engine's table; SHARE of their limits, for development
        INSTANCE... --seconds S [--table FILE]            single instances
        summary [--table FILE]                            what a table says of each set
        repair                                            a stop inserted into and removed from a running plan of about 300
        rich                                              generated days with breaks, rush hours, wishes and skills, --seconds of processor time each
        slots                                             delivery days of the demo county, planned without and with the hours of the day, --iterations and --seconds of processor time each
        --data DIR        where the published instances are (../shared/data/vrp)
        --processor-time  limits in processor time of this process, for a machine that others use too
        --engine NAME, --threads N, --seed N, --seeds N, --iterations N, --rounding RULE, --objective vehicles-first
        """;

    private const string CommittedTable = "bench/Solver/RUNS.md";

    /// <summary>Null: the committed table for sets, none for single instances.</summary>
    public string? Table { get; init; }

    public string Data { get; init; } = Path.Combine("..", "shared", "data", "vrp");

    /// <summary>Of each limit of a set.</summary>
    public double Share { get; init; } = 1;

    public bool CountsProcessorTime { get; init; }

    public string Engine { get; init; } = SolverEngine.Territory;

    public int Threads { get; init; } = 1;

    public long FirstSeed { get; init; } = 1;

    /// <summary>Null: as many as the set has.</summary>
    public int? Seeds { get; init; }

    public long? Iterations { get; init; }

    public double Seconds { get; init; } = 10;

    public RoundingRule Rounding { get; init; } = RoundingRule.Auto;

    public RoutingObjective Objective { get; init; } = RoutingObjective.Distance;

    /// <summary>Names of sets, or paths.</summary>
    public IReadOnlyList<string> Targets { get; init; } = [];

    public bool IsOfSingles => Targets.Any(File.Exists);

    public string? TablePath => Table ?? (IsOfSingles ? null : CommittedTable);

    public TimeProvider Clock => CountsProcessorTime ? new ProcessorClock() : TimeProvider.System;

    public string ClockName => CountsProcessorTime ? "processor" : "wall";

    public static BenchmarkOptions? Parse(string[] args)
    {
        var options = new BenchmarkOptions();
        var targets = new List<string>();
        try
        {
            for (var i = 0; i < args.Length; i++)
            {
                if (!args[i].StartsWith("--", StringComparison.Ordinal))
                    targets.Add(args[i]);
                else
                    options = args[i] == "--processor-time" ? options with { CountsProcessorTime = true } : With(options, args[i], args[++i]);
            }
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException or IndexOutOfRangeException or OverflowException)
        {
            Console.Error.WriteLine($"{exception.Message}\n{Usage}");
            return null;
        }

        if (targets.Count == 0)
        {
            Console.Error.WriteLine(Usage);
            return null;
        }

        return options with { Targets = targets };
    }

    private static BenchmarkOptions With(BenchmarkOptions options, string name, string value) => name switch
    {
        "--table" => options with { Table = value },
        "--data" => options with { Data = value },
        "--quick" => options with { Share = double.Parse(value, CultureInfo.InvariantCulture) },
        "--engine" => options with { Engine = value },
        "--threads" => options with { Threads = int.Parse(value, CultureInfo.InvariantCulture) },
        "--seed" => options with { FirstSeed = long.Parse(value, CultureInfo.InvariantCulture), Seeds = options.Seeds ?? 1 },
        "--seeds" => options with { Seeds = int.Parse(value, CultureInfo.InvariantCulture) },
        "--iterations" => options with { Iterations = long.Parse(value, CultureInfo.InvariantCulture) },
        "--seconds" => options with { Seconds = double.Parse(value, CultureInfo.InvariantCulture) },
        "--rounding" => options with { Rounding = Enum.Parse<RoundingRule>(value, ignoreCase: true) },
        "--objective" => options with { Objective = value == "vehicles-first" ? RoutingObjective.VehiclesFirst : RoutingObjective.Distance },
        _ => throw new ArgumentException($"{name} is not known."),
    };
}
