using System.Globalization;
using Orleans.TestingHost;
using Territory.Grains.Bench;

// One argument scales the work, so that a quick look does not take as long as the committed figures.
var scale = args.Length > 0 ? double.Parse(args[0], CultureInfo.InvariantCulture) : 1.0;
await using var cluster = new InProcessTestClusterBuilder(1).Build();
await cluster.DeployAsync();

var benchmark = new CallBenchmark(cluster.Client, scale);
Console.WriteLine("| case | unit | median | lowest | highest | median per second of processor time |");
Console.WriteLine("|---|---|---:|---:|---:|---:|");
await foreach (var measurement in benchmark.Run())
{
    var (lowest, highest) = (measurement.Rounds.Min(round => round.PerSecond), measurement.Rounds.Max(round => round.PerSecond));
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"| {measurement.Name} | {measurement.Unit} | {measurement.Median:N0} | {lowest:N0} | {highest:N0} | {measurement.MedianPerProcessorSecond:N0} |"));
}
