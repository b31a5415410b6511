using Territory.Roads.Hierarchy;
using Territory.Roads.Search;
using Territory.Roads.Tests.Fixtures;
using Territory.Roads.Tests.Turns;

namespace Territory.Roads.Tests.Hierarchy;

public sealed class TargetSweepTests
{
    /// <summary>The scalar twin goes down over all vertices of the hierarchy and not over the targets' part alone, one source after the other.</summary>
    [Fact]
    public void Run_RandomNetworks_EqualsTheScalarTwin()
    {
        for (var seed = 1; seed <= Draws.Of(150); seed++)
        {
            var given = RandomTurns.Create(600_000 + seed);
            var random = new Random(seed);
            var count = given.Graph.VertexCount;
            var targets = Enumerable.Range(0, random.Next(12)).Select(_ => random.Next(count)).ToArray();
            var sweep = new TargetSweep(given.Hierarchy, targets);
            var labels = sweep.NewLabels();
            for (var batch = 0; batch < 2; batch++)
            {
                // Fewer sources than lanes leave lanes unreached; the second batch uses the labels again.
                var sources = Enumerable.Range(0, random.Next(1, TargetSweep.Lanes + 1)).Select(_ => random.Next(count)).ToArray();
                var search = UpwardSearch.Forward(given.Hierarchy);
                TargetSweep.Clear(labels);
                for (var lane = 0; lane < sources.Length; lane++)
                {
                    search.Begin();
                    search.Offer(sources[lane], lane);
                    search.Run();
                    sweep.Enter(search, labels, lane);
                }

                sweep.Run(labels);

                for (var lane = 0; lane < TargetSweep.Lanes; lane++)
                {
                    var twin = lane < sources.Length ? Twin(given.Hierarchy, sources[lane], lane) : null;
                    for (var target = 0; target < targets.Length; target++)
                        sweep.LabelsOf(target, labels)[lane].ShouldBe(twin?[targets[target]] ?? PathCost.Limit, $"seed {600_000 + seed} lane {lane}");
                }
            }
        }
    }

    [Fact]
    public void Run_NoTargets_DoesNothing()
    {
        var sweep = new TargetSweep(RandomTurns.Create(1).Hierarchy, []);

        sweep.Run(sweep.NewLabels());

        (sweep.VertexCount, sweep.ArcCount).ShouldBe((0, 0));
    }

    private static long[] Twin(RoadHierarchy hierarchy, int source, long cost)
    {
        var (topology, weights) = (hierarchy.Topology, hierarchy.Weights);
        var labels = new long[topology.VertexCount];
        Array.Fill(labels, PathCost.Limit);
        labels[source] = cost;
        for (var vertex = 0; vertex < labels.Length; vertex++)
        {
            for (var arc = topology.Out.First[vertex]; arc < topology.Out.First[vertex + 1]; arc++)
                labels[topology.Out.Upper[arc]] = Math.Min(labels[topology.Out.Upper[arc]], labels[vertex] + weights.Out[arc]);
        }

        for (var vertex = labels.Length - 1; vertex >= 0; vertex--)
        {
            for (var arc = topology.In.First[vertex]; arc < topology.In.First[vertex + 1]; arc++)
                labels[vertex] = Math.Min(labels[vertex], labels[topology.In.Upper[arc]] + weights.In[arc]);
        }

        return labels;
    }
}
