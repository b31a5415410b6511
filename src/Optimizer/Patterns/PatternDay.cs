namespace Territory.Optimizer.Patterns;

/// <summary>A day of the period.</summary>
/// <param name="Capacity">What it can take; more is possible at a price.</param>
/// <param name="Target">What it should take: less on a short Saturday.</param>
public readonly record struct PatternDay(long Capacity, long Target);
