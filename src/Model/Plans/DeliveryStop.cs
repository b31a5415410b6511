using Territory.Model.Calendar;
using Territory.Model.Ids;
using Territory.Model.Quantities;
using Territory.Model.Vehicles;

namespace Territory.Model.Plans;

/// <summary>One drop of a delivery trip. Several orders of the same terminal are one stop.</summary>
/// <param name="Window">Within which service must start.</param>
/// <param name="Arrival">When the vehicle gets there; service starts at the later of this and the window's start.</param>
/// <param name="Travel">Driving time from the previous stop or the depot.</param>
public sealed record DeliveryStop(
    TerminalId Terminal,
    IReadOnlyList<OrderId> Orders,
    VehicleCapacity Load,
    TimeWindow Window,
    TimeOfDay Arrival,
    TimeOfDay ServiceStart,
    TimeOfDay Departure,
    Duration Travel,
    Distance Leg);
