using Territory.Cli.Regions;
using Territory.Journal;
using Territory.Journal.Sql;
using Territory.Model.Distributors;
using Territory.Model.Geography;
using Territory.Model.Ids;
using Territory.Model.Regions;
using Territory.Model.Reps;
using Territory.Model.Terminals;
using Territory.ReadModel.Actors;
using Territory.ReadModel.Distributors;
using Territory.ReadModel.Queries;
using Territory.ReadModel.Reps;
using Territory.ReadModel.Terminals;
using Territory.Roads.Files;
using Territory.Roads.Network;
using Territory.Roads.Routes;

namespace Territory.Cli.Plans;

/// <summary>Everyone who may appear in a region's plans, as they stood at one journal position.</summary>
internal sealed class PlanCast
{
    private readonly RoadNetwork? roads;

    private PlanCast(Region region, RoadNetwork? roads, IReadSnapshot snapshot)
    {
        this.roads = roads;
        Distributors = [.. ActorStates.All<DistributorState>(snapshot).Select(state => state.File).Where(file => file.Region == region.Id)];
        Reps = [.. ActorStates.All<RepState>(snapshot).Select(state => state.File).Where(file => file.Region == region.Id)];
        Terminals = ActorStates.All<TerminalState>(snapshot).Select(state => state.File).Where(file => file.Region == region.Id).ToDictionary(file => file.Id);
    }

    public IReadOnlyList<DistributorFile> Distributors { get; }

    public IReadOnlyList<RepFile> Reps { get; }

    public IReadOnlyDictionary<TerminalId, TerminalFile> Terminals { get; }

    public static async Task<PlanCast> LoadAsync(OpenTerritory territory, Region region, CancellationToken cancellationToken)
    {
        using var snapshot = await territory.Get<IJournal>().OpenSnapshotAsync(cancellationToken);
        var roadsFile = RegionFolder.RoadsFile(territory.DataDirectory, region.Id);
        return new PlanCast(region, File.Exists(roadsFile) ? NetworkFolder.Load(roadsFile) : null, snapshot);
    }

    /// <summary>The line of a trip on the roads; empty where they are unknown or do not lead.</summary>
    /// <param name="trip">Counts from 0.</param>
    public IReadOnlyList<GeoPoint> LineOf(PlannedDeliveries day, VehicleId vehicle, int trip)
    {
        if (roads is null)
            return [];
        var depot = day.Distributor.Depot;
        var stops = day.Plan.Routes.First(route => route.Vehicle == vehicle).Trips[trip].Stops.Select(stop => day.Terminals[stop.Terminal].Location);
        return new RouteFinder(roads).RouteThrough([depot, .. stops, depot], day.Vehicles[vehicle].TravelMode)?.Polyline ?? [];
    }
}
