using System.Globalization;
using Territory.Market.Benchmarks;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var what = args.Length > 0 ? args[0] : "all";
var days = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 365;
Console.WriteLine("| what | million a second | times the baseline |");
Console.WriteLine("|---|---:|---:|");
if (what is "all" or "kernel")
    new KernelBenchmark().Run();
if (what is "all" or "rules")
    RulesBenchmark.Run(100_000, 10, shelfRules: false);
if (what is "all" or "shelf-rules")
    RulesBenchmark.Run(100_000, 10, shelfRules: true);
if (what is "all" or "year-1")
    YearBenchmark.Run(1, days);
if (what is "all" or "year-10")
    YearBenchmark.Run(10, days);
if (what is "all" or "year-10-shelf-rules")
    YearBenchmark.Run(10, days, shelfRules: true);
