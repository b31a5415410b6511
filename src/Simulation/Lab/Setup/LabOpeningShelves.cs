namespace Territory.Simulation.Lab.Setup;

/// <summary>The shelves of a region's terminals as they stand on the first morning (期初货架), a row for each terminal in the census's order and in it a place for each product.</summary>
/// <remarks>Without them every terminal lists what its class lists, and one that sells us opens with what it sells until its next call.</remarks>
public sealed record LabOpeningShelves
{
    /// <summary>Which products each terminal lists.</summary>
    public required bool[] Listed { get; init; }

    /// <summary>Units on the shelf.</summary>
    public required ushort[] Stock { get; init; }

    /// <summary>Units ordered that are still to come.</summary>
    public required ushort[] OnOrder { get; init; }

    /// <summary>Units sold since the last count.</summary>
    public required ushort[] SoldSinceCall { get; init; }

    /// <summary>Units sold in the days of <see cref="SoldDays"/>.</summary>
    public required int[] Sold { get; init; }

    /// <summary>By terminal: of how many days before the first one its sales are known; 0: of none.</summary>
    public required int[] SoldDays { get; init; }

    /// <summary>By terminal: whether anyone has counted there. Who was never counted orders by mean demand at the next call, not by sales.</summary>
    public required bool[] Counted { get; init; }

    /// <summary>By terminal: how many days before the first one it was last called; 0: never.</summary>
    public required int[] DaysSinceCall { get; init; }

    /// <summary>By terminal: for how many days before the first one it has been known, so that one that was never called waits no longer than its days between calls.</summary>
    public required int[] DaysKnown { get; init; }
}
