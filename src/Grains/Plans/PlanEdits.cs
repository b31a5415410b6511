using Territory.Contracts;
using Territory.Contracts.Plans;
using Territory.Grains.Actors;
using Territory.Model.Dispatch.Edits;
using Territory.Model.Plans;
using Territory.Optimizer.Dispatch;

namespace Territory.Grains.Plans;

/// <summary>Edits of a working plan, as they are made and as they would be.</summary>
internal static class PlanEdits
{
    public static (DeliveryPlan? Plan, Refusal? Refusal) Apply(DispatchDay day, DeliveryPlan working, IReadOnlyList<PlanEdit> edits)
    {
        if (edits.Count == 0)
            return (null, Refusal.Of("edit.nothing"));
        var (plan, refusal) = PlanEditing.Apply(day, working, edits);
        return (plan, refusal is null ? null : new Refusal(refusal.Code, refusal.Detail));
    }

    /// <summary>What edits change, against the working plan as it is at this time of the day.</summary>
    public static EditPreview Preview(DispatchDay day, DeliveryPlan working, IReadOnlyList<PlanEdit> edits) => Preview(day, day, working, edits);

    /// <param name="now">The day that the working plan is on.</param>
    /// <param name="then">The day as it is when the edits are made.</param>
    public static EditPreview Preview(DispatchDay now, DispatchDay then, DeliveryPlan working, IReadOnlyList<PlanEdit> edits)
    {
        var (plan, refusal) = Apply(then, working, edits);
        if (plan is null)
            return new EditPreview(refusal!.ToResult(), null, []);
        var before = now.Evaluate(working);
        return new EditPreview(CommandResult.Done(0), PlanChanges.Between(before, plan), ChangedRoutes(before, plan));
    }

    /// <summary>The routes that are not what they were.</summary>
    private static IReadOnlyList<DeliveryRoute> ChangedRoutes(DeliveryPlan before, DeliveryPlan after)
    {
        var known = before.Routes.ToDictionary(route => route.Vehicle);
        return [.. after.Routes.Where(route => !known.TryGetValue(route.Vehicle, out var was) || !AreAlike(route, was))];
    }

    private static bool AreAlike(DeliveryRoute a, DeliveryRoute b) =>
        (a.Distance, a.Working, a.Cost, a.Trips.Count) == (b.Distance, b.Working, b.Cost, b.Trips.Count)
        && a.Trips.Zip(b.Trips).All(pair => (pair.First.Departure, pair.First.Return, pair.First.Load) == (pair.Second.Departure, pair.Second.Return, pair.Second.Load)
            && pair.First.Stops.SelectMany(stop => stop.Orders).SequenceEqual(pair.Second.Stops.SelectMany(stop => stop.Orders))
            && pair.First.Stops.Select(stop => stop.ServiceStart).SequenceEqual(pair.Second.Stops.Select(stop => stop.ServiceStart)));
}
