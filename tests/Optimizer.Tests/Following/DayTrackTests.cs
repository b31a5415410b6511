using Territory.Model.Calendar;
using Territory.Optimizer.Following;

namespace Territory.Optimizer.Tests.Following;

public sealed class DayTrackTests
{
    [Fact]
    public void Add_AWholeDayOfSeconds_StaysWithinItsBoundAndCoversTheDayEvenly()
    {
        var track = new DayTrack(mostPoints: 100, leastSeconds: 5);
        for (var second = 0; second < 36_000; second++)
            track.Add(new TrackPoint(new TimeOfDay(second), default));

        track.Points.Count.ShouldBeLessThanOrEqualTo(100);
        track.Points.Count.ShouldBeGreaterThan(40);
        var gaps = track.Points.Zip(track.Points.Skip(1), (a, b) => (b.At - a.At).Seconds).ToList();
        gaps.Max().ShouldBeLessThanOrEqualTo(2 * gaps.Min());
        track.Points[0].At.Seconds.ShouldBe(0);
        track.Points[^1].At.Seconds.ShouldBeGreaterThan(36_000 - (2 * gaps.Max()));
    }

    [Fact]
    public void Add_LateOrTooSoon_IsLetGo()
    {
        var track = new DayTrack();
        track.Add(new TrackPoint(new TimeOfDay(100), default)).ShouldBeTrue();
        track.Add(new TrackPoint(new TimeOfDay(104), default)).ShouldBeFalse();
        track.Add(new TrackPoint(new TimeOfDay(90), default)).ShouldBeFalse();
        track.Add(new TrackPoint(new TimeOfDay(105), default)).ShouldBeTrue();
    }
}
