using Territory.Model.Dispatch;
using Territory.Model.Ids;
using Territory.Model.Plans;

namespace Territory.Optimizer.Dispatch;

/// <summary>Where stops could go (建议位置).</summary>
public static class StopInsertion
{
    /// <summary>The best place for stops, together and in the order named, on each vehicle in service, over all its trips and a new one. Changes are against the plan as this day has it.</summary>
    /// <returns>Those that break nothing more first, then by cost; stops on board have only their own vehicle. None where a stop is unknown or made.</returns>
    public static IReadOnlyList<StopOption> Options(DispatchDay day, DeliveryPlan plan, IReadOnlyList<OrderId> stops)
    {
        var draft = new PlanDraft(day, plan);
        if (StopEdits.Resolve(draft, stops, out var moved) is not null)
            return [];
        var now = draft.ToPlan();
        var onBoard = moved.Where(draft.IsOnBoard).Select(stop => draft.PlaceOf(stop)!.Value).Select(place => (place.Vehicle, place.Trip)).Distinct().ToArray();
        if (onBoard.Length > 1 || (onBoard.Length == 1 && !moved.All(draft.IsOnBoard)))
            return [];
        foreach (var stop in moved)
            draft.TakeOut(stop);
        var options = new List<StopOption>();
        foreach (var vehicle in draft.Model.Vehicles.Where(vehicle => vehicle.InService && draft.Overrides.Outages.All(outage => outage.Vehicle != vehicle.Id)))
        {
            if (onBoard.Length == 1 && onBoard[0].Vehicle != vehicle.Id)
                continue;
            var best = StopPlaces.Best(draft, vehicle.Id, moved, onBoard.Length == 1 ? onBoard[0].Trip : null);
            var with = draft.Copy();
            StopEdits.Put(with, vehicle.Id, best.Place, moved);
            var change = PlanChanges.Between(now, with.ToPlan());
            var binding = change.Broken.Where(breach => !breach.IsAllowed).OrderBy(breach => BreachOrder.RankOf(breach.Rule)).ThenByDescending(breach => breach.Amount).FirstOrDefault();
            options.Add(new StopOption(vehicle.Id, best.Place, change, binding));
        }

        return [.. options.OrderBy(option => option.Binding is null ? 0 : 1).ThenBy(option => option.Change.Cost).ThenBy(option => option.Vehicle.Value, StringComparer.Ordinal)];
    }
}
