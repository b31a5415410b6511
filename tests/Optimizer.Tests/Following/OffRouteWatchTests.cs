using Territory.Model.Following;
using Territory.Model.Geography;
using Territory.Model.Ids;
using Territory.Optimizer.Following;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.Following;

public sealed class OffRouteWatchTests
{
    private static readonly RouteCorridor Road = new([NoisyTrack.At(0, 0), NoisyTrack.At(5_000, 0), NoisyTrack.At(5_000, 4_000)]);

    [Fact]
    public void MetersFrom_PlacesAroundABend_AreThePlanesDistances()
    {
        Road.MetersFrom(NoisyTrack.At(2_500, 300)).ShouldBe(300, 0.5);
        Road.MetersFrom(NoisyTrack.At(-300, 400)).ShouldBe(500, 0.5);
        Road.MetersFrom(NoisyTrack.At(5_400, -300)).ShouldBe(500, 0.5);
        Road.MetersFrom(NoisyTrack.At(5_000, 1_234)).ShouldBe(0, 0.5);
        new RouteCorridor([NoisyTrack.At(0, 0)]).MetersFrom(NoisyTrack.At(30, 40)).ShouldBe(50, 0.1);
    }

    [Fact]
    public void MetersFrom_AnyPlace_IsTheLeastOfManyPlacesAlongTheLine()
    {
        var random = new Random(5);
        for (var draw = 0; draw < Draws.Of(50); draw++)
        {
            var line = Enumerable.Range(0, 2 + random.Next(6)).Select(_ => new GeoPoint(116 + random.NextDouble() * 0.1, 30 + (random.NextDouble() * 0.1))).ToList();
            var place = new GeoPoint(116 + (random.NextDouble() * 0.1), 30 + (random.NextDouble() * 0.1));
            var least = line.Zip(line.Skip(1)).SelectMany(piece => Enumerable.Range(0, 2_001).Select(i => new GeoPoint(
                piece.First.Longitude + ((piece.Second.Longitude - piece.First.Longitude) * i / 2_000), piece.First.Latitude + ((piece.Second.Latitude - piece.First.Latitude) * i / 2_000))))
                .Min(place.MetersTo);

            new RouteCorridor(line).MetersFrom(place).ShouldBe(least, Math.Max(5, least * 0.002));
        }
    }

    [Fact]
    public void Take_DetourOfAQuarterOfAnHour_IsToldOnceAndEndedOnce()
    {
        for (var draw = 0; draw < Draws.Of(40); draw++)
        {
            var track = new NoisyTrack(draw).DriveTo(1_000, 0);
            track.DriveTo(1_000, -1_500).Stand(600).DriveTo(1_000, 0).DriveTo(5_000, 0).DriveTo(5_000, 4_000);

            var notices = Watch(track);

            // Both carry the same beginning: the second says how long the first lasted.
            notices.Count.ShouldBe(2, $"seed {draw}");
            notices[1].Since.ShouldBe(notices[0].Since);
            notices[0].Lasted.ShouldBeNull();
            // Off beyond 300 m, back within 200 m: at 9 m/s about 133 s out, 600 s there, 144 s back.
            notices[1].Lasted!.Value.Seconds.ShouldBeInRange(830, 930);
            notices[1].Meters!.Value.ShouldBeGreaterThan(1_450);
        }
    }

    [Fact]
    public void Take_OnTheRoadOrAStreetBeside_SaysNothing()
    {
        var alarms = 0;
        for (var draw = 0; draw < Draws.Of(100); draw++)
            alarms += Watch(new NoisyTrack(900 + draw, sigmaMeters: 20).DriveTo(0, -180).DriveTo(4_800, -180).Stand(900).DriveTo(5_150, 0).DriveTo(5_150, 4_000)).Count;

        alarms.ShouldBe(0);
    }

    [Fact]
    public void Take_NoTripAnyMore_EndsWhatWasTold()
    {
        var watch = new OffRouteWatch(new VehicleId("v1"), new OffRouteRules());
        var told = new NoisyTrack(1).DriveTo(1_000, 0).DriveTo(1_000, -1_500).Stand(300).Points.Select(point => watch.Take(point, Road)).OfType<FleetNotice>().ToList();
        told.Count.ShouldBe(1);

        var ended = watch.Take(new TrackPoint(told[0].Since + new Model.Quantities.Duration(1_000), NoisyTrack.At(0, 0)), null);

        ended!.Lasted.ShouldBe(new Model.Quantities.Duration(1_000));
    }

    private static List<FleetNotice> Watch(NoisyTrack track)
    {
        var watch = new OffRouteWatch(new VehicleId("v1"), new OffRouteRules());
        return [.. track.Points.Select(point => watch.Take(point, Road)).OfType<FleetNotice>()];
    }
}
