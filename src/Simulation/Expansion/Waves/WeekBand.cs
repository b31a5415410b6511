namespace Territory.Simulation.Expansion.Waves;

/// <summary>A figure of a week over the replications: its mean and the band that holds the middle nine tenths.</summary>
public readonly record struct WeekBand(int Week, double Mean, double Low, double High);
