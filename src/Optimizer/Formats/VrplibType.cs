namespace Territory.Optimizer.Formats;

/// <summary>What the TYPE of a VRPLIB file says; everything else its sections say themselves.</summary>
/// <remarks>Names are those of CVRPLIB, of LKH-3 (Helsgaun 2017) and of the instances that PyVRP publishes.</remarks>
/// <param name="Rounding">By what rule results for Euclidean weights are published.</param>
internal sealed record VrplibType(string Name, RoundingRule Rounding)
{
    private static readonly VrplibType[] Known =
    [
        new("CVRP", RoundingRule.Nearest),
        new("ACVRP", RoundingRule.Nearest),
        new("DCVRP", RoundingRule.Nearest),
        new("ADCVRP", RoundingRule.Nearest),
        new("OVRP", RoundingRule.Nearest) { IsOpen = true },
        new("VRPB", RoundingRule.Nearest) { Backhauls = BackhaulOrder.AfterLinehaul },
        new("VRPBTW", RoundingRule.Dimacs) { Backhauls = BackhaulOrder.Last, HasWindows = true },
        new("VRPMPD", RoundingRule.Nearest) { MayHaveAmounts = true },
        new("VRPMPDTW", RoundingRule.Dimacs) { MayHaveAmounts = true, HasWindows = true },
        new("VRPSPD", RoundingRule.Nearest) { MayHaveAmounts = true },
        new("VRPSPDTW", RoundingRule.Dimacs) { MayHaveAmounts = true, HasWindows = true },
        new("MVRPB", RoundingRule.Nearest) { MayHaveAmounts = true },
        new("PCVRP", RoundingRule.Nearest),
        new("CPTP", RoundingRule.Nearest),
        new("PCVRPTW", RoundingRule.Dimacs) { HasWindows = true },
        new("GVRP", RoundingRule.Nearest),
        new("VRPTW", RoundingRule.Dimacs) { HasWindows = true },
        new("CVRPTW", RoundingRule.Dimacs) { HasWindows = true },
        new("VRPTW-RT", RoundingRule.Nearest) { HasWindows = true },
        new("MTVRP", RoundingRule.Nearest),
        new("MTVRPTW", RoundingRule.Dimacs) { HasWindows = true },
        new("MTVRPTWR", RoundingRule.Dimacs) { HasWindows = true },
        new("PDPTW", RoundingRule.Exact) { HasPairs = true, HasWindows = true },
        new("MDVRP", RoundingRule.Exact),
        new("MDVRPTW", RoundingRule.Exact) { HasWindows = true },
        new("HFVRP", RoundingRule.Exact),
        new("SDVRPTW", RoundingRule.Exact) { HasWindows = true },
    ];

    public static string Names => string.Join(", ", Known.Select(type => type.Name));

    public bool HasWindows { get; init; }

    /// <summary>Whether the last columns of PICKUP_AND_DELIVERY_SECTION name the other stop of a pair.</summary>
    public bool HasPairs { get; init; }

    /// <summary>Whether the last columns of PICKUP_AND_DELIVERY_SECTION, where there is one, are what is picked up and delivered.</summary>
    public bool MayHaveAmounts { get; init; }

    public BackhaulOrder Backhauls { get; init; }

    public bool IsOpen { get; init; }

    public static VrplibType? Of(string name) => Array.Find(Known, type => type.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
