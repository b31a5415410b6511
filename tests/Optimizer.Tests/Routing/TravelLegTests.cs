using System.Numerics;
using Territory.Optimizer.Routing;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.Routing;

public sealed class TravelLegTests
{
    private const int LatestSlot = 120;

    [Fact]
    public void Arrival_RandomSlots_NeverEarlierForWhoLeavesLater()
    {
        var (crossed, waited) = (0, 0);
        for (var seed = 1; seed <= Draws.Of(2_000); seed++)
        {
            var (leg, slots) = Random(seed);
            var before = 0L;
            for (var now = 0; now < 2 * LatestSlot; now++)
            {
                var arrival = leg.Arrival(now);

                arrival.ShouldBeGreaterThanOrEqualTo(Math.Max(before, now), $"seed {seed}, departure {now}");
                crossed += slots.Any(slot => now < slot.From && slot.From < arrival) ? 1 : 0;
                waited += arrival == before ? 1 : 0;
                before = arrival;
            }
        }

        crossed.ShouldBeGreaterThan(1_000);
        waited.ShouldBeGreaterThan(1_000);
    }

    /// <summary>Durations near the largest allowed: a sum that leaves its range would arrive earlier.</summary>
    [Fact]
    public void Arrival_LargestDurations_NeverEarlierForWhoLeavesLater()
    {
        const int largest = (int)TravelLeg.LargestSlotEntry;
        int[] times = [largest, largest - 1, ProblemData.NoRoad, largest - 7, largest];
        var slots = times.Select((time, i) => new TravelSlot(i * (largest / 3L), Leg(time))).ToArray();
        var leg = new TravelLeg(new TravelClock(slots, 1_000), 0, 1, largest - 7);
        var before = 0L;
        for (var now = 0L; now < 2L * largest; now += 100_003)
        {
            var arrival = leg.Arrival(now);

            arrival.ShouldBeInRange(Math.Max(before, now + largest - 7), now + (2L * largest) + 1, $"departure {now}");
            before = arrival;
        }
    }

    /// <summary>The exact time is a fraction; every slot passed rounds down less than a thousandth of the least duration, and the arrival up by less than a unit.</summary>
    [Fact]
    public void Arrival_RandomSlots_IsTheExactOneButForItsRounding()
    {
        for (var seed = 1; seed <= Draws.Of(500); seed++)
        {
            var (leg, slots) = Random(seed);
            for (var now = 0; now < LatestSlot; now += 3)
            {
                var exact = Exact(slots, now);
                // A thousandth of the least duration in each of the slots, at the longest time it may take, of which none is above 60.
                var rounding = 1 + (slots.Length * 60 / 1_000.0);

                (leg.Arrival(now) - exact).ShouldBeInRange(-1e-9, rounding, $"seed {seed}, departure {now}");
            }
        }
    }

    [Fact]
    public void Arrival_SlotsThatAreAUniformFactor_IsThatOfSpeeds()
    {
        // Half speed from 30 to 60.
        var speeds = new TravelClock([new SpeedPeriod(30, 500), new SpeedPeriod(60, 1_000)]);
        for (var free = 1; free < 50; free++)
        {
            var slots = new TravelClock([new TravelSlot(0, Leg(free)), new TravelSlot(30, Leg(2 * free)), new TravelSlot(60, Leg(free))], 1_000);
            for (var now = 0; now < 80; now++)
                new TravelLeg(slots, 0, 1, free).Arrival(now).ShouldBe(new TravelLeg(speeds, 0, 1, free).Arrival(now), $"{free} from {now}");
        }
    }

    [Theory]
    [InlineData(0, 20)] // All of it in the first slot.
    [InlineData(80, 100)] // There just as the slot ends.
    [InlineData(90, 120)] // Half of it by 100, the other half takes half of 40.
    [InlineData(95, 130)] // A quarter of it by 100.
    [InlineData(100, 140)]
    [InlineData(195, 313)] // An eighth by 200; closed until 300; seven eighths of 14 and a bit are 13.
    [InlineData(250, 314)] // Who sets out while the road is closed waits for it.
    [InlineData(300, 314)]
    public void Arrival_AcrossTheBordersOfSlots_IsThatComputedByHand(int departure, int arrival)
    {
        TravelSlot[] slots = [new(0, Leg(20)), new(100, Leg(40)), new(200, Leg(ProblemData.NoRoad)), new(300, Leg(14))];

        new TravelLeg(new TravelClock(slots, 1_000), 0, 1, 14).Arrival(departure).ShouldBe(arrival);
    }

    [Fact]
    public void Arrival_AfterAPause_GoesOnWithWhatIsLeft()
    {
        TravelSlot[] slots = [new(0, Leg(20)), new(100, Leg(40))];
        var leg = new TravelLeg(new TravelClock(slots, 1_000), 0, 1, 20);

        // From 85 to 90 a quarter is done, from 120 on the others at twice their time.
        leg.Arrival(120, leg.Work - leg.WorkBetween(85, 90)).ShouldBe(150);
    }

    private static ArcLengths Leg(int duration) => ArcLengths.OfMatrix([0, duration, duration, 0], 2);

    private static (TravelLeg Leg, TravelSlot[] Slots) Random(int seed)
    {
        var random = new Random(seed);
        var slots = new List<TravelSlot>();
        for (var from = 0; from < LatestSlot; from += random.Next(1, 40))
            slots.Add(new TravelSlot(from, Leg(random.Next(5) == 0 ? ProblemData.NoRoad : random.Next(12) == 0 ? 0 : random.Next(1, random.Next(2) == 0 ? 10 : 60))));
        slots[^1] = slots[^1] with { Durations = Leg(random.Next(1, 60)) };
        var profile = TravelProfile.OfSlots(Leg(1), slots);
        return (new TravelLeg(new TravelClock(slots, 1_000), 0, 1, profile.Durations.Between(0, 1)), [.. slots]);
    }

    /// <summary>A walk from slot to slot in whole fractions of the leg.</summary>
    private static double Exact(TravelSlot[] slots, int now)
    {
        // The part that is left: numerator over denominator.
        BigInteger left = 1, of = 1;
        for (var s = 0; s < slots.Length; s++)
        {
            var end = s + 1 < slots.Length ? slots[s + 1].From : long.MaxValue;
            if (end <= now)
                continue;
            var time = slots[s].Durations.Between(0, 1);
            if (time == 0)
                return now;
            if (time != ProblemData.NoRoad)
            {
                var stay = end - now;
                if (left * time <= stay * of)
                    return now + (double)(left * time * 1_000_000 / of) / 1e6;
                (left, of) = ((left * time) - (stay * of), of * time);
            }

            now = (int)end;
        }

        throw new InvalidOperationException("The last slot has no end.");
    }
}
