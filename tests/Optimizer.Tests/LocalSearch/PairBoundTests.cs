using Territory.Optimizer.LocalSearch;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.LocalSearch;

public sealed class PairBoundTests
{
    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void Promising_RandomRoutes_NamesEveryOperatorThatImproves(bool isTimed, bool isSymmetric)
    {
        var (improving, hopeless) = (0, 0);
        for (var seed = 0; seed < 60; seed++)
        {
            var data = RandomRoutes.EqualPrices(new Random(seed), isTimed, isSymmetric);
            var routes = RandomRoutes.Of(data, seed, PenaltyWeights.Of(RandomRoutes.LoadWeight, RandomRoutes.TimeWeight));
            var bound = new PairBound(routes);
            bound.Applies.ShouldBeTrue();
            foreach (var (u, v) in OperatorProof.Pairs(routes).Where(pair => !routes.IsDepot(pair.V)))
            {
                var improves = 0;
                improves |= Improves(new Relocate(1), routes, u, v) ? PairBound.Relocate1 : 0;
                improves |= Improves(new Relocate(2), routes, u, v) ? PairBound.Relocate2 : 0;
                improves |= Improves(new Relocate(2, backwards: true), routes, u, v) ? PairBound.Relocate2Backwards : 0;
                improves |= Improves(new Relocate(3), routes, u, v) ? PairBound.Relocate3 : 0;
                improves |= Improves(new Relocate(3, backwards: true), routes, u, v) ? PairBound.Relocate3Backwards : 0;
                improves |= Improves(new Swap(1, 1), routes, u, v) ? PairBound.Swap11 : 0;
                improves |= Improves(new Swap(2, 1), routes, u, v) ? PairBound.Swap21 : 0;
                improves |= Improves(new Swap(2, 2), routes, u, v) ? PairBound.Swap22 : 0;
                improves |= Improves(default(TwoOpt), routes, u, v) ? PairBound.TwoOpt : 0;
                improves |= Improves(default(TailExchange), routes, u, v) ? PairBound.TailExchange : 0;

                var promising = bound.Promising(u, v);
                (improves & ~promising).ShouldBe(0, $"seed {seed}, {u} and {v}");
                improving += improves > 0 ? 1 : 0;
                hopeless += promising == 0 ? 1 : 0;
            }
        }

        improving.ShouldBeGreaterThan(100);
        hopeless.ShouldBeGreaterThan(isSymmetric ? 20 : -1);
    }

    [Fact]
    public void Promising_VehiclesWithOtherPrices_AsksEveryOperator()
    {
        var routes = RandomRoutes.Of(RandomProblem.Of(9, seed: 1, vehicles: 4), seed: 1, PenaltyWeights.Of(1, 1));
        var bound = new PairBound(routes);

        bound.Applies.ShouldBeFalse();
        OperatorProof.Pairs(routes).Where(pair => !routes.IsDepot(pair.V)).ShouldAllBe(pair => bound.Promising(pair.U, pair.V) == PairBound.All);
    }

    private static bool Improves<T>(T change, LinkedRoutes routes, int u, int v)
        where T : struct, ISearchOperator => change.Delta(routes, u, v, 0) < 0;
}
