using Territory.Simulation.Lab.Statistics;
using Territory.Simulation.Mathematics;
using Territory.Simulation.Randomness;

namespace Territory.Simulation.Tests.Lab.Statistics;

/// <summary>Models of one draw, whose mean and variance are known in closed form.</summary>
internal static class SampleModel
{
    private static readonly EntityKey Key = EntityKey.Of("sample model");

    public static double Uniform(ulong seed, bool antithetic, int number = 0)
    {
        var draw = Draw.Of(unchecked((long)seed), DrawPurpose.KnownAnswer, Key, number);
        var u = draw.NextUniform();
        return antithetic ? 1 - u : u;
    }

    /// <summary>Standard normal by inversion, so that the other half of a pair is its negative.</summary>
    public static double Normal(ulong seed, bool antithetic, int number = 0) => NormalDistribution.Quantile(Uniform(seed, antithetic, number));

    public static ReplicationPlan Plan(ulong seed, int replications, params string[] figures) => new()
    {
        Seed = seed,
        Replications = replications,
        Figures = figures.Length > 0 ? figures : ["cases"],
        Threads = 1,
    };

    public static ReplicationResult Run(ReplicationPlan plan, Func<ulong, bool, double[]> model) =>
        ReplicationRunner.Run((seed, antithetic, _) => model(seed, antithetic), plan, null, CancellationToken.None);

    /// <summary>The share of runs whose interval holds the truth.</summary>
    public static double Coverage(int runs, double truth, Func<ulong, ConfidenceInterval> intervalOf)
    {
        var hits = 0;
        Parallel.For(0, runs, run =>
        {
            if (intervalOf((ulong)run).Includes(truth))
                Interlocked.Increment(ref hits);
        });
        return (double)hits / runs;
    }
}
