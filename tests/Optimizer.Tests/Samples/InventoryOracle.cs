using Territory.Model.Schedules;
using Territory.Optimizer.Inventory;
using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Tests.Samples;

/// <summary>The least cost of a tiny inventory problem by trying everything: all quantities from all reachable stocks, all ways to share a period's stops among vehicles, all orders of a route.</summary>
/// <remarks>A table over (customers' stocks, supplier's stock) after each period; written from the definition at <see cref="InventoryProblem"/> and sharing nothing with the search or the checker.</remarks>
internal sealed class InventoryOracle(InventoryProblem problem)
{
    private readonly Dictionary<(int Vehicle, string Stops), List<(long Cost, long Time)>> orders = [];

    /// <summary>Null: no schedule keeps the rules.</summary>
    public long? LeastCost()
    {
        var reached = new Dictionary<(string Stocks, long Supply), (int[] Levels, long Cost)>();
        int[] first = [.. problem.Customers.Select(customer => customer.StartingStock)];
        reached[(string.Join(',', first), problem.Supplier.StartingStock)] = (first, 0);
        for (var t = 0; t < problem.PeriodCount; t++)
        {
            var next = new Dictionary<(string Stocks, long Supply), (int[] Levels, long Cost)>();
            foreach (var ((_, supply), (levels, cost)) in reached)
            {
                foreach (var quantities in Quantities(t, levels, 0, []))
                {
                    var left = supply + problem.Supplier.Arrivals[t] - quantities.Sum();
                    if (left < 0 || left > (problem.Supplier.Capacity ?? long.MaxValue) || Routes(t, quantities) is not { } travel || Consume(t, levels, quantities) is not { } after)
                        continue;
                    var key = (string.Join(',', after.Levels), left);
                    var total = cost + travel + after.Cost + (problem.Supplier.HoldingCost * left);
                    if (!next.TryGetValue(key, out var known) || total < known.Cost)
                        next[key] = (after.Levels, total);
                }
            }

            reached = next;
        }

        return reached.Count == 0 ? null : reached.Values.Min(state => state.Cost);
    }

    private IEnumerable<int[]> Quantities(int period, int[] levels, int customer, int[] chosen)
    {
        if (customer == levels.Length)
            return [chosen];
        var of = problem.Customers[customer];
        var room = Math.Max(0, of.Maximum - levels[customer]);
        var possible = new List<int> { 0 };
        if (of.OpenPeriods is not { } open || open[period])
            possible.AddRange(problem.Policy == ReplenishmentPolicy.MaximumLevel ? Enumerable.Range(1, room) : room > 0 ? [room] : []);
        return possible.SelectMany(quantity => Quantities(period, levels, customer + 1, [.. chosen, quantity]));
    }

    private (int[] Levels, long Cost)? Consume(int period, int[] levels, int[] quantities)
    {
        var left = new int[levels.Length];
        long cost = 0;
        for (var c = 0; c < levels.Length; c++)
        {
            var customer = problem.Customers[c];
            left[c] = levels[c] + quantities[c] - customer.Consumption[period];
            if (left[c] < customer.Minimum)
            {
                if (customer.ShortageCost is not { } price)
                    return null;
                cost += price * (customer.Minimum - left[c]);
                left[c] = customer.Minimum;
            }

            cost += customer.HoldingCost * left[c];
        }

        return (left, cost);
    }

    /// <summary>The cheapest routes for the deliveries, or null where no vehicles can make them.</summary>
    private long? Routes(int period, int[] quantities)
    {
        int[] served = [.. Enumerable.Range(0, quantities.Length).Where(customer => quantities[customer] > 0)];
        var ways = (int)Math.Pow(problem.Vehicles.Count, served.Length);
        long? least = null;
        for (var way = 0; way < ways; way++)
        {
            var rest = way;
            var stops = problem.Vehicles.Select(_ => new List<int>()).ToArray();
            foreach (var customer in served)
            {
                stops[rest % stops.Length].Add(customer);
                rest /= stops.Length;
            }

            long? total = 0;
            for (var vehicle = 0; vehicle < stops.Length; vehicle++)
                total += stops[vehicle].Count == 0 ? 0 : Route(vehicle, stops[vehicle], quantities);
            if (total is { } cost && (least is null || cost < least))
                least = cost;
        }

        return least;
    }

    private long? Route(int vehicle, List<int> stops, int[] quantities)
    {
        var of = problem.Vehicles[vehicle];
        if (stops.Sum(stop => quantities[stop]) > of.Capacity || stops.Any(stop => problem.Customers[stop].AllowedVehicles is { } allowed && !allowed[vehicle]))
            return null;
        var service = stops.Sum(stop => problem.Customers[stop].ServiceDuration + (problem.ServiceDurationPerUnit * quantities[stop]));
        var key = (vehicle, string.Join(',', stops));
        if (!orders.TryGetValue(key, out var ways))
            orders[key] = ways = [.. Permutations(stops).Select(order => Drive(of, order)).OfType<(long, long)>()];
        return ways.Where(way => way.Time + service <= (of.MaxDuration ?? long.MaxValue)).Select(way => (long?)way.Cost).Min();
    }

    private (long Cost, long Time)? Drive(InventoryVehicle vehicle, IReadOnlyList<int> order)
    {
        long length = 0, time = 0;
        int[] places = [0, .. order.Select(stop => stop + 1), 0];
        for (var i = 1; i < places.Length; i++)
        {
            var leg = problem.Distances.Between(places[i - 1], places[i]);
            var duration = problem.Durations?.Between(places[i - 1], places[i]) ?? 0;
            if (leg == ProblemData.NoRoad || duration == ProblemData.NoRoad)
                return null;
            length += leg;
            time += duration;
        }

        return (vehicle.FixedCost + (vehicle.CostPerDistance * length), time);
    }

    private static IEnumerable<IReadOnlyList<int>> Permutations(IReadOnlyList<int> stops) =>
        stops.Count <= 1 ? [stops] : stops.SelectMany(first => Permutations([.. stops.Where(stop => stop != first)]), (first, rest) => (IReadOnlyList<int>)[first, .. rest]);
}
