using Territory.Model.Dispatch;
using Territory.Model.Ids;

namespace Territory.Optimizer.Dispatch;

/// <summary>Tries stops, together and in order, at every place of a vehicle's day.</summary>
/// <remarks>
/// The best place breaks least of the rules on which it is hardest to give way, of equal ones least of the next, and costs least; of equal places the first. What allowances cover is in the cost.
/// Algorithm: every place is timed in full, since a late vehicle may change its departure and with it every rule. Complexity: O(places) timings of one vehicle.
/// </remarks>
internal static class StopPlaces
{
    /// <param name="stops">On no route.</param>
    /// <param name="onBoardOf">The trip that has left with them; null: they are at the depot.</param>
    public static PlaceTrialled Best(PlanDraft draft, VehicleId vehicle, IReadOnlyList<OrderId> stops, int? onBoardOf)
    {
        var model = draft.Model;
        var timing = new RouteTiming(model);
        var number = model.VehicleOf(vehicle)!.Value;
        int[] drops = [.. stops.Select(stop => model.DropOf(stop)!.Value)];
        int[][] trips = [.. draft.TripsOf(vehicle).Select(trip => trip.Select(stop => model.DropOf(stop)!.Value).ToArray())];
        PlaceTrialled? best = null;
        foreach (var place in PlacesOf(draft, vehicle, onBoardOf))
        {
            var tried = trips.Select((trip, at) => at == place.Trip ? With(trip, place.Index - draft.DoneOn(vehicle, at), drops) : trip).ToList();
            if (place.Trip == trips.Length)
                tried.Add(drops);
            var departed = draft.Departed.Of(vehicle);
            var gone = departed?.Trips.Count ?? 0;
            IReadOnlyList<IReadOnlyList<int>> kept = [.. tried.Where((trip, at) => at < gone || trip.Length > 0)];
            var timed = departed is null ? model.Time(timing, number, kept) : timing.OfDeparted(number, departed, kept);
            var candidate = new PlaceTrialled(place, timed, BreachScore.Of(timed));
            if (best is null || candidate.Score.CompareTo(best.Score) < 0)
                best = candidate;
        }

        return best!;
    }

    /// <summary>Every place where stops may go, in order; the last one is a trip of their own.</summary>
    public static IEnumerable<StopPlace> PlacesOf(PlanDraft draft, VehicleId vehicle, int? onBoardOf)
    {
        var trips = draft.TripsOf(vehicle);
        var (from, to) = onBoardOf is { } only ? (only, only + 1) : (draft.DepartedTrips(vehicle), trips.Count);
        for (var trip = from; trip < to; trip++)
        {
            var done = draft.DoneOn(vehicle, trip);
            for (var index = 0; index <= trips[trip].Count; index++)
                yield return new StopPlace(trip, done + index);
        }

        if (onBoardOf is null)
            yield return new StopPlace(trips.Count, 0);
    }

    private static int[] With(int[] trip, int index, int[] drops) => [.. trip.AsSpan(0, index), .. drops, .. trip.AsSpan(index)];
}

/// <summary>A place and the vehicle's day with the stops there.</summary>
internal sealed record PlaceTrialled(StopPlace Place, TimedRoute Timed, BreachScore Score);
