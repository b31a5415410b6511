using System.Globalization;
using Territory.Grains.Catalogues;
using Territory.Grains.Following;
using Territory.Journal.Sql;
using Territory.Model.Geography;
using Territory.Model.Ids;
using Territory.Model.Orders;
using Territory.Model.Travel;
using Territory.Optimizer.Deliveries;
using Territory.ReadModel.Actors;
using Territory.ReadModel.Distributors;

namespace Territory.Grains.Plans;

/// <summary>Reads what the planning of a distributor's day is a function of, without the travel times.</summary>
internal static class DeliveryRequests
{
    public static IReadOnlyList<Order> OrdersOf(IQueryConnection connection, RegionCatalogue catalogue, DistributorId distributor, DateOnly date) =>
        PlanQueries.OrdersDue(connection, catalogue.Region, distributor, date);

    /// <param name="further">Outlets that must be known although none of the orders is theirs.</param>
    /// <param name="isLearned">Whether unloading takes as long as deliveries did lately.</param>
    public static DeliveryPlanRequest Read(
        IReadSnapshot snapshot, RegionCatalogue catalogue, DistributorId distributor, DateOnly date, int version, IReadOnlyList<Order> orders,
        IEnumerable<TerminalId> further, bool isLearned)
    {
        var terminals = orders
            .Select(order => order.Terminal)
            .Concat(further)
            .Distinct()
            .OrderBy(terminal => terminal.Value, StringComparer.Ordinal)
            .Select(terminal => PlanQueries.FileOf(snapshot, terminal))
            .ToList();
        var file = ActorStates.Find<DistributorState>(snapshot, distributor.Value).State!.File;
        return new DeliveryPlanRequest
        {
            Plan = IdOf(distributor, date, version),
            Version = version,
            Region = catalogue.Region,
            Distributor = file,
            Date = date,
            Vehicles = PlanQueries.VehiclesOf(snapshot, distributor),
            Orders = orders,
            Terminals = terminals,
            Products = catalogue.Products,
            Travel = new TravelMatrix(0, [], [], ""),
            LearnedService = isLearned ? ServiceHistory.Learn(snapshot, file, date) : [],
            JournalPosition = snapshot.Position,
        };
    }

    public static PlanId IdOf(DistributorId distributor, DateOnly date, int version) =>
        new(string.Create(CultureInfo.InvariantCulture, $"delivery-{distributor}-{date:yyyyMMdd}-{version}"));

    /// <summary>The places between which a request needs travel times, in its order.</summary>
    public static List<GeoPoint> PointsOf(DeliveryPlanRequest request) => [request.Distributor.Depot, .. request.Terminals.Select(terminal => terminal.Location)];

    public static TravelMode ModeOf(DeliveryPlanRequest request) => request.Vehicles.Count > 0 ? request.Vehicles[0].TravelMode : TravelMode.Van;
}
