using Territory.Model.Problems;
using Territory.Model.Quantities;
using Territory.Model.Schedules;
using Territory.Optimizer.Solving;

namespace Territory.Optimizer.Inventory;

/// <summary>Schedules a distributor's deliveries over the coming days (配送排程): outlets are filled before they run out, on days and in companies that cost least.</summary>
/// <remarks>The schedule is a function of the request, seed and iterations, whatever the order of the request's lists. It says which day and how much; the day's delivery plan says at what time.</remarks>
public sealed class DeliveryScheduler(InventorySolver solver)
{
    public DeliveryScheduler()
        : this(new InventorySolver())
    {
    }

    /// <exception cref="InvalidInputException">The request breaks a rule of <see cref="ScheduleRequestRules"/>.</exception>
    /// <exception cref="InvalidOperationException">The finished schedule failed its check; it is never returned.</exception>
    public DeliverySchedule Plan(ScheduleRequest request, SolveOptions options, IProgress<SolveProgress>? progress, CancellationToken cancellationToken)
    {
        if (ScheduleRequestRules.Inspect(request) is { Count: > 0 } problems)
            throw new InvalidInputException(problems);
        var problem = new ScheduleProblem(request);
        if (problem.Data is null)
            return Schedule(request, problem, [], Undelivered(request, problem), travelParts: 0, options.Seed, 0);
        var result = solver.Solve(problem.Data, options, progress, cancellationToken);
        if (!result.Verdict.Feasible)
            throw new InvalidOperationException($"The schedule breaks a rule: {string.Join("; ", result.Verdict.Breaches.Take(3))}.");
        ScheduledTrip[] trips = [.. result.Schedule.Routes.Select(route => Trip(request, problem, route))];
        return Schedule(request, problem, trips, result.Verdict.Shortages, result.Cost.Travel, result.Seed, result.Iterations);
    }

    private DeliverySchedule Schedule(
        ScheduleRequest request, ScheduleProblem problem, ScheduledTrip[] trips, IReadOnlyList<InventoryShortage> shortages, long travelParts, long seed, long iterations)
    {
        var lost = shortages.Sum(shortage => shortage.Quantity) * problem.StockOutPartsPerCase;
        var causes = new StockOutDiagnosis(request, problem);
        var (outlets, holdingParts) = new ScheduledStock(request, problem).Follow(trips);
        return new DeliverySchedule(
            request.Distributor.Id,
            request.From,
            request.Days,
            request.Policy,
            trips,
            outlets,
            [.. shortages.OrderBy(shortage => shortage.Period).ThenBy(shortage => shortage.Customer).Select(causes.Explain)],
            problem.WithoutSales,
            InMoney(travelParts),
            InMoney(holdingParts),
            InMoney(lost),
            solver.Name,
            seed,
            iterations,
            request.Travel.Source);
    }

    /// <summary>Without vehicles nobody is served.</summary>
    private static IReadOnlyList<InventoryShortage> Undelivered(ScheduleRequest request, ScheduleProblem problem)
    {
        var shortages = new List<InventoryShortage>();
        for (var outlet = 0; outlet < problem.Outlets.Count; outlet++)
        {
            var customer = problem.Customer(problem.Outlets[outlet]);
            var stock = customer.StartingStock;
            for (var day = 0; day < request.Days; day++)
            {
                if (customer.Consumption[day] > stock)
                    shortages.Add(new InventoryShortage(outlet, day, customer.Consumption[day] - stock));
                stock = Math.Max(0, stock - customer.Consumption[day]);
            }
        }

        return shortages;
    }

    private static ScheduledTrip Trip(ScheduleRequest request, ScheduleProblem problem, InventoryRoute route)
    {
        var slot = problem.Slots[route.Vehicle];
        int[] points = [0, .. route.Stops.Select(stop => problem.Points[stop.Customer]), 0];
        var legs = points.Zip(points.Skip(1)).ToArray();
        var unloading = route.Stops.Sum(stop => request.Distributor.UnloadingTimePerStop.Seconds + (request.Distributor.UnloadingTimePerCase.Seconds * stop.Quantity));
        return new ScheduledTrip(
            request.From.AddDays(route.Period),
            slot.Vehicle.Id,
            slot.Trip,
            [.. route.Stops.Select(stop => new ScheduledStop(problem.Outlets[stop.Customer].Terminal.Id, new Cases(stop.Quantity)))],
            new Cases(problem.Data!.Vehicles[route.Vehicle].Capacity),
            new Distance(legs.Sum(leg => request.Travel.DistanceBetween(leg.First, leg.Second).Meters)),
            new Duration(legs.Sum(leg => request.Travel.TimeBetween(leg.First, leg.Second).Seconds) + unloading));
    }

    private static Money InMoney(long parts) => new((parts + (ScheduleProblem.PartsPerMinorUnit / 2)) / ScheduleProblem.PartsPerMinorUnit);
}
