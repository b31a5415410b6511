using Territory.Model.Quantities;
using Territory.Model.Terminals;
using Territory.Simulation.Lab.Setup;

namespace Territory.Simulation.KnownAnswers.LabMarkets;

/// <summary>The plainest market of the lab: one product, one cell, all terminals in its middle and equal, no reps.</summary>
internal static class LabMarket
{
    /// <summary>A Monday.</summary>
    public static DateOnly FirstDay { get; } = new(2026, 3, 2);

    public static LabProduct Product { get; } = new()
    {
        Id = "P",
        CostPerCase = new Money(1_500),
        FactoryPerCase = new Money(2_400),
        ChannelPerCase = new Money(3_000),
        RetailPerUnit = new Money(300),
    };

    /// <summary>Sales that answer to nothing.</summary>
    public static LabResponse NoResponse { get; } = new() { PriceElasticity = 0, CallLeast = 1, CallMost = 1, GoodwillGain = 0 };

    public static IReadOnlyList<bool> EveryDay { get; } = [true, true, true, true, true, true, true];

    public static LabSetup Of(int days, IReadOnlyList<LabRegion> regions) => new() { FirstDay = FirstDay, Days = days, Products = [Product], Regions = regions };

    public static LabRegion OneCell(string id, int terminals, double unitsPerTerminal) => new()
    {
        Id = id,
        Cells = new LabCells { Longitudes = [0], Latitudes = [0], UnitsPerDay = [unitsPerTerminal * terminals] },
        Terminals = new LabTerminals
        {
            Keys = KeysOf(id, terminals),
            Longitudes = new double[terminals],
            Latitudes = new double[terminals],
            Classes = [.. Enumerable.Repeat(TerminalClass.C, terminals)],
            Sizes = [.. Enumerable.Repeat(1.0, terminals)],
            Cells = new int[terminals],
        },
    };

    public static ulong[] KeysOf(string region, int terminals) =>
        [.. Enumerable.Range(0, terminals).Select(row => LabTerminals.KeyOf(region, $"T{row}"))];
}
