using Territory.Model.Ids;
using Territory.Model.Plans;
using Territory.Model.Quantities;

namespace Territory.ReadModel.Following;

/// <summary>Sets a planned route against what the vehicle has on record.</summary>
internal sealed class VehicleReckoning(DistributorId distributor, DeliveryRoute route, IReadOnlyList<TripRow> trips, IReadOnlyList<DropRow> drops)
{
    public const string Done = "done";
    public const string Refused = "refused";
    public const string Unfinished = "unfinished";

    public VehicleClose Reckon()
    {
        var (stops, made) = Stops();
        var isBack = trips.Count > 0 && trips.All(trip => trip.Return is not null);
        return new VehicleClose(
            route.Vehicle, distributor, route.Trips.Count, trips.Count, trips.Count(trip => trip.Return is not null),
            route.Distance, trips.Any(trip => trip.Driven is not null) ? new Distance(trips.Sum(trip => trip.Driven?.Meters ?? 0)) : null,
            route.Working, isBack ? trips[^1].Return!.Value - trips[0].Departure : null,
            stops.Count, Count(Done), made.Count(drop => !drop.IsOnTime), Count(Refused), Count(Unfinished),
            Error(stops, stop => (stop.PlannedTravel, stop.Travel)), Error(stops, stop => (stop.PlannedService, stop.Service)), stops);

        int Count(string outcome) => stops.Count(stop => stop.Outcome == outcome);
    }

    private (List<StopClose> Stops, List<DropRow> Made) Stops()
    {
        var left = drops.ToList();
        var stops = new List<StopClose>();
        var made = new List<DropRow>();
        for (var trip = 0; trip < route.Trips.Count; trip++)
        {
            TerminalId? plannedFrom = null;
            foreach (var stop in route.Trips[trip].Stops)
            {
                // An outlet may have several stops; its drops are theirs in turn.
                var drop = left.Find(candidate => candidate.Terminal == stop.Terminal);
                if (drop is not null)
                {
                    left.Remove(drop);
                    made.Add(drop);
                }

                stops.Add(Close(trip, stop, plannedFrom, drop));
                plannedFrom = stop.Terminal;
            }
        }

        return (stops, made);
    }

    private StopClose Close(int trip, DeliveryStop stop, TerminalId? plannedFrom, DropRow? drop) => new(
        stop.Terminal, trip, drop is null ? Unfinished : drop.Cases > 0 ? Done : Refused,
        stop.Arrival, drop?.Arrival, stop.Travel, drop is null ? null : Travel(trip, plannedFrom, drop),
        stop.Departure - stop.ServiceStart, drop is { Cases: > 0 } ? drop.Departure - drop.ServiceStart : null);

    /// <summary>The time from the place before, where that is the planned one.</summary>
    private Duration? Travel(int trip, TerminalId? plannedFrom, DropRow drop)
    {
        if (trip >= trips.Count)
            return null;
        var before = drops.LastOrDefault(other => other.Departure <= drop.Arrival && other != drop && other.Departure >= trips[trip].Departure);
        if (before?.Terminal != plannedFrom)
            return null;
        var left = before?.Departure ?? trips[trip].Departure;
        return drop.Arrival > left ? drop.Arrival - left : null;
    }

    private static int? Error(List<StopClose> stops, Func<StopClose, (Duration Planned, Duration? Actual)> figures)
    {
        var compared = stops.Select(figures).Where(pair => pair.Actual is { Seconds: > 0 }).ToList();
        return compared.Count == 0 ? null
            : (int)Math.Round(1_000 * compared.Average(pair => Math.Abs(pair.Planned.Seconds - pair.Actual!.Value.Seconds) / (double)pair.Actual.Value.Seconds));
    }
}
