namespace Territory.Optimizer.Patterns;

/// <summary>What a choice of patterns costs, by term; the formula is at <see cref="PatternProblem"/>.</summary>
public readonly record struct PatternCost(long Overload, long Deviation, long Patterns)
{
    public long Total => Overload + Deviation + Patterns;
}
