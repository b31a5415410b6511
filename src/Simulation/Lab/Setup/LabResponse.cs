namespace Territory.Simulation.Lab.Setup;

/// <summary>How sales answer to price, calls and goodwill.</summary>
public sealed record LabResponse
{
    /// <summary>e in (price / reference)^-e; 0: price has no effect.</summary>
    public double PriceElasticity { get; init; } = 1.5;

    /// <summary>Sales of an adopted terminal that is never called, over those at the reference frequency.</summary>
    public double CallLeast { get; init; } = 0.7;

    /// <summary>Sales that no frequency of calls exceeds.</summary>
    public double CallMost { get; init; } = 1.2;

    /// <summary>c of ADBUDG.</summary>
    public double CallShape { get; init; } = 1.3;

    /// <summary>d of ADBUDG, x being calls in four weeks.</summary>
    public double CallScale { get; init; } = 1.5;

    /// <summary>Part of the goodwill that is gone after a day.</summary>
    public double GoodwillDecay { get; init; } = 0.02;

    /// <summary>Goodwill that a call adds.</summary>
    public double GoodwillPerCall { get; init; } = 1;

    /// <summary>Sales at endless goodwill over those at none, less 1.</summary>
    public double GoodwillGain { get; init; } = 0.2;

    /// <summary>Goodwill that brings half of the gain.</summary>
    public double GoodwillHalf { get; init; } = 2;
}
