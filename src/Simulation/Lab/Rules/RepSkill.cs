using Territory.Simulation.Lab.Setup;

namespace Territory.Simulation.Lab.Rules;

/// <summary>How skill grows with practice (熟练曲线).</summary>
/// <remarks>
/// skill = 1 + (most - 1) n/(half + n) after n calls. A call takes 1/skill of a beginner's time and counts skill times in the adoption hazard.
/// Source: the hyperbolic learning curve of Mazur and Hastie: "Learning as accumulation", Psychological Bulletin 85, 1978.
/// </remarks>
public static class RepSkill
{
    public static double Of(long practice, LabFieldForce force) =>
        1 + ((force.LargestSkill - 1) * practice / (force.HalfPractice + practice));
}
