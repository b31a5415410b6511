using System.Globalization;

namespace Territory.Solver.Benchmarks;

/// <summary>Runs every (instance, seed) of the wanted sets that the table does not have yet, and sums up.</summary>
internal sealed class SetBenchmark(BenchmarkOptions options)
{
    private readonly RunTable table = new(options.TablePath);

    public int Run()
    {
        var isSummary = options.Targets is ["summary"];
        var sets = Wanted();
        foreach (var set in isSummary ? [] : sets)
        {
            for (var seed = options.FirstSeed; seed < options.FirstSeed + (options.Seeds ?? set.Seeds); seed++)
            {
                foreach (var path in set.Instances)
                    Finish(set, path, seed);
            }
        }

        Console.WriteLine(SetSummary.Header);
        foreach (var set in sets)
        {
            foreach (var group in table.Lines.Where(line => line.Set == set.Name && (isSummary || IsWanted(line))).GroupBy(line => line.Group))
            {
                // A share of the limits is another measurement than the whole.
                foreach (var share in group.GroupBy(line => Math.Round(line.Limit / set.Limit.For(line.Stops), 2)))
                    Console.WriteLine(new SetSummary(set with { Name = share.Key == 1 ? set.Name : string.Create(CultureInfo.InvariantCulture, $"{set.Name} at {share.Key:0.##} of the limit") }, [.. share]));
            }
        }

        return 0;
    }

    private bool IsWanted(RunLine line) => line.Threads == options.Threads && line.Clock == options.ClockName && line.Engine == options.Engine;

    private IReadOnlyList<BenchmarkSet> Wanted()
    {
        if (options.IsOfSingles)
            return [new BenchmarkSet("single", options.Targets, new SetLimit(options.Seconds), null, 1) { Rounding = options.Rounding, Objective = options.Objective }];
        var sets = BenchmarkSets.In(options.Data);
        if (options.Targets is ["all"] or ["summary"])
            return sets;
        return [.. options.Targets.Select(name => sets.FirstOrDefault(set => set.Name == name)
            ?? throw new InvalidOperationException($"There is no set or file {name}. Sets: {string.Join(", ", sets.Select(set => set.Name))}."))];
    }

    private void Finish(BenchmarkSet set, string path, long seed)
    {
        var name = Path.GetFileName(path);
        var planned = new RunLine
        {
            Set = set.Name,
            Instance = name[..name.IndexOf('.', StringComparison.Ordinal)],
            Seed = seed,
            Threads = options.Threads,
            Limit = Math.Round(options.Share * set.Limit.For(set.Limit.SecondsPerStop > 0 ? Optimizer.Formats.InstanceReader.Read(path).ClientCount : 0), 2),
            Clock = options.ClockName,
            Engine = options.Engine,
        };
        if (table.Find(planned) is { } finished)
        {
            Console.WriteLine(finished);
            return;
        }

        var line = InstanceRun.Of(set, path, planned, options);
        table.Add(line);
        Console.WriteLine(line);
    }
}
