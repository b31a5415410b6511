using Territory.Grains.Market;
using Territory.Grains.Tests.Fixtures;
using Territory.ReadModel.Tests.Fixtures;

namespace Territory.Grains.Tests.Market;

public sealed class MarketPaceTests
{
    private static readonly DateTimeOffset Start = Samples.At(0, 8);

    private readonly ManualTime time = new();

    [Fact]
    public void DueFrom_AfterRealTime_IsThatTimesTheSpeed()
    {
        var pace = new MarketPace(time);
        pace.Start(Start, 60);
        time.Advance(TimeSpan.FromSeconds(1.5));

        pace.DueFrom(Start).ShouldBe(Start.AddSeconds(90));
    }

    [Fact]
    public void DueFrom_FarBehind_LetsTheRestGo()
    {
        var pace = new MarketPace(time);
        pace.Start(Start, 1000);
        time.Advance(TimeSpan.FromSeconds(60));

        var due = pace.DueFrom(Start);

        due.ShouldBe(Start + (MarketPace.LongestLag * 1000));
        // From there it goes on at the speed that was asked for, without a race after the lost minute.
        time.Advance(TimeSpan.FromSeconds(1));
        pace.DueFrom(due).ShouldBe(due.AddSeconds(1000));
    }

    [Fact]
    public void Reached_WhenTheClockKeepsUp_IsTheSpeed()
    {
        var pace = new MarketPace(time);
        pace.Start(Start, 100);
        var speed = 0.0;
        var now = Start;
        for (var tick = 0; tick < 200; tick++)
        {
            time.Advance(TimeSpan.FromMilliseconds(100));
            now = pace.DueFrom(now);
            speed = pace.Reached(now);
        }

        speed.ShouldBe(100, 0.001);
    }

    [Fact]
    public void Reached_WhenTheClockGetsHalfAsFar_IsHalfTheSpeed()
    {
        var pace = new MarketPace(time);
        pace.Start(Start, 100);
        var speed = 0.0;
        for (var tick = 1; tick <= 200; tick++)
        {
            time.Advance(TimeSpan.FromMilliseconds(100));
            speed = pace.Reached(Start.AddSeconds(tick * 5));
        }

        speed.ShouldBe(50, 0.001);
    }
}
