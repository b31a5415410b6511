using Territory.Model.Calendar;
using Territory.Model.Following;
using Territory.Model.Ids;
using Territory.Optimizer.Following;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.Following;

public sealed class GeofenceWatchTests
{
    private static readonly VehicleId Van = new("v1");
    private static readonly WatchedStop[] Stops =
    [
        new(new TerminalId("a"), NoisyTrack.At(2_000, 40)),
        new(new TerminalId("b"), NoisyTrack.At(4_000, -50)),
        new(new TerminalId("c"), NoisyTrack.At(6_000, 30)),
    ];

    /// <summary>The truth is the track's own: where it stood, from when to when.</summary>
    [Fact]
    public void Take_StopsMadeInNoise_DatesNearlyAllWithinHalfAMinute()
    {
        var (found, expected, arrivalsOff, departuresOff) = (0, 0, 0, 0);
        for (var draw = 0; draw < Draws.Of(60); draw++)
        {
            var track = new NoisyTrack(draw);
            var truth = new List<(TimeOfDay Arrived, TimeOfDay Left)>();
            foreach (var x in new[] { 2_000, 4_000, 6_000 })
            {
                track.DriveTo(x, 0);
                var arrived = track.Now;
                track.Stand(240 + (draw * 7 % 600));
                truth.Add((arrived, track.Now));
            }

            track.DriveTo(9_000, 0);
            var notices = Watch(track);

            expected += 3;
            for (var i = 0; i < Stops.Length; i++)
            {
                var arrival = notices.Where(notice => notice.Kind == NoticeKind.Arrived && notice.Terminal == Stops[i].Terminal).ToList();
                var departure = notices.Where(notice => notice.Kind == NoticeKind.Left && notice.Terminal == Stops[i].Terminal).ToList();
                if (arrival.Count == 0 || departure.Count == 0)
                    continue;
                found++;
                arrivalsOff += Math.Abs((arrival[0].Since - truth[i].Arrived).Seconds) > 30 ? 1 : 0;
                departuresOff += Math.Abs((departure[^1].Since - truth[i].Left).Seconds) > 30 ? 1 : 0;
            }

            notices.Count.ShouldBeLessThanOrEqualTo(8, $"seed {draw}");
        }

        found.ShouldBe(expected);
        arrivalsOff.ShouldBeLessThanOrEqualTo(expected / 50);
        departuresOff.ShouldBeLessThanOrEqualTo(expected / 50);
    }

    [Fact]
    public void Take_DrivenPastOrHeldAtALight_HardlyEverCounts()
    {
        var alarms = 0;
        for (var draw = 0; draw < Draws.Of(100); draw++)
        {
            // Past all three at 15 to 50 km/h, with a red light of up to 40 s right at the second.
            var track = new NoisyTrack(500 + draw).DriveTo(4_000, 0, 4.2 + (draw % 10)).Stand(draw % 41).DriveTo(9_000, 0, 4.2 + (draw % 10));
            alarms += Watch(track).Count(notice => notice.Kind == NoticeKind.Arrived);
        }

        // Three passages a draw; the slowest with the longest light are within 80 m for more than the minute that makes an arrival.
        alarms.ShouldBeLessThanOrEqualTo(3 * Draws.Of(100) / 100);
    }

    [Fact]
    public void Take_TwoStopsInOneCircle_TakesThemInTheOrderOfThePlan()
    {
        WatchedStop[] neighbours = [new(new TerminalId("first"), NoisyTrack.At(1_000, 0)), new(new TerminalId("second"), NoisyTrack.At(1_015, 0))];
        var watch = new GeofenceWatch(Van, new GeofenceRules());
        foreach (var point in new NoisyTrack(3, sigmaMeters: 5, wildShare: 0).DriveTo(1_012, 0).Stand(200).Points)
            watch.Take(point, neighbours);

        watch.At.ShouldBe(new TerminalId("first"));
    }

    [Fact]
    public void Take_OneWildPositionWhileStanding_IsNoDeparture()
    {
        var watch = new GeofenceWatch(Van, new GeofenceRules());
        TrackPoint At(int second, double x) => new(new TimeOfDay(second), NoisyTrack.At(x, 0));
        for (var second = 0; second <= 90; second += 10)
            watch.Take(At(second, 2_000), Stops);
        watch.At.ShouldBe(new TerminalId("a"));

        watch.Take(At(100, 2_900), Stops).ShouldBeNull();
        watch.Take(At(110, 2_000), Stops).ShouldBeNull();
        watch.Take(At(140, 2_140), Stops).ShouldBeNull();

        watch.At.ShouldBe(new TerminalId("a"));
        // It has been away since 140, and 30 s make it a departure.
        var left = watch.Take(At(170, 2_500), Stops)!;
        (left.Kind, left.Since, left.Lasted!.Value.Seconds).ShouldBe((NoticeKind.Left, new TimeOfDay(140), 140));
        watch.At.ShouldBeNull();
    }

    private static List<FleetNotice> Watch(NoisyTrack track)
    {
        var watch = new GeofenceWatch(Van, new GeofenceRules());
        return [.. track.Points.Select(point => watch.Take(point, Stops)).OfType<FleetNotice>()];
    }
}
