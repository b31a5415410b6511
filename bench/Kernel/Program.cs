using System.Globalization;
using Territory.Kernel.Benchmarks;

var pairs = new PairThroughput(args.Length > 0 ? args[0] : Path.Combine("..", "shared", "data", "vrp", "x", "X-n322-k28.vrp"));
var merges = new MergeThroughput();
var exact = Throughput.PerSecond(pairs.Exact);
Console.WriteLine("| kernel | million a second | times the baseline |");
Console.WriteLine("|---|---:|---:|");
Print("pairs, exact price by each of eight operators (baseline)", exact, exact);
Print("pairs, bound of eleven operators one by one", Throughput.PerSecond(pairs.OneByOne), exact);
Print(pairs.IsVector ? "pairs, bound of eleven operators eight together" : "pairs, no gathers on this processor", Throughput.PerSecond(pairs.Together), exact);
var chained = Throughput.PerSecond(merges.Chained);
var walked = Throughput.PerSecond(merges.Walked);
Print("segment merges of insertions, the rest of the day walked (baseline)", walked, walked);
Print("segment merges, each waiting for the last", chained, walked);
Print("segment merges of insertions, halves known", Throughput.PerSecond(merges.Independent), walked);
Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"checksum {merges.Checksum}"));

static void Print(string name, double perSecond, double baseline) =>
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {perSecond / 1e6:0.0} | {perSecond / baseline:0.0} |"));
