using Territory.Simulation.Lab.Setup;
using Territory.Simulation.Mathematics;

namespace Territory.Simulation.Lab.Rules;

/// <summary>The chance that a terminal takes our products on a day (进店概率).</summary>
/// <remarks>
/// h = 1 - exp(-(p calls fit + q s + r c)), s being the share of the cell's terminals that had adopted by the evening before and c the region's
/// weighted distribution then; exactly 0 without a call. A call of a skilled rep counts as more than one.
/// With one call a day, one cell and r = 0 this is Bass's agent with steps of a day. Source: Bronnenberg and Mela: "Market roll-out and retailer
/// adoption for new brands", Marketing Science 23, 2004; Bass 1969; the form is the domain notes' (5.1).
/// </remarks>
public static class AdoptionHazard
{
    public static double Chance(double calls, double fit, double neighbours, double coverage, LabAdoption adoption) => calls > 0
        ? 1 - SharedMath.Exp(-((adoption.PerCall * calls * fit) + (adoption.Neighbours * neighbours) + (adoption.Coverage * coverage)))
        : 0;
}
