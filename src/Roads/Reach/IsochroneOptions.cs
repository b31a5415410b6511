namespace Territory.Roads.Reach;

/// <summary>How finely an isochrone is drawn.</summary>
public sealed record IsochroneOptions
{
    /// <summary>Width of the grid's cells. Larger areas than <see cref="MostNodes"/> cells are drawn with wider ones, which the isochrone tells.</summary>
    public double CellMeters { get; init; } = 30;

    /// <summary>How far beside a reached road the area extends, in cells; at least 2, so that every reached point of a road lies inside.</summary>
    public double BesideCells { get; init; } = 2;

    /// <summary>Holes up to this size are filled, such as blocks between reached roads; 0 keeps every hole.</summary>
    public double FillHolesSquareMeters { get; init; } = 40_000;

    /// <summary>Bounds memory to 4 bytes a node and some working space.</summary>
    public int MostNodes { get; init; } = 16_000_000;

    internal void Validate()
    {
        if (!(CellMeters > 0) || !double.IsFinite(CellMeters))
            throw new ArgumentOutOfRangeException(nameof(CellMeters), CellMeters, "Cells need a width.");
        if (!(BesideCells >= 2) || BesideCells > 100)
            throw new ArgumentOutOfRangeException(nameof(BesideCells), BesideCells, "The area extends 2 to 100 cells beside a road.");
        if (!(FillHolesSquareMeters >= 0))
            throw new ArgumentOutOfRangeException(nameof(FillHolesSquareMeters), FillHolesSquareMeters, "A size is not negative.");
        ArgumentOutOfRangeException.ThrowIfLessThan(MostNodes, 1000);
    }
}
