using Territory.Simulation.Mathematics;

namespace Territory.Simulation.Lab.Rules;

/// <summary>What a display adds to our share of the shelf, and how it is gained and lost (陈列).</summary>
/// <remarks>
/// Level d from 0 to 1. A call makes it d + per call (1 - d); a day leaves d 2^(-1/half-life). Our pull in the shelf share is multiplied by 1 + gain d, so that
/// the effect is bounded by the whole shelf and smaller where we are strong. Source: that share rises with space, and less than in proportion: Eisend: "Shelf
/// space elasticity: a meta-analysis", Journal of Retailing 90, 2014; the carry-over is Nerlove and Arrow's (1962); the form is this project's.
/// </remarks>
public static class DisplayRule
{
    public static float AfterCall(float level, double perCall) => (float)(level + ((1 - level) * perCall));

    /// <summary>What a day leaves of a level.</summary>
    public static float Kept(double halfLifeDays) => (float)SharedMath.Pow(0.5, 1 / halfLifeDays);

    public static float AfterDay(float level, float kept) => level * kept;

    public static double Pull(double level, double pullGain) => 1 + (pullGain * level);
}
