using Territory.Optimizer.Formats;
using Territory.Optimizer.LocalSearch;
using Territory.Optimizer.Routing;
using Territory.Optimizer.Search;
using Territory.Optimizer.Solving;

namespace Territory.Kernel.Benchmarks;

/// <summary>Customer pairs a second at a local optimum, where a search spends its time: eleven operators bounded for each pair of a client and one of its neighbours.</summary>
internal sealed class PairThroughput
{
    private readonly LinkedRoutes routes;
    private readonly Neighbourhood neighbourhood;
    private readonly PairBound bound;
    private readonly int[] found = new int[PairBound.Lanes];

    public PairThroughput(string path)
    {
        var data = new InstanceProblem(InstanceReader.Read(path)).Data;
        var solution = new TerritorySolver().Solve(data, new SolveOptions { Iterations = 2_000 }, null, CancellationToken.None).Best;
        routes = new LinkedRoutes(data, new CostEvaluator(data));
        routes.SetWeights(PenaltyWeights.Of(20, 20));
        foreach (var route in solution.Routes)
        {
            int[] nodes = [0, .. route.Trips[0].Select(client => client + data.DepotCount), 0];
            routes.Load(route.Vehicle, nodes, [0, .. route.Windows[0].Zip(route.Trips[0], (window, client) => data.WindowOffset[client + data.DepotCount] + window), 0]);
        }

        neighbourhood = new Neighbourhood(data, 20, withTime: false);
        bound = new PairBound(routes);
    }

    public bool IsVector => bound.IsVector;

    /// <summary>The search's own way: eight neighbours together.</summary>
    public long Together() => Walk(static (self, u, near) => self.bound.Look(u, near, self.routes.Clock - 1_000_000, self.found));

    public long OneByOne() => Walk(static (self, u, near) => self.bound.LookOneByOne(u, near, self.routes.Clock - 1_000_000, self.found));

    /// <summary>The baseline: every operator is asked for the exact price of every pair, as a search without a bound does.</summary>
    public long Exact()
    {
        long pairs = 0;
        var data = routes.Data;
        var (relocate1, relocate2, relocate2Backwards) = (new Relocate(1), new Relocate(2), new Relocate(2, backwards: true));
        var (swap11, swap21, swap22) = (new Swap(1, 1), new Swap(2, 1), new Swap(2, 2));
        for (var u = data.DepotCount; u < data.LocationCount; u++)
        {
            foreach (var v in neighbourhood.Of(u))
            {
                relocate1.Delta(routes, u, v, 0);
                relocate2.Delta(routes, u, v, 0);
                relocate2Backwards.Delta(routes, u, v, 0);
                swap11.Delta(routes, u, v, 0);
                swap21.Delta(routes, u, v, 0);
                swap22.Delta(routes, u, v, 0);
                default(TwoOpt).Delta(routes, u, v, 0);
                default(TailExchange).Delta(routes, u, v, 0);
                pairs++;
            }
        }

        return pairs;
    }

    private long Walk(Look look)
    {
        long pairs = 0;
        var data = routes.Data;
        for (var u = data.DepotCount; u < data.LocationCount; u++)
        {
            for (var near = neighbourhood.Of(u); near.Length > 0; near = near[Math.Min(PairBound.Lanes, near.Length)..])
            {
                look(this, u, near);
                pairs += Math.Min(PairBound.Lanes, near.Length);
            }
        }

        return pairs;
    }

    private delegate bool Look(PairThroughput self, int u, ReadOnlySpan<int> near);
}
