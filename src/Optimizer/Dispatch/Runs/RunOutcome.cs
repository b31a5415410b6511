using Territory.Model.Dispatch;
using Territory.Model.Ids;
using Territory.Model.Plans;
using Territory.Optimizer.Deliveries;
using Territory.Optimizer.Routing;
using Territory.Optimizer.Solving;

namespace Territory.Optimizer.Dispatch.Runs;

/// <summary>Turns what a run found into a plan of the day.</summary>
internal sealed class RunOutcome(DispatchDay day, DayModel model, RunFreedom freedom, RunProblem problem, DeliveryPlan before, RunOptions options)
{
    private readonly bool hasMoney = problem.Data.VehicleTypes.Any(type => type.CostPerDuration > 0 || type.CostPerDistance >= DeliveryCost.PartsPerMinorUnit / 1_000);

    /// <summary>The plan of what the search found, or of what it began with where that is as good on the day's own figures.</summary>
    public DeliveryPlan Better(Solution initial, Solution found)
    {
        var (asIs, anew) = (PlanOf(initial), PlanOf(found));
        var better = Rank(anew, found).CompareTo(Rank(asIs, initial)) < 0 ? anew : asIs;
        return better with { Unserved = [.. better.Unserved.Select(unserved => Explained(unserved, better))] };
    }

    /// <summary>Translates the figures of the search into those of the plan.</summary>
    public IProgress<SolveProgress>? Listener(IProgress<SolveProgress>? progress)
    {
        if (progress is null)
            return null;
        var standing = problem.Standing.Select(vehicle => model.Vehicles[vehicle.Vehicle].Id).ToHashSet();
        var rest = PlanOf(Solution.Of(problem.Data, []));
        // Of the vehicles in the problem the lateness of stops made is not in the search's cost.
        var cost = rest.Routes.Where(route => standing.Contains(route.Vehicle)).Sum(route => route.Cost.MinorUnits)
            + rest.Breaches.Where(breach => !standing.Contains(breach.Vehicle) && breach.Order is not null).Sum(breach => breach.Price.MinorUnits);
        var standingDrops = problem.Standing.SelectMany(vehicle => vehicle.Bound).Count();
        var leftOut = model.Drops.Count - standingDrops - problem.Drops.Count;
        return new Translation(progress, best => best with
        {
            Cost = cost + (hasMoney ? (best.RouteCost + (DeliveryCost.PartsPerMinorUnit / 2)) / DeliveryCost.PartsPerMinorUnit : 0),
            LeftOutCost = 0,
            Unserved = best.Unserved + leftOut,
        });
    }

    private DeliveryPlan PlanOf(Solution solution) => day.Evaluate(before, before.Overrides, problem.DraftsOf(solution.Routes));

    /// <summary>The price of what is left out, by how much more than anybody allowed rules are broken, then money with the price of moved stops.</summary>
    private (long LeftOut, long Broken, long Cost) Rank(DeliveryPlan plan, Solution solution)
    {
        var moved = plan.Routes.Sum(route => route.Trips.SelectMany(trip => trip.Stops).Count(stop => IsMoved(stop, route.Vehicle)));
        var broken = plan.Breaches.Where(breach => !breach.IsAllowed).Sum(breach => breach.Amount);
        return (solution.Cost - solution.Routes.Sum(route => route.Cost), broken, checked(plan.Cost.MinorUnits + (options.MovePrice.MinorUnits * moved)));
    }

    private bool IsMoved(DeliveryStop stop, VehicleId vehicle) =>
        model.DropOf(stop.Orders[0]) is { } drop && freedom.VehicleOf[drop] is >= 0 and var at && model.Vehicles[at].Id != vehicle;

    private UnservedOrder Explained(UnservedOrder unserved, DeliveryPlan plan)
    {
        if (model.DropOf(unserved.Orders[0]) is not { } drop || (freedom.VehicleOf[drop] < 0 && !freedom.IsPlaceable[drop]))
            return unserved;
        var diagnosis = new DropDiagnosis(model.Request, [.. model.Vehicles.Where(vehicle => vehicle.InService && before.Overrides.Outages.All(outage => outage.Vehicle != vehicle.Id))]);
        return diagnosis.Alone(model.Drops[drop]) ?? diagnosis.AmongRoutes(model.Drops[drop], plan.Routes);
    }

    private sealed class Translation(IProgress<SolveProgress> progress, Func<SolveProgress, SolveProgress> translate) : IProgress<SolveProgress>
    {
        public void Report(SolveProgress value) => progress.Report(translate(value));
    }
}
