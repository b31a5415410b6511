using Territory.Optimizer.LocalSearch;
using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Genetic;

/// <summary>Raises the price of a rule that too many solutions break, and lowers it where too few do.</summary>
/// <remarks>Source: Vidal (2022): a fifth of the solutions of the local search should keep each rule, looked at every hundred.</remarks>
internal sealed class PenaltyAdaptation
{
    private const int Interval = 100;
    private const double Target = 0.2;
    private const double Raise = 1.2;
    private const double Lower = 0.85;
    private const double Lowest = 0.1;
    private const double Highest = 100_000;

    private double load;
    private double time;
    private int seen;
    private int keptLoad;
    private int keptTime;

    public PenaltyAdaptation(ProblemData data)
    {
        var rate = data.VehicleTypes.Max(type => Math.Max(1, type.CostPerDistance));
        var largest = data.Clients.Max(client => Math.Max(client.Demand.First, Math.Max(client.Demand.Second, client.Demand.Third)));
        load = Math.Clamp((double)data.Distances.Longest * rate / Math.Max(1, largest), Lowest, Highest);
        time = rate;
    }

    public PenaltyWeights Weights => Of(load, time);

    /// <summary>For solutions that should be made to keep every rule.</summary>
    public PenaltyWeights Repairing => Of(load * 10, time * 10);

    /// <returns>Whether the weights were changed.</returns>
    public bool Note(Individual individual)
    {
        keptLoad += individual.LoadExcess == 0 ? 1 : 0;
        keptTime += individual.TimeExcess == 0 ? 1 : 0;
        if (++seen < Interval)
            return false;
        load = Adapt(load, (double)keptLoad / seen);
        time = Adapt(time, (double)keptTime / seen);
        seen = keptLoad = keptTime = 0;
        return true;
    }

    private static PenaltyWeights Of(double load, double time) => PenaltyWeights.OfParts((long)(load * PenaltyWeights.Parts), (long)(time * PenaltyWeights.Parts));

    private static double Adapt(double weight, double share)
    {
        if (share <= Target - 0.05)
            return Math.Min(weight * Raise, Highest);
        return share >= Target + 0.05 ? Math.Max(weight * Lower, Lowest) : weight;
    }
}
