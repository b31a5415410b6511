namespace Territory.Optimizer.Patterns;

/// <summary>What a unit of load costs where it should not be.</summary>
/// <param name="Overload">Above the capacity of a day.</param>
/// <param name="Deviation">Above or below the target of a day.</param>
public readonly record struct PatternPrices(long Overload, long Deviation);
