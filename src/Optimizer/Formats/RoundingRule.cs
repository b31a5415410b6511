namespace Territory.Optimizer.Formats;

/// <summary>How distances and durations follow from coordinates.</summary>
public enum RoundingRule
{
    /// <summary>
    /// By format: VRPLIB by its TYPE, CVRP nearest, VRPTW with coordinates dimacs, PDPTW exact (<c>VrplibType</c> has them all), and exact for EXACT_2D; text formats exact; an explicit matrix is taken as given.
    /// </summary>
    Auto,

    /// <summary>Double-precision Euclid.</summary>
    Exact,

    /// <summary>Euclid to the nearest integer, halves up.</summary>
    Nearest,

    /// <summary>Euclid truncated to one decimal, as in the 12th DIMACS challenge.</summary>
    Dimacs,
}
