using Territory.Roads.Hierarchy;
using Territory.Roads.Search;
using Territory.Roads.Tests.Fixtures;
using Territory.Roads.Tests.Turns;

namespace Territory.Roads.Tests.Hierarchy;

public sealed class PointSearchTests
{
    [Fact]
    public void Path_RandomNetworks_IsLegalAndCostsWhatTheSearchOverHistoriesFinds()
    {
        foreach (var given in HistoryCase.From(100_001, Draws.Of(120), places: 8))
        {
            var search = new PointSearch(given.Random.Hierarchy);
            foreach (var from in given.Places)
            {
                var expected = given.CostsFrom(from);
                for (var i = 0; i < given.Places.Length; i++)
                {
                    var about = $"seed {given.Seed}: {from} to {given.Places[i]}";
                    var cost = search.Cost(given.PositionOf(from), given.PositionOf(given.Places[i]));
                    (cost.IsReached ? (cost.Milliseconds, cost.Centimeters) : ((long, long)?)null).ShouldBe(expected[i], about);
                    var path = search.Path(given.PositionOf(from), given.PositionOf(given.Places[i]));
                    path.HasValue.ShouldBe(cost.IsReached, about);
                    if (path is not { } found)
                        continue;
                    found.Cost.ShouldBe(cost, about);
                    given.Paths.CostOf(from, given.Places[i], [.. found.Vertices.Select(vertex => given.Random.Graph.Arcs[vertex])]).ShouldBe(expected[i], about);
                }
            }
        }
    }

    /// <summary>Larger networks than the reference can do, against plain search on the same graph.</summary>
    [Fact]
    public void Cost_RandomNetworks_AgreesWithPlainSearch()
    {
        for (var seed = 1; seed <= Draws.Of(600); seed++)
        {
            var random = RandomTurns.Create(200_000 + seed);
            var positions = random.Places(12).Select(place => place.In(random.Network.Tables, random.Graph)).ToArray();
            var (plain, search) = (new TurnSearch(random.Graph), new PointSearch(random.Hierarchy));
            foreach (var source in positions)
            {
                plain.Run(source);
                foreach (var target in positions)
                    search.Cost(source, target).ShouldBe(plain.CostTo(source, target), $"seed {200_000 + seed}");
            }
        }
    }
}
