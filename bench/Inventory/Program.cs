using System.Globalization;
using Territory.Inventory.Benchmarks;
using Territory.Optimizer.Formats;
using Territory.Optimizer.Inventory;
using Territory.Optimizer.Solving;

if (BenchmarkOptions.Parse(args) is not { } options)
    return 2;
var published = new PublishedInstances(options.Data);
var table = new RunTable(options.Table);
foreach (var target in options.Targets.SelectMany(Wanted))
    Finish(target.Set, target.Instance);
foreach (var group in table.Lines.GroupBy(line => (line.Set, line.Limit, line.Clock)))
{
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{group.Key.Set}, {group.Key.Limit:0.##} s {group.Key.Clock}: {group.Count()} runs, mean gap {group.Average(line => line.Gap):0.00} %, worst {group.Max(line => line.Gap):0.00} %, {group.Count(line => line.Gap < 0.0005)} at the best known or below"));
}

return 0;

IEnumerable<(string Set, string Instance)> Wanted(string target)
{
    if (target == "summary")
        return [];
    if (target == "all")
        return BenchmarkSets.All.SelectMany(set => set.Value, (set, instance) => (set.Key, instance));
    if (BenchmarkSets.All.TryGetValue(target, out var instances))
        return instances.Select(instance => (target, instance));
    return published.Has(target) ? [("single", target)] : throw new InvalidOperationException($"There is no set or instance {target}. Sets: {string.Join(", ", BenchmarkSets.All.Keys)}.");
}

void Finish(string set, string name)
{
    var planned = new RunLine { Set = set, Instance = name, Seed = options.Seed, Limit = options.Seconds, Clock = options.ClockName };
    if (table.Find(planned) is { } finished)
    {
        Console.WriteLine(finished);
        return;
    }

    var instance = published.Read(name);
    var best = published.UpperBound(name) ?? throw new InvalidOperationException($"The challenge gives no bound of {name}.");
    GC.Collect();
    var processor = Environment.CpuUsage.TotalTime;
    var result = new InventorySolver(options.Clock).Solve(
        instance.Problem,
        new SolveOptions { Seed = options.Seed, Iterations = options.Iterations, TimeLimit = options.Iterations is null ? TimeSpan.FromSeconds(options.Seconds) : null },
        null,
        CancellationToken.None);
    if (!result.Verdict.Feasible)
        throw new InvalidOperationException($"{name}: {string.Join("; ", result.Verdict.Breaches.Take(5))}");
    var line = planned with
    {
        Best = best,
        Found = (double)InventoryInstance.PublishedCost(result.Cost),
        Iterations = result.Iterations,
        Seconds = result.Elapsed.TotalSeconds,
        ProcessorSeconds = (Environment.CpuUsage.TotalTime - processor).TotalSeconds,
        Load = Machine.Load(),
        Commit = Machine.Commit,
        Date = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Machine = Machine.Name,
    };
    table.Add(line);
    Console.WriteLine(line);
}
