using Territory.Model.Calendar;
using Territory.Simulation.KnownAnswers.Statistics;
using Territory.Simulation.Mathematics;
using Territory.Simulation.Randomness;

namespace Territory.Simulation.KnownAnswers.Adoption;

/// <summary>One pool of equal agents who adopt by themselves and from each other: what the Bass curve is the limit of.</summary>
/// <remarks>
/// In a step each agent who has not adopted does so with probability 1 - exp(-(p + q F) dt), F being the share that has by its beginning. That
/// is the same as a patience drawn once from the unit exponential law and used up at the rate p + q F, which needs one draw an agent.
/// A single pool of 50,000 strays from its limit by some 0.005 in F at the steepest: early luck is imitated. Hence the mean of many pools.
/// </remarks>
public static class BassAgents
{
    private const int Pools = 40;

    /// <summary>The share that has adopted at 0, dt, 2 dt, ... in one pool.</summary>
    /// <param name="pool">Different pools have different luck.</param>
    public static double[] Run(BassCurve curve, int agents, double step, int steps, long seed, int pool = 0)
    {
        var patience = new double[agents];
        for (var agent = 0; agent < agents; agent++)
        {
            var draw = Draw.At(seed, DrawPurpose.KnownAnswer, new EntityKey((ulong)agent), new SimDay(pool));
            patience[agent] = -SharedMath.Log(draw.NextUniform());
        }

        Array.Sort(patience);
        var path = new double[steps + 1];
        var adopted = 0;
        var used = 0.0;
        for (var number = 1; number <= steps; number++)
        {
            used += (curve.Innovation + (curve.Imitation * path[number - 1])) * step;
            while (adopted < agents && patience[adopted] <= used)
                adopted++;
            path[number] = (double)adopted / agents;
        }

        return path;
    }

    /// <summary>The mean share over many pools at each step.</summary>
    public static Estimate[] RunMany(BassCurve curve, int agents, double step, int steps, long seed)
    {
        double[][] paths = [.. Enumerable.Range(0, Pools).Select(pool => Run(curve, agents, step, steps, seed, pool))];
        return [.. Enumerable.Range(0, steps + 1).Select(number => Estimate.OfBatches([.. paths.Select(path => path[number])]))];
    }
}
