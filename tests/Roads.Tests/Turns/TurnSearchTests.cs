using Territory.Roads.Search;
using Territory.Roads.Tests.Fixtures;

namespace Territory.Roads.Tests.Turns;

public sealed class TurnSearchTests
{
    [Fact]
    public void CostTo_RandomNetworks_AgreesWithSearchOverHistories()
    {
        foreach (var given in HistoryCase.From(1, Draws.Of(120), places: 8))
        {
            var search = new TurnSearch(given.Random.Graph);
            foreach (var from in given.Places)
            {
                var expected = given.CostsFrom(from);
                var source = given.PositionOf(from);
                search.Run(source);
                for (var i = 0; i < given.Places.Length; i++)
                {
                    var cost = search.CostTo(source, given.PositionOf(given.Places[i]));
                    (cost.IsReached ? (cost.Milliseconds, cost.Centimeters) : ((long, long)?)null)
                        .ShouldBe(expected[i], $"seed {given.Seed}: {from} to {given.Places[i]}");
                }
            }
        }
    }
}
