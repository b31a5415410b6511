using Territory.Model.Geography;
using Territory.Simulation.Lab.FieldCosts;

namespace Territory.Simulation.Tests.Lab.FieldCosts;

public sealed class FieldPlacesTests
{
    [Fact]
    public void Scale_KnownFigures_AreThoseOfGeometry()
    {
        // A 3 x 4 rectangle from the start on, with a point inside and one on an edge.
        var scale = new FieldPlaces([0, 3, 3, 0, 1, 1.5], [0, 0, 4, 4, 2, 0]).Scale;
        scale.AreaSquareKilometers.ShouldBe(12, 1e-12);
        scale.ReachKilometers.ShouldBe((0 + 3 + 5 + 4 + Math.Sqrt(5) + 1.5) / 6, 1e-12);
        scale.Terminals.ShouldBe(6);

        new FieldPlaces([1, 4, 1], [1, 1, 3]).Scale.AreaSquareKilometers.ShouldBe(3, 1e-12);
        new FieldPlaces([1, 2, 3], [1, 2, 3]).Scale.AreaSquareKilometers.ShouldBe(0, 1e-12);
        new FieldPlaces([7], [1]).Scale.AreaSquareKilometers.ShouldBe(0);
    }

    /// <summary>A regular polygon of many corners has the area of its circle: n / 2 r^2 sin(2 pi / n).</summary>
    [Fact]
    public void Scale_PointsOnACircle_HaveTheAreaOfTheirPolygon()
    {
        const int corners = 40;
        var angles = Enumerable.Range(0, corners).Select(corner => 2 * Math.PI * corner / corners).ToArray();
        var places = new FieldPlaces([.. angles.Select(angle => 100 + (5 * Math.Cos(angle)))], [.. angles.Select(angle => 5 * Math.Sin(angle))]);
        places.Scale.AreaSquareKilometers.ShouldBe(corners / 2.0 * 25 * Math.Sin(2 * Math.PI / corners), 1e-9);
    }

    /// <summary>The distances of the sphere, by haversine.</summary>
    [Fact]
    public void Of_DegreesOfARegion_GivesDistancesOfTheSphere()
    {
        var start = new GeoPoint(121.47, 31.23);
        GeoPoint[] terminals = [new(121.6, 31.3), new(121.3, 31.0), new(121.47, 31.5), new(121.9, 31.23)];
        var places = FieldPlaces.Of(start, terminals);
        for (var terminal = 0; terminal < terminals.Length; terminal++)
        {
            var kilometers = start.MetersTo(terminals[terminal]) / 1_000;
            places.ReachKilometers[terminal].ShouldBe(kilometers, 2e-3 * kilometers);
        }
    }

    [Fact]
    public void Nearest_OfATerminal_IsASortedScan()
    {
        var places = PlaneRegion.Square(60, 20, -10, -10).Places;
        var travel = PlaneRegion.Square(60, 20, -10, -10).Travel;
        for (var terminal = 0; terminal < 60; terminal += 7)
        {
            var meters = Enumerable.Range(0, 60).Select(other => travel.Meters[((terminal + 1) * 61) + other + 1]).ToArray();
            var nearest = places.Nearest(terminal, 12);
            nearest[0].ShouldBe(terminal);
            nearest.Select(other => meters[other]).ShouldBe(meters.Order().Take(12));
        }
    }

    [Fact]
    public void Constructor_NoTerminalsOrNoNumbers_Throws()
    {
        Should.Throw<ArgumentException>(() => new FieldPlaces([], []));
        Should.Throw<ArgumentException>(() => new FieldPlaces([1], [1, 2]));
        Should.Throw<ArgumentException>(() => new FieldPlaces([double.NaN], [1]));
    }
}
