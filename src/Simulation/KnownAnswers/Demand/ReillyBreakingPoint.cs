namespace Territory.Simulation.KnownAnswers.Demand;

/// <summary>Where two towns pull equally (零售引力断裂点).</summary>
/// <remarks>d / (1 + sqrt(smaller / larger)) from the larger. Source: Reilly 1931; Converse 1949.</remarks>
public static class ReillyBreakingPoint
{
    public static double FromFirst(double firstPopulation, double secondPopulation, double distance) =>
        distance / (1 + Math.Sqrt(secondPopulation / firstPopulation));
}
