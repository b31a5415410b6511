using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Evaluation;

/// <summary>The cheapest departure of a route without breaks whose legs take longer at some hours.</summary>
/// <remarks>
/// Optimal over all departures up to the rounding of legs to whole units of time: the exact arrivals are linear functions of the departure between those where a leg begins or ends just as the speed
/// changes, a wait ends, or a wish is met, and one of these is cheapest; a rounded leg is up to one unit longer, more where later hours are slower. Where durations are balanced and starts have prices,
/// only those departures are compared. Nobody waits between stops to miss a rush hour. Where a road closes, who leaves a moment later may arrive hours later: the last departure before that is looked for
/// among those that the rounding of legs leaves open.
/// Algorithm: a walk at each of these departures, which also says how far on the next one is. Complexity: O(entries) a departure, of which there are O(entries * changes of speed).
/// Source: Dabia, Ropke, van Woensel and De Kok, Branch and price for the time-dependent vehicle routing problem with time windows (2013), ready time functions.
/// </remarks>
internal sealed class RushDay(ProblemData data, TripTimes trips, DayPrice price)
{
    /// <summary>By so much of a unit of time the sums of departures may be off.</summary>
    private const double Tiny = 1e-9;

    /// <summary>How fast the time of the walk moves with the departure.</summary>
    private double slope;

    /// <summary>How much later the next departure is at which something changes.</summary>
    private double next;

    /// <param name="paysDeparture">Whether a later departure may be worth more than an early one.</param>
    /// <returns>No day where a rule is broken at the earliest departure, and with it at any.</returns>
    public DayChoice Choose(in RouteSequence route, bool paysDeparture)
    {
        var type = data.VehicleTypes[route.Type];
        var start = Math.Max(type.Start.Early, trips.EarliestAt(0));
        var best = DayChoice.None;
        var hasGaps = data.ClockOf(route.Type)!.HasGaps;
        // Where a line from the departure before leads to, and as far from it as rounding can.
        double expected = 0;
        while (start <= type.Start.Late)
        {
            var isKept = Walk(route, start, out var finish, out var startCost);
            if (hasGaps && best.Exists && (!isKept || finish > expected))
            {
                StepBack(route, start, expected, ref best);
                isKept = Walk(route, start, out finish, out startCost);
            }

            if (!isKept)
                break;
            best = DayChoice.BetterOf(best, new DayChoice(start, finish, startCost, price.Of(route.Type, finish - start, startCost)));
            Shorten(finish - start, type.MaxDuration);
            Shorten(finish - start, type.RegularDuration);
            // Who leaves later returns no earlier.
            if (!paysDeparture || start == type.Start.Late || price.Of(route.Type, Math.Max(0, finish - type.Start.Late), 0) >= best.Cost)
                break;
            var later = next < type.Start.Late - start ? start + Math.Max(1, (long)(next + Tiny)) : type.Start.Late;
            expected = finish + (slope * (later - start)) + (2 * route.Length);
            start = later;
        }

        // Whether a day is too long may hang on the rounding of its legs.
        for (var later = 1; later <= route.Length && best.IsTooLong && Walk(route, best.Start + 1, out var finish, out var startCost); later++)
            best = DayChoice.BetterOf(best, new DayChoice(best.Start + 1, finish, startCost, price.Of(route.Type, finish - best.Start - 1, startCost)));
        return best;
    }

    /// <summary>The latest of the departures just before one that comes after a road has closed, or a window.</summary>
    private void StepBack(in RouteSequence route, long start, double expected, ref DayChoice best)
    {
        var type = data.VehicleTypes[route.Type];
        for (var earlier = start - 1; earlier > best.Start && earlier >= start - (2 * route.Length); earlier--)
        {
            if (!Walk(route, earlier, out var finish, out var startCost) || finish > expected)
                continue;
            best = DayChoice.BetterOf(best, new DayChoice(earlier, finish, startCost, price.Of(route.Type, finish - earlier, startCost)));
            return;
        }
    }

    private bool Walk(in RouteSequence route, long start, out long finish, out long startCost)
    {
        var type = data.VehicleTypes[route.Type];
        var clock = data.ClockOf(route.Type)!;
        var durations = data.DurationsOf(route.Type);
        var setups = data.SetupsOf(route.Type);
        var services = data.ServicesOf(route.Type);
        var nodes = route.Nodes;
        (slope, next) = (1, double.PositiveInfinity);
        (finish, startCost) = (start, 0);
        for (var i = 1; i < nodes.Length; i++)
        {
            var node = nodes[i];
            var leg = durations.Between(nodes[i - 1], node);
            if (leg == ProblemData.NoRoad)
                return false;
            if (leg > 0 || clock.HasSlots)
                Drive(new TravelLeg(clock, nodes[i - 1], node, leg), ref finish);
            if (node < data.DepotCount)
            {
                if (finish > trips.DueAt(i))
                    return false;
                Reach(trips.DueAt(i), finish);
                var isEnd = i == nodes.Length - 1;
                var hours = isEnd ? new Interval(0, type.LatestEnd) : data.Depots[node].Reloading;
                if (!Begin(isEnd ? 0 : Math.Max(hours.Early, trips.EarliestAt(i)), hours.Late, ref finish))
                    return false;
                finish += isEnd ? 0 : type.ReloadDuration;
                continue;
            }

            var window = route.Windows[i];
            if (!Begin(data.WindowEarly[window], data.WindowLate[window], ref finish))
                return false;
            if (data.CostsStart && price.HasPriceOfStart(node))
            {
                startCost += price.OfStart(node, finish);
                var (early, late, planned) = price.BendsOf(node);
                Reach(early, finish);
                Reach(late, finish);
                Reach(planned, finish);
            }

            finish += services[node] + (data.PlaceOf[node] == data.PlaceOf[nodes[i - 1]] ? 0 : setups[node]);
        }

        return true;
    }

    private void Drive(in TravelLeg leg, ref long now)
    {
        var (before, change) = leg.PaceAt(now);
        Reach(change, now);
        now = leg.Arrival(now);
        (var after, change) = leg.PaceAt(now);
        if (before == 0)
        {
            // Who waits for a road to open arrives no later for leaving later.
            slope = 0;
        }
        else if (after == 0 && slope > 0)
        {
            // Who leaves any later finds the road closed.
            (slope, next) = (0, 0);
        }
        else if (double.IsFinite(before))
        {
            slope = slope * before / after;
        }

        Reach(change, now);
    }

    private bool Begin(long early, long late, ref long now)
    {
        if (now < early)
        {
            Reach(early, now);
            (now, slope) = (early, 0);
        }

        Reach(late, now);
        return now <= late;
    }

    /// <summary>Something changes when a later departure brings the length of the day down to this.</summary>
    private void Shorten(long duration, long to)
    {
        if (slope < 1 && duration > to)
            next = Math.Min(next, (duration - to) / (1 - slope));
    }

    /// <summary>Something changes when a later departure brings the walk from now to this time.</summary>
    private void Reach(long time, long now)
    {
        if (slope > 0 && time > now && time < Interval.Unbounded)
            next = Math.Min(next, (time - now) / slope);
    }
}
