using Territory.Model.Ids;
using Territory.Model.Quantities;

namespace Territory.Model.Plans;

/// <summary>What one vehicle does on the day: one or more trips (派车单).</summary>
public sealed record DeliveryRoute(
    VehicleId Vehicle,
    IReadOnlyList<DeliveryTrip> Trips,
    Distance Distance,
    Duration Working,
    Money Cost);
