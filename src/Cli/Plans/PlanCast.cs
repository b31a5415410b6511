using Territory.Cli.Regions;
using Territory.Dashboard.Exports;
using Territory.Journal;
using Territory.Journal.Sql;
using Territory.Model.Distributors;
using Territory.Model.Geography;
using Territory.Model.Ids;
using Territory.Model.Orders;
using Territory.Model.Plans;
using Territory.Model.Products;
using Territory.Model.Regions;
using Territory.Model.Reps;
using Territory.Model.Terminals;
using Territory.Model.Vehicles;
using Territory.ReadModel.Actors;
using Territory.ReadModel.Distributors;
using Territory.ReadModel.Reps;
using Territory.ReadModel.Terminals;
using Territory.ReadModel.Territories;
using Territory.ReadModel.Vehicles;
using Territory.Roads.Files;
using Territory.Roads.Network;
using Territory.Roads.Routes;

namespace Territory.Cli.Plans;

/// <summary>Everyone who may appear in a region's plans, as they stood at one journal position.</summary>
internal sealed class PlanCast
{
    private readonly Region region;
    private readonly RoadNetwork? roads;
    private readonly Dictionary<ProductId, Product> products;
    private readonly Dictionary<VehicleId, VehicleFile> vehicles;
    private readonly Dictionary<OrderId, Order> orders;

    private PlanCast(Region region, RoadNetwork? roads, IReadSnapshot snapshot)
    {
        this.region = region;
        this.roads = roads;
        Distributors = [.. ActorStates.All<DistributorState>(snapshot).Select(state => state.File).Where(file => file.Region == region.Id)];
        Reps = [.. ActorStates.All<RepState>(snapshot).Select(state => state.File).Where(file => file.Region == region.Id)];
        vehicles = ActorStates.All<VehicleState>(snapshot).Select(state => state.File).Where(file => file.Region == region.Id).ToDictionary(file => file.Id);
        products = ActorStates.All<TerritoryState>(snapshot).Single(state => state.Region.Id == region.Id).Products.ToDictionary(product => product.Id);
        var terminals = ActorStates.All<TerminalState>(snapshot).Where(state => state.File.Region == region.Id).ToList();
        Terminals = terminals.ToDictionary(state => state.File.Id, state => state.File);
        orders = terminals.SelectMany(state => state.OpenOrders).Select(open => open.Order).ToDictionary(order => order.Id);
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

    public PlanParties PartiesOf(DeliveryPlan plan, DistributorFile distributor) =>
        new(region, distributor, vehicles, Terminals, products, orders, (vehicle, trip) => LineOf(plan, distributor, vehicle, trip));

    private IReadOnlyList<GeoPoint> LineOf(DeliveryPlan plan, DistributorFile distributor, VehicleId vehicle, int trip)
    {
        if (roads is null)
            return [];
        var stops = plan.Routes.First(route => route.Vehicle == vehicle).Trips[trip].Stops.Select(stop => Terminals[stop.Terminal].Location);
        return new RouteFinder(roads).RouteThrough([distributor.Depot, .. stops, distributor.Depot], vehicles[vehicle].TravelMode)?.Polyline ?? [];
    }
}
