using Territory.Roads.Benchmarks;

// Usage: dotnet run -c Release --project bench/Roads -- FOLDER_WITH_EXTRACTS [import] [query] [growth] [reference]; all without a name.
var extracts = new Extracts(args.Length > 0 ? args[0] : throw new ArgumentException("Name the folder that holds the .osm.pbf extracts and malta-points-1000.txt."));
(string Name, Action<Extracts> Run)[] parts =
[
    ("import", ImportBenchmark.Run),
    ("query", QueryBenchmark.Run),
    ("growth", GrowthBenchmark.Run),
    ("reference", ReferenceBenchmark.Run),
];
foreach (var (name, run) in parts)
{
    if (args.Length > 1 && !args[1..].Contains(name, StringComparer.Ordinal))
        continue;
    run(extracts);
    Console.WriteLine();
}
