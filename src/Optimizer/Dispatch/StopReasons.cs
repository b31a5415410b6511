using Territory.Model.Dispatch;
using Territory.Model.Ids;
using Territory.Model.Plans;

namespace Territory.Optimizer.Dispatch;

/// <summary>Says why a stop stands where it does or on no vehicle, and what giving way would cost (排线原因).</summary>
public static class StopReasons
{
    public static StopExplanation Explain(DispatchDay day, DeliveryPlan plan, OrderId stop) => Explain(day, plan, stop, FixPrices.Usual);

    /// <summary>The cheapest place on each vehicle with what it would break; for a stop on a route its other places; for one that fits nowhere what serves it at the least price.</summary>
    /// <exception cref="ArgumentException">No open stop carries the order.</exception>
    public static StopExplanation Explain(DispatchDay day, DeliveryPlan plan, OrderId stop, FixPrices prices)
    {
        var draft = new PlanDraft(day, plan);
        if (draft.StopOf(stop) is not { } name)
            throw new ArgumentException($"No stop that is still to be made carries order {stop}.", nameof(stop));
        var terminal = draft.Model.Drops[draft.Model.DropOf(name)!.Value].Terminal.Id;
        var options = StopInsertion.Options(day, plan, [name]);
        if (draft.PlaceOf(name) is not { } at)
            return new StopExplanation(name, terminal, null, null, options, new StopFixSearch(day, plan, name, prices).Cheapest(options));
        var place = new StopPlace(at.Trip, draft.DoneOn(at.Vehicle, at.Trip) + at.Index);
        var others = options.Where(option => option.Vehicle != at.Vehicle);
        var own = Elsewhere(draft, name, at.Vehicle, place);
        StopOption[] sorted = [.. others.Concat(own is null ? [] : [own]).OrderBy(option => option.Binding is null ? 0 : 1).ThenBy(option => option.Change.Cost).ThenBy(option => option.Vehicle.Value, StringComparer.Ordinal)];
        return new StopExplanation(name, terminal, at.Vehicle, place, sorted, null);
    }

    /// <summary>The best place of its own vehicle but the one that a stop has; null where there is none.</summary>
    private static StopOption? Elsewhere(PlanDraft draft, OrderId stop, VehicleId vehicle, StopPlace now)
    {
        var before = draft.ToPlan();
        int? boardedOn = draft.IsOnBoard(stop) ? now.Trip : null;
        var isAlone = boardedOn is null && draft.TripsOf(vehicle)[now.Trip].Count == 1;
        draft.TakeOut(stop);
        StopOption? best = null;
        foreach (var place in StopPlaces.PlacesOf(draft, vehicle, boardedOn))
        {
            // A stop that has a trip to itself is as it was on a new one in its stead.
            if (place == now || (isAlone && place.Trip == draft.TripsOf(vehicle).Count && now.Trip == place.Trip - 1))
                continue;
            var option = StopFixSearch.OptionOf(draft, before, vehicle, place, stop);
            if (best is null || StopFixSearch.Harder(option, best) < 0)
                best = option;
        }

        return best;
    }
}
