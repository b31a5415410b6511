using System.Globalization;
using Territory.Market.Benchmarks;
using Territory.Market.Benchmarks.ObjectModel;
using Territory.Simulation.Lab.Sweep;

if (args.Length == 0) { Micro.Run(); return; }
var n = int.Parse(args[0], CultureInfo.InvariantCulture);
var p = int.Parse(args[1], CultureInfo.InvariantCulture);
var days = int.Parse(args[2], CultureInfo.InvariantCulture);
var setup = SampleMarket.Of(n, p, days, true);
foreach (var scalar in args.Length > 4 ? new[] { false } : new[] { false, true })
{
    RegionRun run = null!;
    var build = ProcessorTime.Of(() => run = new RegionRun(setup, setup.Regions[0], new LabDraws(1, false), 1, scalar));
    for (var d = 0; d < days / 2; d++) run.RunDay(d);
    var t = ProcessorTime.Of(() => { for (var d = days / 2; d < days; d++) run.RunDay(d); });
    var r = run.Result(); Console.WriteLine(string.Join(' ', RegionRun.T.Select(x => (x / (double)n / days).ToString("0.0")))); Array.Clear(RegionRun.T);
    Console.WriteLine($"scalar {scalar} build {build:0.0} s; {n * (days - days / 2.0) / t / 1e6:0.00} M terminal-days/s; oos {r.Weeks[^1].OutOfStockRate:0.000} calls {r.Weeks[^1].Calls} drops {r.Weeks[^1].Drops} waiting {r.Weeks[^1].DropsWaiting} share {r.Weeks[^1].Share:0.00} lost {r.Weeks[^1].CasesLost / r.Weeks[^1].CasesSold:0.000} units {r.Weeks[^1].UnitsSold / 7.0 / n:0.00}");
}
if (args.Length == 4)
{
    var m = new MarketAgent(setup, setup.Regions[0], 1);
    for (var d = 0; d < days / 2; d++) m.RunDay(d);
    var t = ProcessorTime.Of(() => { for (var d = days / 2; d < days; d++) m.RunDay(d); });
    Console.WriteLine($"objects {n * (days - days / 2.0) / t / 1e6:0.00} M");
}
