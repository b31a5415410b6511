using System.Globalization;

namespace Territory.Optimizer.Benchmarks;

/// <summary>--table FILE --seconds S [--iterations N] [--seed N] [--threads N] [--rounding dimacs|nearest|exact] [--processor-time] INSTANCE...</summary>
internal sealed record BenchmarkOptions(
    string Table, double Seconds, long? Iterations, long Seed, int Threads, Formats.RoundingRule Rounding, bool CountsProcessorTime, IReadOnlyList<string> Instances)
{
    public static BenchmarkOptions? Parse(string[] args)
    {
        var options = new BenchmarkOptions("", 10, null, 1, 1, Formats.RoundingRule.Auto, false, []);
        var instances = new List<string>();
        try
        {
            for (var i = 0; i < args.Length; i++)
            {
                options = args[i] switch
                {
                    "--table" => options with { Table = args[++i] },
                    "--seconds" => options with { Seconds = double.Parse(args[++i], CultureInfo.InvariantCulture) },
                    "--iterations" => options with { Iterations = long.Parse(args[++i], CultureInfo.InvariantCulture) },
                    "--seed" => options with { Seed = long.Parse(args[++i], CultureInfo.InvariantCulture) },
                    "--threads" => options with { Threads = int.Parse(args[++i], CultureInfo.InvariantCulture) },
                    "--rounding" => options with { Rounding = Enum.Parse<Formats.RoundingRule>(args[++i], ignoreCase: true) },
                    "--processor-time" => options with { CountsProcessorTime = true },
                    _ => Instance(options, args[i], instances),
                };
            }
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException or IndexOutOfRangeException or OverflowException)
        {
            Console.Error.WriteLine($"{exception.Message} Usage: --table FILE --seconds S [--iterations N] [--seed N] [--threads N] [--rounding RULE] [--processor-time] INSTANCE...");
            return null;
        }

        return options with { Instances = instances };
    }

    private static BenchmarkOptions Instance(BenchmarkOptions options, string path, List<string> instances)
    {
        instances.Add(path);
        return options;
    }
}
