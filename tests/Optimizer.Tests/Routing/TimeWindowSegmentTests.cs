using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Tests.Routing;

public sealed class TimeWindowSegmentTests
{
    [Fact]
    public void Merge_RandomSequences_AgreesWithTryingEveryStart()
    {
        var random = new Random(1);
        for (var trial = 0; trial < 500; trial++)
        {
            var stops = Enumerable.Range(0, 5).Select(_ =>
            {
                var early = random.Next(60);
                return (Early: early, Late: early + random.Next(40), Service: random.Next(8), Travel: random.Next(15));
            }).ToArray();
            var joined = new TimeWindowSegment(stops[0].Service, 0, stops[0].Early, stops[0].Late);
            foreach (var stop in stops.Skip(1))
                joined = TimeWindowSegment.Merge(joined, stop.Travel, new TimeWindowSegment(stop.Service, 0, stop.Early, stop.Late));

            // Walk from every start, giving time back where a window has closed.
            var walks = Enumerable.Range(stops[0].Early, stops[0].Late - stops[0].Early + 1).Select(start => Walk(stops, start)).ToArray();

            joined.TimeWarp.ShouldBe(walks.Min(walk => walk.Warp));
            joined.Duration.ShouldBe(walks.Where(walk => walk.Warp == joined.TimeWarp).Min(walk => walk.Duration));
        }
    }

    [Fact]
    public void Merge_AnyBracketing_IsTheSame()
    {
        var a = new TimeWindowSegment(5, 0, 10, 20);
        var b = new TimeWindowSegment(3, 0, 40, 45);
        var c = new TimeWindowSegment(2, 0, 0, 44);

        TimeWindowSegment.Merge(TimeWindowSegment.Merge(a, 4, b), 6, c).ShouldBe(TimeWindowSegment.Merge(a, 4, TimeWindowSegment.Merge(b, 6, c)));
    }

    private static (long Warp, long Duration) Walk((int Early, int Late, int Service, int Travel)[] stops, int start)
    {
        long now = start + stops[0].Service;
        long warp = 0;
        foreach (var stop in stops.Skip(1))
        {
            now = Math.Max(now + stop.Travel, stop.Early);
            warp += Math.Max(0, now - stop.Late);
            now = Math.Min(now, stop.Late) + stop.Service;
        }

        return (warp, now - start + warp);
    }
}
