using Territory.Model.Terminals;
using Territory.Simulation.Randomness;

namespace Territory.Simulation.Lab.Setup;

/// <summary>The terminals of a region (终端), a column a figure; all columns given have the same length.</summary>
public sealed record LabTerminals
{
    /// <summary>Stable keys, from <see cref="KeyOf"/>: they decide the draws, so that no draw depends on the order of the rows.</summary>
    public required ulong[] Keys { get; init; }

    public required double[] Longitudes { get; init; }

    public required double[] Latitudes { get; init; }

    public required TerminalClass[] Classes { get; init; }

    /// <summary>Attractiveness to consumers: floor space, or the category volume known of it; any unit, above 0.</summary>
    public required double[] Sizes { get; init; }

    /// <summary>The place of the terminal's cell in the region's <see cref="LabCells"/>.</summary>
    public required int[] Cells { get; init; }

    /// <summary>How well each terminal fits us, 1 being usual; empty: 1 everywhere.</summary>
    public double[] Fits { get; init; } = [];

    /// <summary>How many rival brands stand there; empty: <see cref="LabRivals.BrandsPerTerminal"/> everywhere.</summary>
    public byte[] RivalBrands { get; init; } = [];

    /// <summary>Which terminals already sell our products on the first day; empty: none.</summary>
    public bool[] Adopted { get; init; } = [];

    /// <summary>The shelves as they stand on the first morning; null: nobody knows.</summary>
    public LabOpeningShelves? Shelves { get; init; }

    public int Count => Keys.Length;

    /// <summary>The key of a terminal of a region from both ids.</summary>
    public static ulong KeyOf(string region, string terminal) => EntityKey.Of(region).With(EntityKey.Of(terminal)).Value;
}
