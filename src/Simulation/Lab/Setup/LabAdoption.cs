namespace Territory.Simulation.Lab.Setup;

/// <summary>What makes a terminal take our products (终端进店): calls, neighbours who have them, and our presence in the region.</summary>
/// <param name="PerCall">p: hazard of one call by a beginner at a terminal of fit 1.</param>
/// <param name="Neighbours">q: hazard at a call when every terminal of the cell has adopted.</param>
/// <param name="Coverage">r: hazard at a call at full weighted distribution of the region.</param>
public sealed record LabAdoption(double PerCall = 0.08, double Neighbours = 0.3, double Coverage = 0.1);
