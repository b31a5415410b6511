namespace Territory.Simulation.Lab.Sweep;

/// <summary>Units asked for in vain at a shelf of <see cref="Columns.RegionColumns"/>.</summary>
internal readonly record struct MissingUnits(int Shelf, int Units);
