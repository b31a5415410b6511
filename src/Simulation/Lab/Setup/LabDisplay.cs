namespace Territory.Simulation.Lab.Setup;

/// <summary>What a rep's work at the shelf is worth (陈列): facings, posters, a tidy front.</summary>
/// <param name="PullGain">How much a full display adds to our brand's pull, as a part of it; 0: no effect.</param>
/// <param name="PerCall">Part of what is missing to a full display that a call at an adopted terminal restores.</param>
/// <param name="HalfLifeDays">Days in which half of it is lost.</param>
public sealed record LabDisplay(double PullGain = 0, double PerCall = 0.5, double HalfLifeDays = 14);
