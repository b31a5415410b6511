namespace Territory.Simulation.Lab.Scenarios.Census;

/// <summary>Terminals made up from a seed: towns of unequal size in a square, shops of skewed size round their centres.</summary>
public sealed record GeneratedCensus
{
    public required int Terminals { get; init; }

    public required double AreaSquareKilometres { get; init; }

    /// <summary>What consumers buy of the category at a terminal on an average day, on average over the terminals.</summary>
    public double UnitsPerTerminalDay { get; init; } = 40;

    public int Towns { get; init; } = 8;

    /// <summary>Standard deviation of the logarithm of size: 0 makes all shops alike, 1 is skewed as trade is.</summary>
    public double SizeSpread { get; init; } = 1;

    public double Longitude { get; init; } = 117;

    public double Latitude { get; init; } = 39;

    public long Seed { get; init; } = 1;
}
