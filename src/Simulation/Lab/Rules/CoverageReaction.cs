using Territory.Simulation.Lab.Setup;

namespace Territory.Simulation.Lab.Rules;

/// <summary>How hard rivals push in a cell where we are many (竞品对铺货的反应).</summary>
/// <remarks>
/// Where more than a threshold t of the cell's terminals have us, the rivals' pull is to be 1 + strength (s - t)/(1 - t) of what it was, s being that share;
/// a day brings it 1/lag of the way there. Our shelf share falls as their pull rises. Source: reaction functions with partial adjustment (Nerlove 1958;
/// Leeflang and Wittink: "Diagnosing competitive reactions using (aggregated) scanner data", IJRM 9, 1992); the threshold is this project's: entrants are noticed late.
/// </remarks>
public static class CoverageReaction
{
    public static double Target(double presence, LabRivals rivals) =>
        rivals.CoverageStrength * Math.Max(0, presence - rivals.CoverageThreshold) / (1 - rivals.CoverageThreshold);

    public static double Next(double level, double target, int lagDays) => level + ((target - level) / lagDays);
}
