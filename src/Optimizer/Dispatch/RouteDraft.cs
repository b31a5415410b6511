using Territory.Model.Ids;
using Territory.Model.Plans;

namespace Territory.Optimizer.Dispatch;

/// <summary>The stops of a vehicle's day before they have times.</summary>
/// <param name="Trips">Each stop by an order that it carries. Stops that are made already may be named or not: they stand as they were.</param>
public sealed record RouteDraft(VehicleId Vehicle, IReadOnlyList<IReadOnlyList<OrderId>> Trips)
{
    public static RouteDraft Of(DeliveryRoute route) => new(route.Vehicle, [.. route.Trips.Select(trip => (IReadOnlyList<OrderId>)[.. trip.Stops.Select(stop => stop.Orders[0])])]);
}
