using Territory.Market.Benchmarks.ObjectModel;
using Territory.Simulation.Lab.Setup;
using Territory.Simulation.Lab.Sweep;

namespace Territory.Market.Benchmarks;

/// <summary>The full rule set: objects, columns one at a time, columns many at a time, over the same days of the same market.</summary>
internal static class RulesBenchmark
{
    /// <summary>Days before the clock starts: shelves have settled and the code is compiled.</summary>
    private const int Before = 42;
    private const int Days = 28;
    private const int Stretches = 3;

    public static void Run(int terminals, int products, bool shelfRules)
    {
        var setup = SampleMarket.Of(terminals, products, Before + (Stretches * Days));
        if (shelfRules)
            setup = SampleMarket.WithShelfRules(setup);
        var with = shelfRules ? " and shelf rules" : "";
        var units = (double)terminals * Days;
        var market = new MarketAgent(setup, setup.Regions[0], 1);
        var objects = Measure(day => market.RunDay(day), units);
        Report.Line($"{products} products{with}, objects (baseline), {terminals:N0} terminals", objects / 1e6, 1);
        var scalar = new RegionRun(setup, setup.Regions[0], new LabDraws(1, false), 1, scalar: true);
        var one = Measure(scalar.RunDay, units);
        Report.Line($"{products} products{with}, columns one at a time", one / 1e6, one / objects);
        var vector = new RegionRun(setup, setup.Regions[0], new LabDraws(1, false), 1, scalar: false);
        var four = Measure(vector.RunDay, units);
        Report.Line($"{products} products{with}, columns many at a time", four / 1e6, four / objects);
        Describe(vector.Result(), MarketDigest.Of(market), terminals, products);
    }

    private static double Measure(Action<int> runDay, double units)
    {
        for (var day = 0; day < Before; day++)
            runDay(day);
        var next = Before;
        return Rate.Best(Stretches, units, () =>
        {
            for (var stop = next + Days; next < stop; next++)
                runDay(next);
        });
    }

    private static void Describe(LabRegionResult result, ulong digest, int terminals, int products)
    {
        var week = result.Weeks[^1];
        Report.Note($"same state to the bit: {(result.StateHash == digest ? "yes" : "NO")}; adopted {(double)week.Adopted / terminals:P0}, "
            + $"{week.UnitsSold / 7.0 / terminals / products:0.00} units a product-day, {week.Calls / 7.0 / terminals:P1} of terminals called a day, out of stock {week.OutOfStockRate:P1}");
    }
}
