using Territory.Optimizer.Search;

namespace Territory.Optimizer.Tests.Search;

public sealed class RankedPlacesTests
{
    [Fact]
    public void TryTake_PlacesInAnyOrder_AreGivenOutFromTheLeastBoundOn_EachOnce()
    {
        var random = new Random(1);
        for (var count = 0; count < 200; count += 7)
        {
            // Bounds are drawn from few values, so that many are equal.
            var added = Enumerable.Range(0, count).Select(_ => new Insertion(random.Next(3), random.Next(5), random.Next(2), TripChoice.Join, random.Next(10))).ToArray();
            var places = Filled(added);

            var taken = new List<Insertion>();
            while (places.TryTake(long.MaxValue, out var place))
                taken.Add(place);

            taken.ShouldBe(added.Distinct().OrderBy(place => (place.Delta, place.Vehicle, place.Position, place.Window)));
        }
    }

    [Fact]
    public void TryTake_Limit_RulesOutWhatIsNotBelowIt_ForGood()
    {
        var places = Filled([Of(5), Of(7), Of(3)]);

        places.TryTake(7, out var least).ShouldBeTrue();
        least.Delta.ShouldBe(3);
        places.TryTake(5, out var none).ShouldBeFalse();
        none.ShouldBe(Insertion.None);
        places.TryTake(long.MaxValue, out _).ShouldBeFalse();
    }

    [Fact]
    public void Clear_ForgetsWhatWasAdded()
    {
        var places = Filled([Of(5)]);
        places.Clear();
        places.Add(Of(9));

        places.TryTake(long.MaxValue, out var place).ShouldBeTrue();

        place.Delta.ShouldBe(9);
        places.TryTake(long.MaxValue, out _).ShouldBeFalse();
    }

    private static Insertion Of(long bound) => new(0, 1, 0, TripChoice.Join, bound);

    private static RankedPlaces Filled(IEnumerable<Insertion> added)
    {
        var places = new RankedPlaces();
        foreach (var place in added)
            places.Add(place);
        return places;
    }
}
