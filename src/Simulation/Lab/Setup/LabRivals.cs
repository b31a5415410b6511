namespace Territory.Simulation.Lab.Setup;

/// <summary>The rivals in a region (竞品).</summary>
public sealed record LabRivals
{
    /// <summary>Rival brands in a terminal where the census does not say.</summary>
    public int BrandsPerTerminal { get; init; } = 2;

    /// <summary>Our brand's pull on a consumer against one rival brand's of 1.</summary>
    public double OwnPull { get; init; } = 0.5;

    /// <summary>The chance that the region's rivals answer our promotions at all; most never do.</summary>
    public double ReactionChance { get; init; } = 0.3;

    /// <summary>Days from our promotion to theirs.</summary>
    public int ReactionLagDays { get; init; } = 14;

    /// <summary>Part of our demand that their promotion takes while it lasts.</summary>
    public double ReactionLoss { get; init; } = 0.15;

    /// <summary>How much of their pull rivals add in a cell in which every terminal has us; 0: our distribution leaves them cold.</summary>
    public double CoverageStrength { get; init; }

    /// <summary>Share of a cell's terminals up to which they do not notice.</summary>
    public double CoverageThreshold { get; init; } = 0.3;

    /// <summary>Mean days until they have answered.</summary>
    public int CoverageLagDays { get; init; } = 30;
}
