namespace Territory.Simulation.Lab.FieldCosts;

/// <summary>How large a region is for who drives in it.</summary>
/// <param name="AreaSquareKilometers">Of the terminals' convex hull.</param>
/// <param name="ReachKilometers">Mean straight distance from the start or depot to a terminal.</param>
public sealed record FieldScale(int Terminals, double AreaSquareKilometers, double ReachKilometers);
