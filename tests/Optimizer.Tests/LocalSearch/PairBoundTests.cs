using Territory.Optimizer.LocalSearch;
using Territory.Optimizer.Search;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.LocalSearch;

public sealed class PairBoundTests
{
    [Theory]
    [InlineData(false, false, 2)]
    [InlineData(false, true, 2)]
    [InlineData(true, false, 2)]
    [InlineData(true, true, 2)]
    [InlineData(false, true, 1)]
    [InlineData(true, true, 1)]
    public void Promising_RandomRoutes_NamesEveryOperatorThatImproves(bool isTimed, bool isSymmetric, int maxTrips)
    {
        var (improving, hopeless) = (0, 0);
        for (var seed = 0; seed < 60; seed++)
        {
            var data = RandomRoutes.EqualPrices(new Random(seed), isTimed, isSymmetric, clients: 9, maxTrips);
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
                improves |= isSymmetric && TailReversal.Covers(routes) && Improves(default(TailReversal), routes, u, v) ? PairBound.TailReversal : 0;

                var promising = bound.Promising(u, v);
                (improves & ~promising).ShouldBe(0, $"seed {seed}, {u} and {v}");
                improving += improves > 0 ? 1 : 0;
                hopeless += promising == 0 ? 1 : 0;
            }
        }

        improving.ShouldBeGreaterThan(100);
        hopeless.ShouldBeGreaterThan(isSymmetric ? 20 : -1);
    }

    [Theory]
    [InlineData(false, false, false)]
    [InlineData(false, true, false)]
    [InlineData(true, false, false)]
    [InlineData(true, true, false)]
    [InlineData(true, false, true)]
    [InlineData(true, true, true)]
    public void Look_RandomRoutes_FindsTheSameTogetherAndOneByOne(bool isTimed, bool isSymmetric, bool notesLinks)
    {
        var (together, oneByOne) = (new int[PairBound.Lanes], new int[PairBound.Lanes]);
        var (some, none) = (0, 0);
        for (var seed = 0; seed < 60; seed++)
        {
            var data = RandomRoutes.EqualPrices(new Random(seed), isTimed, isSymmetric, clients: 9, maxTrips: 1 + (seed % 2));
            var routes = RandomRoutes.Of(data, seed, seed % 3 == 0 ? PenaltyWeights.OfParts(40, 90) : PenaltyWeights.Of(RandomRoutes.LoadWeight, RandomRoutes.TimeWeight), notesLinks);
            var bound = new PairBound(routes);
            Assert.SkipUnless(bound.IsVector, "This processor cannot gather.");
            var neighbourhood = new Neighbourhood(data, 5, withTime: false);
            foreach (var u in OperatorProof.Served(routes))
            {
                for (var since = routes.Clock - 4; since <= routes.Clock; since++)
                {
                    for (var from = 0; from < 5; from++)
                    {
                        var near = neighbourhood.Of(u)[from..];
                        var any = bound.Look(u, near, since, together);

                        bound.LookOneByOne(u, near, since, oneByOne).ShouldBe(any);
                        if (any)
                            together.AsSpan(0, near.Length).SequenceEqual(oneByOne.AsSpan(0, near.Length)).ShouldBeTrue($"seed {seed}, {u}");
                        some += any ? 1 : 0;
                        none += any ? 0 : 1;
                    }
                }
            }
        }

        some.ShouldBeGreaterThan(100);
        none.ShouldBeGreaterThan(100);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void PromisingAfterDepot_RandomRoutes_NamesEveryOperatorThatImproves(bool isTimed)
    {
        var improving = 0;
        for (var seed = 0; seed < 60; seed++)
        {
            var data = RandomRoutes.EqualPrices(new Random(seed), isTimed, isSymmetric: true);
            var routes = RandomRoutes.Of(data, seed, PenaltyWeights.Of(RandomRoutes.LoadWeight, RandomRoutes.TimeWeight));
            var bound = new PairBound(routes);
            foreach (var (u, depot) in OperatorProof.Pairs(routes).Where(pair => routes.IsDepot(pair.V)))
            {
                var improves = 0;
                improves |= Improves(new Relocate(1), routes, u, depot) ? PairBound.Relocate1 : 0;
                improves |= Improves(new Relocate(2), routes, u, depot) ? PairBound.Relocate2 : 0;
                improves |= Improves(new Relocate(2, backwards: true), routes, u, depot) ? PairBound.Relocate2Backwards : 0;
                improves |= Improves(new Relocate(3), routes, u, depot) ? PairBound.Relocate3 : 0;
                improves |= Improves(default(TailExchange), routes, u, depot) ? PairBound.TailExchange : 0;

                (improves & ~bound.PromisingAfterDepot(u, depot)).ShouldBe(0, $"seed {seed}, {u} and {depot}");
                improving += improves > 0 ? 1 : 0;
            }
        }

        improving.ShouldBeGreaterThan(50);
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
