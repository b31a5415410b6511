using Territory.Model.Schedules;

namespace Territory.Optimizer.Inventory;

/// <summary>Judges a schedule from the problem's figures alone, by living through the periods: it shares no arithmetic and no data with the search.</summary>
public static class ScheduleChecker
{
    public static ScheduleVerdict Check(InventoryProblem problem, InventorySchedule schedule)
    {
        var breaches = new List<ScheduleBreach>();
        var shortages = new List<InventoryShortage>();
        long travel = 0, holding = 0, shortage = 0;
        var stock = problem.Customers.Select(customer => (long)customer.StartingStock).ToArray();
        var supplier = problem.Supplier.StartingStock;
        foreach (var route in schedule.Routes.Where(route => route.Period < 0 || route.Period >= problem.PeriodCount))
            breaches.Add(new ScheduleBreach("unknown-period", route.Period, route.Vehicle, null, 1));
        for (var t = 0; t < problem.PeriodCount; t++)
        {
            supplier += problem.Supplier.Arrivals[t];
            var isServed = new bool[stock.Length];
            var isOut = new bool[problem.Vehicles.Count];
            foreach (var route in schedule.Routes.Where(route => route.Period == t && route.Stops.Count > 0))
            {
                travel += Drive(problem, route, isOut, breaches);
                foreach (var (customer, quantity) in route.Stops)
                {
                    if (customer < 0 || customer >= stock.Length)
                        continue;
                    if (isServed[customer])
                        breaches.Add(new ScheduleBreach("twice", t, route.Vehicle, customer, 1));
                    isServed[customer] = true;
                    Deliver(problem, route, customer, quantity, ref stock[customer], breaches);
                    supplier -= quantity;
                }
            }

            if (supplier < 0)
                breaches.Add(new ScheduleBreach("supply", t, null, null, -supplier));
            if (supplier > (problem.Supplier.Capacity ?? long.MaxValue))
                breaches.Add(new ScheduleBreach("supplier-capacity", t, null, null, supplier - problem.Supplier.Capacity!.Value));
            holding += problem.Supplier.HoldingCost * supplier;
            for (var c = 0; c < stock.Length; c++)
            {
                var customer = problem.Customers[c];
                var left = stock[c] - customer.Consumption[t];
                if (left < customer.Minimum)
                {
                    shortages.Add(new InventoryShortage(c, t, customer.Minimum - left));
                    if (customer.ShortageCost is { } price)
                        shortage += price * (customer.Minimum - left);
                    else
                        breaches.Add(new ScheduleBreach("minimum", t, null, c, customer.Minimum - left));
                    left = customer.Minimum;
                }

                stock[c] = left;
                holding += customer.HoldingCost * left;
            }
        }

        return new ScheduleVerdict(breaches.Count == 0, new InventoryCost(travel, holding, shortage), breaches, shortages);
    }

    private static void Deliver(InventoryProblem problem, InventoryRoute route, int number, int quantity, ref long stock, List<ScheduleBreach> breaches)
    {
        var customer = problem.Customers[number];
        if (customer.OpenPeriods is { } open && !open[route.Period])
            breaches.Add(new ScheduleBreach("closed", route.Period, route.Vehicle, number, quantity));
        if (quantity <= 0)
            breaches.Add(new ScheduleBreach("quantity", route.Period, route.Vehicle, number, quantity));
        stock += quantity;
        if (stock > customer.Maximum)
            breaches.Add(new ScheduleBreach("maximum", route.Period, route.Vehicle, number, stock - customer.Maximum));
        if (problem.Policy == ReplenishmentPolicy.OrderUpTo && stock < customer.Maximum)
            breaches.Add(new ScheduleBreach("order-up-to", route.Period, route.Vehicle, number, customer.Maximum - stock));
    }

    private static long Drive(InventoryProblem problem, InventoryRoute route, bool[] isOut, List<ScheduleBreach> breaches)
    {
        if (route.Vehicle < 0 || route.Vehicle >= problem.Vehicles.Count)
        {
            breaches.Add(new ScheduleBreach("unknown-vehicle", route.Period, route.Vehicle, null, 1));
            return 0;
        }

        if (isOut[route.Vehicle])
            breaches.Add(new ScheduleBreach("vehicle-twice", route.Period, route.Vehicle, null, 1));
        isOut[route.Vehicle] = true;
        var vehicle = problem.Vehicles[route.Vehicle];
        long length = 0, time = 0, load = 0;
        var at = 0;
        foreach (var (customer, quantity) in route.Stops)
        {
            if (customer < 0 || customer >= problem.Customers.Count)
            {
                breaches.Add(new ScheduleBreach("unknown-customer", route.Period, route.Vehicle, customer, 1));
                continue;
            }

            if (problem.Customers[customer].AllowedVehicles is { } allowed && !allowed[route.Vehicle])
                breaches.Add(new ScheduleBreach("vehicle", route.Period, route.Vehicle, customer, 1));
            Leg(customer + 1);
            time += problem.Customers[customer].ServiceDuration + (problem.ServiceDurationPerUnit * quantity);
            load += quantity;
        }

        Leg(0);
        if (load > vehicle.Capacity)
            breaches.Add(new ScheduleBreach("capacity", route.Period, route.Vehicle, null, load - vehicle.Capacity));
        if (time > (vehicle.MaxDuration ?? long.MaxValue))
            breaches.Add(new ScheduleBreach("duration", route.Period, route.Vehicle, null, time - vehicle.MaxDuration!.Value));
        return vehicle.FixedCost + (vehicle.CostPerDistance * length);

        void Leg(int to)
        {
            var leg = problem.Distances.Between(at, to);
            if (at != to && leg == Routing.ProblemData.NoRoad)
                breaches.Add(new ScheduleBreach("road", route.Period, route.Vehicle, to == 0 ? at - 1 : to - 1, 1));
            else
                length += at == to ? 0 : leg;
            time += at == to ? 0 : problem.Durations?.Between(at, to) ?? 0;
            at = to;
        }
    }
}
