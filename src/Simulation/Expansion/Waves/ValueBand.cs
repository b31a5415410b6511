namespace Territory.Simulation.Expansion.Waves;

/// <summary>A figure over the replications: mean, the band of the middle nine tenths, and the mean of the worst (CVaR).</summary>
public readonly record struct ValueBand(double Mean, double Low, double High, double Worst);
