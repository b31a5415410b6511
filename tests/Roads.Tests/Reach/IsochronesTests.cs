using NetTopologySuite.Geometries;
using Territory.Model.Geography;
using Territory.Model.Quantities;
using Territory.Model.Travel;
using Territory.Roads.Matrices;
using Territory.Roads.Network;
using Territory.Roads.Reach;
using Territory.Roads.Snapping;
using Territory.Roads.Tests.Fixtures;
using Territory.Roads.Tests.Network;

namespace Territory.Roads.Tests.Reach;

/// <summary>The oracle for who lies inside is the travel matrix from (or to) the point, itself checked against other searches.</summary>
public sealed class IsochronesTests(MaltaExtract malta, ITestOutputHelper output)
{
    private const double SampleMeters = 100;

    private static readonly Duration[] Bounds = [new(300), new(60), new(120)];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Draw_RandomNetworks_ContainsWhatIsInTimeAndNothingFarBeyond(bool isOutward)
    {
        for (var seed = 1; seed <= 12; seed++)
        {
            var random = RandomNetwork.Create(seed);
            Check(random.Network, random.Points[0], TravelMode.Car, isOutward, Bounds, new IsochroneOptions { CellMeters = 20, FillHolesSquareMeters = 0 }, seed);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Draw_Malta_ContainsWhatIsInTimeAndNothingFarBeyond(bool isOutward)
    {
        Check(
            malta.Extract.Roads,
            new GeoPoint(14.4915, 35.8955),
            TravelMode.Van,
            isOutward,
            [new Duration(300), new Duration(900)],
            new IsochroneOptions { FillHolesSquareMeters = 0 },
            seed: 1);
    }

    /// <summary>A straight road on which the car profile holds 72 km/h, 80 % of the limit: ten minutes are 12 km either way.</summary>
    [Fact]
    public void From_StraightRoad_ReachesAsFarAsTheTimeLasts()
    {
        var network = new Drawing().Way(new RoadWay { Nodes = [], Class = RoadClass.Primary, MaxSpeedKmh = 90 }, (-20_000, 0), (20_000, 0)).Build();

        var isochrone = new Isochrones(network, TravelMode.Car, new IsochroneOptions { CellMeters = 10 }).From(Drawing.At(0, 0), [new Duration(600)])[0];

        // The line lies two cells beside the road and a cap of the same width beyond its end; a chord of the grid is off by a twentieth of a cell at most there.
        var box = isochrone.Area.EnvelopeInternal;
        new GeoPoint(box.MinX, 0).MetersTo(new GeoPoint(box.MaxX, 0)).ShouldBe(24_000 + 40, 4);
        new GeoPoint(10, box.MinY).MetersTo(new GeoPoint(10, box.MaxY)).ShouldBe(40, 4);
        isochrone.ResolutionMeters.ShouldBe(34.14, 0.01);
    }

    [Fact]
    public void From_OneWayRoad_IsReachedOnlyAhead()
    {
        // A ring so that the road belongs to the main network; the way back is too slow for the bound.
        var network = new Drawing()
            .OneWay(null, RoadClass.Primary, (0, 0), (5_000, 0))
            .OneWay(null, RoadClass.Track, (5_000, 0), (5_000, 5_000), (0, 5_000), (0, 0))
            .Build();
        var isochrones = new Isochrones(network, TravelMode.Car);
        var point = Drawing.At(2_500, 0);

        IsInside(isochrones.From(point, [new Duration(100)])[0].Area, Drawing.At(3_300, 0)).ShouldBeTrue();
        IsInside(isochrones.From(point, [new Duration(100)])[0].Area, Drawing.At(2_200, 0)).ShouldBeFalse();
        IsInside(isochrones.To(point, [new Duration(100)])[0].Area, Drawing.At(3_300, 0)).ShouldBeFalse();
        IsInside(isochrones.To(point, [new Duration(100)])[0].Area, Drawing.At(1_700, 0)).ShouldBeTrue();
    }

    /// <summary>A street block of 150 m: its inside is filled by default and kept when asked.</summary>
    [Fact]
    public void From_Block_FillsSmallHolesUnlessAsked()
    {
        var network = new Drawing().Road(null, RoadClass.Primary, (0, 0), (150, 0), (150, 150), (0, 150), (0, 0)).Build();
        var options = new IsochroneOptions { CellMeters = 10 };

        IsInside(new Isochrones(network, TravelMode.Car, options).From(Drawing.At(0, 0), [new Duration(600)])[0].Area, Drawing.At(75, 75)).ShouldBeTrue();
        IsInside(new Isochrones(network, TravelMode.Car, options with { FillHolesSquareMeters = 0 }).From(Drawing.At(0, 0), [new Duration(600)])[0].Area, Drawing.At(75, 75)).ShouldBeFalse();
    }

    [Fact]
    public void From_FewNodesAllowed_DrawsCoarserAndSaysSo()
    {
        var random = RandomNetwork.Create(3);

        var isochrone = new Isochrones(random.Network, TravelMode.Car, new IsochroneOptions { CellMeters = 1, MostNodes = 5_000 }).From(random.Points[0], [new Duration(300)])[0];

        isochrone.ResolutionMeters.ShouldBeGreaterThan(100);
        isochrone.Area.IsValid.ShouldBeTrue();
    }

    [Fact]
    public void From_NoRoadNear_IsEmpty()
    {
        var isochrone = new Isochrones(RandomNetwork.Create(1).Network, TravelMode.Car).From(new GeoPoint(100, 30), [new Duration(300)]).ShouldHaveSingleItem();

        isochrone.Area.IsEmpty.ShouldBeTrue();
        isochrone.Within.ShouldBe(new Duration(300));
    }

    [Fact]
    public void From_BoundsOutOfRange_Throws()
    {
        var isochrones = new Isochrones(RandomNetwork.Create(1).Network, TravelMode.Car);

        Should.Throw<ArgumentOutOfRangeException>(() => isochrones.From(new GeoPoint(113.21, 23.11), [new Duration(-1)]));
        Should.Throw<ArgumentOutOfRangeException>(() => isochrones.From(new GeoPoint(113.21, 23.11), [new Duration(100_000)]));
        Should.Throw<ArgumentOutOfRangeException>(() => new Isochrones(RandomNetwork.Create(1).Network, TravelMode.Car, new IsochroneOptions { BesideCells = 1 }));
    }

    private void Check(RoadNetwork network, GeoPoint point, TravelMode mode, bool isOutward, Duration[] bounds, IsochroneOptions options, int seed)
    {
        var isochrones = new Isochrones(network, mode, options);
        var areas = isOutward ? isochrones.From(point, bounds) : isochrones.To(point, bounds);
        var again = isOutward ? isochrones.From(point, bounds) : isochrones.To(point, bounds);
        var snapped = Samples(network, mode);
        var samples = snapped.Select(sample => sample!.Value.Location).ToList();
        var builder = new TravelMatrixBuilder(network);
        SnappedPoint?[] here = [network.Snap(point, mode)];
        var matrix = isOutward ? builder.Compute(here, snapped, mode) : builder.Compute(snapped, here, mode);
        for (var i = 0; i < bounds.Length; i++)
        {
            var (bound, area) = (bounds[i], areas[i].Area);
            areas[i].Within.ShouldBe(bound);
            area.IsValid.ShouldBeTrue($"seed {seed}");
            area.EqualsExact(again[i].Area).ShouldBeTrue($"seed {seed}");
            var polygon = new NetTopologySuite.Algorithm.Locate.IndexedPointInAreaLocator(area);
            var inTime = samples.Where((_, sample) => matrix.Seconds[sample] >= 0 && matrix.Seconds[sample] < bound.Seconds).ToList();
            foreach (var sample in inTime)
                polygon.Locate(new Coordinate(sample.Longitude, sample.Latitude)).ShouldBe(Location.Interior, $"seed {seed}, bound {bound}, {sample}");

            // Far beyond: farther from every sample in time than the resolution and the distance between samples.
            var late = samples.Where((_, sample) => matrix.Seconds[sample] > bound.Seconds + 1).ToList();
            var beyond = late.Where((_, i) => i % ((late.Count / 300) + 1) == 0).Where(sample => inTime.Count == 0 || inTime.Min(other => sample.MetersTo(other)) > areas[i].ResolutionMeters + SampleMeters).ToList();
            foreach (var sample in beyond)
                polygon.Locate(new Coordinate(sample.Longitude, sample.Latitude)).ShouldBe(Location.Exterior, $"seed {seed}, bound {bound}, {sample}");
            output.WriteLine($"seed {seed}, {bound}: {inTime.Count} samples in time, {beyond.Count} of {late.Count} far beyond, {area.NumPoints} vertices, {areas[i].ResolutionMeters:F0} m.");
        }

        var ordered = Enumerable.Range(0, bounds.Length).OrderBy(i => bounds[i]).Select(i => areas[i].Area).ToArray();
        for (var i = 1; i < ordered.Length; i++)
            ordered[i].Covers(ordered[i - 1]).ShouldBeTrue($"seed {seed}");
    }

    /// <summary>Places on the main network's roads, no farther apart than <see cref="SampleMeters"/>.</summary>
    private static List<SnappedPoint?> Samples(RoadNetwork network, TravelMode mode)
    {
        var samples = new List<SnappedPoint?>();
        for (var segment = 0; segment < network.SegmentCount; segment++)
        {
            if (!network.IsMain(segment, mode) || network.Segment(segment).Class == RoadClass.Ferry)
                continue;
            var line = network.Polyline(segment);
            var pieces = line.Zip(line.Skip(1), (a, b) => a.MetersTo(b)).ToArray();
            var passed = 0.0;
            for (var i = 0; i < pieces.Length; i++)
            {
                var steps = (int)Math.Ceiling(pieces[i] / SampleMeters);
                for (var step = 0; step < steps; step++)
                {
                    var share = (step + 0.5) / steps;
                    var place = new GeoPoint(
                        line[i].Longitude + (share * (line[i + 1].Longitude - line[i].Longitude)), line[i].Latitude + (share * (line[i + 1].Latitude - line[i].Latitude)));
                    samples.Add(new SnappedPoint(place, place, segment, (passed + (share * pieces[i])) / pieces.Sum(), 0, RoadSide.On, mode));
                }

                passed += pieces[i];
            }
        }

        return samples;
    }

    private static bool IsInside(Geometry area, GeoPoint point) =>
        new NetTopologySuite.Algorithm.Locate.IndexedPointInAreaLocator(area).Locate(new Coordinate(point.Longitude, point.Latitude)) == Location.Interior;
}
