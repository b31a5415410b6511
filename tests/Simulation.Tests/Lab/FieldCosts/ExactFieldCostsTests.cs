using Territory.Model.Travel;
using Territory.Simulation.Lab.FieldCosts;

namespace Territory.Simulation.Tests.Lab.FieldCosts;

public sealed class ExactFieldCostsTests
{
    /// <summary>Eleven terminals and the start evenly on a circle of 10 km: the best tour is the polygon, 12 x 2 x 10 sin(15 degrees) = 62.117 km.</summary>
    [Fact]
    public void Visits_PointsOnACircle_FollowThePolygon()
    {
        var angles = Enumerable.Range(1, 11).Select(corner => Math.PI * corner / 6).ToArray();
        var region = PlaneRegion.Of([.. angles.Select(angle => 10 * (Math.Cos(angle) - 1))], [.. angles.Select(angle => 10 * Math.Sin(angle))]);

        var day = region.Exact().Visits([.. Enumerable.Range(0, 11)], 11);

        day.Kilometers.ShouldBe(240 * Math.Sin(Math.PI / 12), 0.01);
        day.DriveMinutes.ShouldBe(day.Kilometers * 2, 0.2);
        day.Trips.ShouldBe(1);
    }

    /// <summary>Every order of seven terminals is tried.</summary>
    [Fact]
    public void Visits_FewTerminals_AreTheBestOfAllOrders()
    {
        var region = PlaneRegion.Square(40, 20, -5, 3);
        var exact = region.Exact();
        for (var first = 0; first < 30; first += 6)
        {
            int[] terminals = [.. Enumerable.Range(first, 7)];
            exact.Visits(terminals, 7).DriveMinutes.ShouldBe(Shortest(region.Travel, 0, terminals) / 60.0, 1e-9);
        }
    }

    /// <summary>Spokes: each drop fills a vehicle, so that every road is driven out and back.</summary>
    [Fact]
    public void Deliveries_FullVehicles_DriveEverySpokeTwice()
    {
        var region = PlaneRegion.Of([3, -4, 0], [0, 0, 5]);
        var day = region.Exact(vehicleCases: 10).Deliveries([0, 1, 2], [10, 10, 10], 3);
        (day.Kilometers, day.Trips).ShouldBe((24, 3));
    }

    /// <summary>25 cases by tens are two loads out and back and five cases that share the last trip with the neighbour on the way.</summary>
    [Fact]
    public void Deliveries_DropLargerThanAVehicle_GoesInFullLoadsFirst()
    {
        var region = PlaneRegion.Of([6, 3], [0, 0]);
        var day = region.Exact(vehicleCases: 10).Deliveries([0, 1], [25, 5], 2);
        (day.Kilometers, day.Trips).ShouldBe((36, 3));
    }

    [Fact]
    public void Days_OrderOfTerminals_DoesNotMatter()
    {
        var exact = PlaneRegion.Square(40, 20, -5, 3).Exact();
        exact.Deliveries([31, 4, 15, 9, 26], [20, 30, 40, 10, 15], 20).ShouldBe(exact.Deliveries([26, 9, 15, 4, 31], [15, 10, 40, 30, 20], 20));
        exact.Visits([31, 4, 15, 9, 26], 20).ShouldBe(exact.Visits([9, 26, 31, 15, 4], 20));
    }

    [Fact]
    public void Days_Nothing_CostNothing()
    {
        var exact = PlaneRegion.Square(10, 20, 0, 0).Exact();
        exact.Visits(0, 5).ShouldBe(default);
        exact.Visits([], 5).ShouldBe(default);
        exact.Deliveries([], [], 5).ShouldBe(default);
    }

    [Fact]
    public void Days_ImpossibleTerminals_Throw()
    {
        var region = PlaneRegion.Square(10, 20, 0, 0);
        var exact = region.Exact();
        Should.Throw<ArgumentException>(() => exact.Visits([1, 1], 5));
        Should.Throw<ArgumentOutOfRangeException>(() => exact.Visits([10], 5));
        Should.Throw<ArgumentException>(() => exact.Deliveries([1, 2], [1], 5));
        Should.Throw<ArgumentException>(() => new ExactFieldCosts(PlaneRegion.Square(9, 20, 0, 0).Places, region.Travel, region.Travel, 10));
        var cut = new TravelMatrix(2, [0, -1, 5, 0], [0, -1, 5, 0], "cut");
        Should.Throw<ArgumentException>(() => new ExactFieldCosts(new FieldPlaces([1], [1]), cut, cut, 10)).Message.ShouldContain("terminal 0");
    }

    private static int Shortest(TravelMatrix travel, int from, int[] left)
    {
        if (left.Length == 0)
            return travel.Seconds[from * travel.Size];
        return left.Min(next => travel.Seconds[(from * travel.Size) + next + 1] + Shortest(travel, next + 1, [.. left.Where(other => other != next)]));
    }
}
