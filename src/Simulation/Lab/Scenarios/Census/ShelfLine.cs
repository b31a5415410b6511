namespace Territory.Simulation.Lab.Scenarios.Census;

/// <summary>A product that a terminal lists, as its shelf stands on the first morning.</summary>
/// <param name="SoldSinceCount">Units sold since the last count.</param>
/// <param name="Sold">Units sold in the days that are remembered.</param>
public readonly record struct ShelfLine(string Product, int Stock, int OnOrder, int SoldSinceCount, int Sold = 0);
