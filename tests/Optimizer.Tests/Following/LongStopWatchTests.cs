using Territory.Model.Following;
using Territory.Model.Geography;
using Territory.Model.Ids;
using Territory.Optimizer.Following;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.Following;

public sealed class LongStopWatchTests
{
    private static readonly GeoPoint[] Places = [NoisyTrack.At(0, 0), NoisyTrack.At(3_000, 60)];

    [Fact]
    public void Take_TwentyMinutesSomewhereElse_IsToldOnceAndEndedWithItsLength()
    {
        for (var draw = 0; draw < Draws.Of(60); draw++)
        {
            var track = new NoisyTrack(draw).DriveTo(1_500, 0);
            var stood = track.Now;

            var notices = Watch(track.Stand(1_200).DriveTo(3_000, 0).Stand(1_500).DriveTo(6_000, 0));

            notices.Count.ShouldBe(2, $"seed {draw}");
            notices[0].Kind.ShouldBe(NoticeKind.LongStop);
            Math.Abs((notices[0].Since - stood).Seconds).ShouldBeLessThanOrEqualTo(30);
            notices[0].Location.MetersTo(NoisyTrack.At(1_500, 0)).ShouldBeLessThan(20);
            notices[1].Since.ShouldBe(notices[0].Since);
            notices[1].Lasted!.Value.Seconds.ShouldBeInRange(1_170, 1_250);
        }
    }

    [Fact]
    public void Take_AtAStopTheDepotOrInSlowTraffic_SaysNothing()
    {
        var alarms = 0;
        for (var draw = 0; draw < Draws.Of(100); draw++)
        {
            // An hour at the depot, ten minutes at a light, an hour at the stop, half an hour of crawling at 2.5 km/h.
            alarms += Watch(new NoisyTrack(700 + draw).Stand(3_600).DriveTo(1_500, 0).Stand(600).DriveTo(3_000, 0).Stand(3_600).DriveTo(4_200, 0, 0.7)).Count;
        }

        alarms.ShouldBe(0);
    }

    private static List<FleetNotice> Watch(NoisyTrack track)
    {
        var watch = new LongStopWatch(new VehicleId("v1"), new LongStopRules());
        return [.. track.Points.Select(point => watch.Take(point, Places)).OfType<FleetNotice>()];
    }
}
