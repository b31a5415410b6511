using Territory.Model.Calendar;
using Territory.Model.Deliveries;
using Territory.Model.Plans;

namespace Territory.Simulation.Market.Day;

/// <summary>The stop that a vehicle is driving to or serving, with its actual times, and whether the outlet will take the goods.</summary>
internal sealed record StopUnderWay(
    DeliveryStop Planned,
    Waypoint Place,
    TimeOfDay Arrival,
    TimeOfDay ServiceStart,
    TimeOfDay Departure,
    RefusalReason Refusal);
