using Territory.Simulation.Lab.Setup;
using Territory.Simulation.Mathematics;

namespace Territory.Simulation.Lab.Rules;

/// <summary>The chance that an adopted terminal drops us on an evening (退场概率).</summary>
/// <remarks>
/// 1 - exp(-(hazard of an empty shelf + hazard of no calls)), each counting only from its day on; exactly 0 before. Source: the discrete form of a
/// piecewise constant hazard is standard; that neglected and empty shelves are given away is trade practice.
/// </remarks>
public static class DelistingHazard
{
    public static double Chance(int emptyDays, int uncalledDays, LabDelisting delisting)
    {
        var hazard = (emptyDays >= delisting.EmptyDays ? delisting.EmptyHazard : 0) + (uncalledDays >= delisting.UncalledDays ? delisting.UncalledHazard : 0);
        return hazard > 0 ? 1 - SharedMath.Exp(-hazard) : 0;
    }
}
