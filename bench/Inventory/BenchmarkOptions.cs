using System.Globalization;

namespace Territory.Inventory.Benchmarks;

/// <summary>What to run.</summary>
internal sealed record BenchmarkOptions
{
    public const string Usage = """
        [SET... | all | INSTANCE...]     sets of the sample, or instances by name (S_abs1n5_2_H3)
        summary                          what the table says of each set
        --seconds S (10), --seed N (1), --iterations N, --processor-time, --table FILE
        --data DIR                       where the published instances and bounds are (../shared/data/vrp/irp)
        """;

    public string Table { get; init; } = "bench/Inventory/RUNS.md";

    public string Data { get; init; } = Path.Combine("..", "shared", "data", "vrp", "irp");

    public bool CountsProcessorTime { get; init; }

    public long Seed { get; init; } = 1;

    public double Seconds { get; init; } = 10;

    public long? Iterations { get; init; }

    public IReadOnlyList<string> Targets { get; init; } = [];

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
        "--seed" => options with { Seed = long.Parse(value, CultureInfo.InvariantCulture) },
        "--seconds" => options with { Seconds = double.Parse(value, CultureInfo.InvariantCulture) },
        "--iterations" => options with { Iterations = long.Parse(value, CultureInfo.InvariantCulture) },
        _ => throw new ArgumentException($"{name} is not known."),
    };
}
