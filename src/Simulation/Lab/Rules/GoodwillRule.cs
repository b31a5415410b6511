using Territory.Simulation.Lab.Setup;

namespace Territory.Simulation.Lab.Rules;

/// <summary>What is remembered of calls (客情): it adds up, fades, and sells.</summary>
/// <remarks>
/// G(t+1) = (1 - decay) G(t) + calls x gain a call. Sales factor: 1 + most G/(half + G).
/// Source: Nerlove and Arrow: "Optimal advertising policy under dynamic conditions", Economica 29, 1962; the saturating effect is this project's.
/// </remarks>
public static class GoodwillRule
{
    public static float After(float goodwill, float kept) => goodwill * kept;

    public static double Factor(double goodwill, LabResponse response) =>
        1 + (response.GoodwillGain * goodwill / (response.GoodwillHalf + goodwill));
}
