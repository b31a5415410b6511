using Territory.Model.Calendar;
using Territory.Model.Quantities;
using Territory.Model.Vehicles;

namespace Territory.Model.Plans;

/// <summary>One round from the depot and back (趟次).</summary>
public sealed record DeliveryTrip(
    TimeOfDay LoadingStart,
    TimeOfDay Departure,
    TimeOfDay Return,
    VehicleCapacity Load,
    Distance Distance,
    Duration Driving,
    IReadOnlyList<DeliveryStop> Stops);
