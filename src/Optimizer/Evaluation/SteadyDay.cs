using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Evaluation;

/// <summary>The cheapest departure of a route without breaks whose legs take as long at any hour.</summary>
/// <remarks>
/// Optimal over all departures, with every price and rule of the model.
/// Algorithm: who departs at t is at each entry at max(c, t + d), so that one pass finds c and d of every entry and the latest departure. Without prices of starts the day is the cheaper
/// the shorter, and it is shortest from the departure c - d of the return on. With them the price is linear between the departures where a wait ends, a wish is met or
/// paid time begins, and one of these is cheapest; where durations are balanced it is convex between them, and halving finds the least.
/// Complexity: O(entries), with prices of starts besides O(their number squared). Source: Vidal et al. (2013), the joins of segments; Hashimoto et al. (2006), prices of starts.
/// </remarks>
internal sealed class SteadyDay(ProblemData data, TripTimes trips, DayPrice price)
{
    private readonly record struct PricedStop(int Node, long Wait, long Shift);

    private PricedStop[] priced = new PricedStop[16];
    private long[] departures = new long[80];
    private int count;

    /// <returns>No day where a rule is broken at any departure.</returns>
    public DayChoice Choose(in RouteSequence route)
    {
        var type = data.VehicleTypes[route.Type];
        var durations = data.DurationsOf(route.Type);
        var setups = data.SetupsOf(route.Type);
        var services = data.ServicesOf(route.Type);
        var nodes = route.Nodes;
        var first = Math.Max(type.Start.Early, trips.EarliestAt(0));
        var latest = type.Start.Late;
        if (first > latest)
            return DayChoice.None;
        var (wait, shift) = (first, 0L);
        count = 0;
        for (var i = 1; i < nodes.Length; i++)
        {
            var node = nodes[i];
            var leg = durations.Between(nodes[i - 1], node);
            if (leg == ProblemData.NoRoad)
                return DayChoice.None;
            wait += leg;
            shift += leg;
            long late;
            if (node >= data.DepotCount)
            {
                var window = route.Windows[i];
                wait = Math.Max(wait, data.WindowEarly[window]);
                late = data.WindowLate[window];
                if (data.CostsStart && price.HasPriceOfStart(node))
                    Add(new PricedStop(node, wait, shift));
            }
            else
            {
                // Back in time, whenever reloading begins.
                late = trips.DueAt(i);
                if (wait > late)
                    return DayChoice.None;
                latest = Math.Min(latest, late - shift);
                var hours = trips.HoursAt(route, i);
                wait = Math.Max(wait, hours.Early);
                late = hours.Late;
            }

            if (wait > late)
                return DayChoice.None;
            latest = Math.Min(latest, late - shift);
            var work = node >= data.DepotCount ? services[node] + (data.PlaceOf[node] == data.PlaceOf[nodes[i - 1]] ? 0 : setups[node])
                : i < nodes.Length - 1 ? type.ReloadDuration : 0;
            wait += work;
            shift += work;
        }

        var shortest = Day(route.Type, Math.Min(latest, wait - shift), wait, shift);
        return count == 0 || shortest.StartCost == 0 ? shortest : Cheapest(route.Type, shortest, new Interval(first, latest), wait, shift);
    }

    private DayChoice Cheapest(int type, in DayChoice shortest, Interval range, long wait, long shift)
    {
        var bends = 0;
        if (departures.Length < (4 * count) + 5)
            departures = new long[(8 * count) + 5];
        for (var i = 0; i < count; i++)
        {
            var stop = priced[i];
            var (early, late, planned) = price.BendsOf(stop.Node);
            departures[bends++] = stop.Wait - stop.Shift;
            departures[bends++] = early - stop.Shift;
            departures[bends++] = late - stop.Shift;
            departures[bends++] = planned - stop.Shift;
        }

        departures[bends++] = range.Early;
        departures[bends++] = range.Late;
        departures[bends++] = wait - data.VehicleTypes[type].RegularDuration;
        departures[bends++] = wait - data.VehicleTypes[type].MaxDuration;
        departures[bends++] = shortest.Start;
        var best = shortest;
        for (var i = 0; i < bends; i++)
        {
            departures[i] = Math.Clamp(departures[i], range.Early, range.Late);
            best = DayChoice.BetterOf(best, Day(type, departures[i], wait, shift));
        }

        if (!price.IsCurved)
            return best;
        departures.AsSpan(0, bends).Sort();
        for (var i = 1; i < bends; i++)
        {
            var (low, high) = (departures[i - 1], departures[i]);
            while (low < high)
            {
                var middle = low + ((high - low) / 2);
                if (Unrounded(type, middle + 1, wait, shift) >= Unrounded(type, middle, wait, shift))
                    high = middle;
                else
                    low = middle + 1;
            }

            best = DayChoice.BetterOf(best, Day(type, low, wait, shift));
        }

        return best;
    }

    private DayChoice Day(int type, long start, long wait, long shift)
    {
        var finish = Math.Max(wait, start + shift);
        var startCost = StartCost(start);
        return new DayChoice(start, finish, startCost, price.Of(type, finish - start, startCost));
    }

    private Int128 Unrounded(int type, long start, long wait, long shift) => price.Unrounded(type, Math.Max(wait, start + shift) - start, StartCost(start));

    private long StartCost(long start)
    {
        long cost = 0;
        for (var i = 0; i < count; i++)
            cost += price.OfStart(priced[i].Node, Math.Max(priced[i].Wait, start + priced[i].Shift));
        return cost;
    }

    private void Add(PricedStop stop)
    {
        if (count == priced.Length)
            Array.Resize(ref priced, 2 * count);
        priced[count++] = stop;
    }
}
