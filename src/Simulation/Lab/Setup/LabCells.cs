namespace Territory.Simulation.Lab.Setup;

/// <summary>The cells in which a region's consumers live (消费者网格), a column a figure.</summary>
public sealed record LabCells
{
    public required double[] Longitudes { get; init; }

    public required double[] Latitudes { get; init; }

    /// <summary>What the consumers of the cell would buy of the category, ours and rivals', on an average day.</summary>
    public required double[] UnitsPerDay { get; init; }

    public int Count => UnitsPerDay.Length;
}
