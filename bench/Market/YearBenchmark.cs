using Territory.Simulation.Lab.Setup;
using Territory.Simulation.Lab.Sweep;

namespace Territory.Market.Benchmarks;

/// <summary>A million terminals with the full rule set on one core, day after day, and the memory that they take.</summary>
internal static class YearBenchmark
{
    private const int Terminals = 1_000_000;

    public static void Run(int products, int days, bool shelfRules = false)
    {
        var setup = SampleMarket.Of(Terminals, products, days);
        if (shelfRules)
            setup = SampleMarket.WithShelfRules(setup);
        RegionRun? run = null;
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var opening = Rate.Seconds(() => run = new RegionRun(setup, setup.Regions[0], new LabDraws(1, false), 1, scalar: false));
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        var seconds = Rate.Seconds(() =>
        {
            for (var day = 0; day < days; day++)
                run!.RunDay(day);
        });
        Report.Line($"a million terminals, {products} products{(shelfRules ? " and shelf rules" : "")}, {days} days: {seconds:0.0} s, and {opening:0.0} s to open", Terminals * (double)days / seconds / 1e6, null);
        Report.Note($"{bytes / (double)Terminals:0} bytes a terminal of state, {SetupBytes(setup.Regions[0].Terminals) / (double)Terminals:0} of census");
    }

    private static long SetupBytes(LabTerminals census) =>
        (census.Keys.Length * (sizeof(ulong) + sizeof(double) + sizeof(double) + sizeof(int) + sizeof(double) + sizeof(int))) + census.Adopted.Length;
}
