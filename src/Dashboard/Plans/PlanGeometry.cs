using System.Collections.Concurrent;
using System.Text.Json;
using Territory.Dashboard.Hosting;
using Territory.Dashboard.Regions;
using Territory.Model.Geography;
using Territory.Model.Ids;
using Territory.Model.Plans;
using Territory.Model.Travel;
using Territory.ReadModel.Queries;
using Territory.Roads.Routes;

namespace Territory.Dashboard.Plans;

/// <summary>Plans as lines along the roads, one per trip. Where the roads do not lead, a trip is drawn straight and says so.</summary>
public sealed class PlanGeometry(DashboardSettings settings, RegionQueries regions, OutletQueries outlets)
{
    /// <summary>A version of a plan never changes, so its lines are kept; at most so many of them.</summary>
    private const int MaxKept = 256;

    private readonly ConcurrentDictionary<string, byte[]> _kept = new(StringComparer.Ordinal);

    public Task<byte[]> OfAsync(ReadScope scope, DeliveryPlan plan, CancellationToken cancellationToken) =>
        KeptAsync($"{plan.Id}/{plan.Version}/{scope.Vehicle}", () => DrawAsync(scope, plan, cancellationToken));

    public Task<byte[]> OfAsync(ReadScope scope, VisitPlan plan, CancellationToken cancellationToken) =>
        KeptAsync($"{plan.Id}/{plan.Version}", () => DrawAsync(scope, plan, cancellationToken));

    private async Task<byte[]> KeptAsync(string key, Func<Task<byte[]>> draw)
    {
        if (_kept.TryGetValue(key, out var kept))
            return kept;
        var drawn = await draw();
        if (_kept.Count >= MaxKept)
            _kept.Clear();
        _kept[key] = drawn;
        return drawn;
    }

    private async Task<byte[]> DrawAsync(ReadScope scope, DeliveryPlan plan, CancellationToken cancellationToken)
    {
        var detail = await regions.FindAsync(scope, cancellationToken);
        var depot = detail?.Distributors.FirstOrDefault(distributor => distributor.Id == plan.Distributor)?.Depot;
        var places = await PlacesAsync(scope.Region, plan.Routes.SelectMany(route => route.Trips).SelectMany(trip => trip.Stops).Select(stop => stop.Terminal), cancellationToken);
        var lines = new List<Line>();
        foreach (var route in plan.Routes)
        {
            var mode = detail?.Vehicles.FirstOrDefault(vehicle => vehicle.Id == route.Vehicle)?.TravelMode ?? TravelMode.Van;
            for (var trip = 0; trip < route.Trips.Count; trip++)
                lines.Add(new Line("vehicle", route.Vehicle.Value, trip, mode, Round(depot, route.Trips[trip].Stops.Select(stop => stop.Terminal), places)));
        }

        return await WriteAsync(scope.Region, lines, cancellationToken);
    }

    private async Task<byte[]> DrawAsync(ReadScope scope, VisitPlan plan, CancellationToken cancellationToken)
    {
        var rep = (await regions.RepsAsync(scope, cancellationToken)).FirstOrDefault(rep => rep.Id == plan.Rep);
        var terminals = plan.Visits.Select(visit => visit.Terminal).ToList();
        var points = Round(rep?.Start, terminals, await PlacesAsync(scope.Region, terminals, cancellationToken));
        return await WriteAsync(scope.Region, [new Line("rep", plan.Rep.Value, 0, rep?.TravelMode ?? TravelMode.Motorbike, points)], cancellationToken);
    }

    private async Task<byte[]> WriteAsync(RegionId region, List<Line> lines, CancellationToken cancellationToken)
    {
        var roads = await settings.Roads(region, cancellationToken);
        // Shortest paths are work for a processor, not for the request's turn.
        return await Task.Run(
            () =>
            {
                var finder = roads is null ? null : new RouteFinder(roads);
                return GeoJson.Collection(writer =>
                {
                    foreach (var line in lines.Where(line => line.Points.Count >= 2))
                        Write(writer, line, finder?.RouteThrough(line.Points, line.Mode, cancellationToken)?.Polyline);
                });
            },
            cancellationToken);
    }

    private static void Write(Utf8JsonWriter writer, Line line, IReadOnlyList<GeoPoint>? road) => GeoJson.WriteLine(writer, road ?? line.Points, () =>
    {
        writer.WriteString(line.PartyKind, line.Party);
        writer.WriteNumber("trip", line.Trip);
        writer.WriteBoolean("straight", road is null);
    });

    private static List<GeoPoint> Round(GeoPoint? start, IEnumerable<TerminalId> stops, Dictionary<string, GeoPoint> places)
    {
        var points = new List<GeoPoint>();
        if (start is { } from)
            points.Add(from);
        foreach (var stop in stops)
        {
            if (places.TryGetValue(stop.Value, out var place))
                points.Add(place);
        }

        if (start is { } home)
            points.Add(home);
        return points;
    }

    /// <summary>Where the plan's stops are: whoever may see the plan may see them, also an outlet that has changed hands since.</summary>
    private async Task<Dictionary<string, GeoPoint>> PlacesAsync(RegionId region, IEnumerable<TerminalId> terminals, CancellationToken cancellationToken)
    {
        var (rows, _) = await outlets.RowsAsync(ReadScope.WholeRegion(region), [.. terminals.Distinct()], cancellationToken);
        return rows.ToDictionary(row => row.Id, row => row.Location, StringComparer.Ordinal);
    }

    private sealed record Line(string PartyKind, string Party, int Trip, TravelMode Mode, IReadOnlyList<GeoPoint> Points);
}
