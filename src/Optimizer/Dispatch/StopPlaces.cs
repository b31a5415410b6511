using Territory.Model.Dispatch;
using Territory.Model.Ids;

namespace Territory.Optimizer.Dispatch;

/// <summary>Tries stops, together and in order, at every place of a vehicle's day.</summary>
/// <remarks>
/// The best place breaks least of the rules on which it is hardest to give way, of equal ones least of the next, and costs least; of equal places the first. What allowances cover is in the cost.
/// Algorithm: places are timed in full, since a late vehicle may change its departure and with it every rule, from the least bound on until the bound of the next is above the best. Complexity: O(places) timings of one
/// vehicle, most often a few.
/// </remarks>
internal static class StopPlaces
{
    /// <param name="stops">On no route.</param>
    /// <param name="onBoardOf">The trip that has left with them; null: they are at the depot.</param>
    public static PlaceTrialled Best(PlanDraft draft, VehicleId vehicle, IReadOnlyList<OrderId> stops, int? onBoardOf)
    {
        var model = draft.Model;
        var number = model.VehicleOf(vehicle)!.Value;
        var departed = draft.Departed.Of(vehicle);
        int[] drops = [.. stops.Select(stop => model.DropOf(stop)!.Value)];
        int[][] trips = [.. draft.TripsOf(vehicle).Select(trip => trip.Select(stop => model.DropOf(stop)!.Value).ToArray())];
        var candidates = new List<Candidate>();
        foreach (var place in PlacesOf(draft, vehicle, onBoardOf))
        {
            var tried = trips.Select((trip, at) => at == place.Trip ? With(trip, place.Index - draft.DoneOn(vehicle, at), drops) : trip).ToList();
            if (place.Trip == trips.Length)
                tried.Add(drops);
            var gone = departed?.Trips.Count ?? 0;
            int[][] kept = [.. tried.Where((trip, at) => at < gone || trip.Length > 0)];
            candidates.Add(new Candidate(candidates.Count, place, kept, departed is null ? model.Rules.AtLeast(number, model.Problem, kept) : null));
        }

        // A day under way has no bound: it is timed at every place.
        candidates.Sort((a, b) => (a.AtLeast?.CompareTo(b.AtLeast) ?? 0) is var order && order != 0 ? order : a.Number.CompareTo(b.Number));
        var timing = new RouteTiming(model);
        PlaceTrialled? best = null;
        var bestNumber = 0;
        foreach (var candidate in candidates)
        {
            if (best is not null && candidate.AtLeast?.CompareTo(best.Score) > 0)
                break;
            var timed = departed is null ? model.Time(timing, number, candidate.Trips) : timing.OfDeparted(number, departed, candidate.Trips);
            var score = BreachScore.Of(timed);
            var order = best is null ? -1 : score.CompareTo(best.Score);
            if (order < 0 || (order == 0 && candidate.Number < bestNumber))
                (best, bestNumber) = (new PlaceTrialled(candidate.Place, timed, score), candidate.Number);
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

    /// <param name="AtLeast">No day with the stops here is better; null: unknown.</param>
    private sealed record Candidate(int Number, StopPlace Place, int[][] Trips, BreachScore? AtLeast);

    private static int[] With(int[] trip, int index, int[] drops) => [.. trip.AsSpan(0, index), .. drops, .. trip.AsSpan(index)];
}

/// <summary>A place and the vehicle's day with the stops there.</summary>
internal sealed record PlaceTrialled(StopPlace Place, TimedRoute Timed, BreachScore Score);
