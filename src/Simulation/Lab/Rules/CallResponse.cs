using Territory.Simulation.KnownAnswers.Effort;
using Territory.Simulation.Lab.Setup;

namespace Territory.Simulation.Lab.Rules;

/// <summary>How sales of a terminal answer to how often it is called (拜访频率反应).</summary>
/// <remarks>
/// ADBUDG: least + (most - least) x^c/(d + x^c), x being calls in four weeks. x is what the gap between the last two calls comes to, and the
/// planned frequency until there is one. Source: Little: "Models and managers: the concept of a decision calculus", 1970; Lodish 1971 (CALLPLAN).
/// </remarks>
public static class CallResponse
{
    private const double CycleDays = 28;

    public static double OfGap(int daysBetweenCalls, LabResponse response) => Of(CycleDays / Math.Max(1, daysBetweenCalls), response);

    public static double OfNone(LabResponse response) => Of(0, response);

    private static double Of(double calls, LabResponse response) =>
        new AdbudgCurve(response.CallLeast, response.CallMost, response.CallShape, response.CallScale).SalesAt(calls);
}
