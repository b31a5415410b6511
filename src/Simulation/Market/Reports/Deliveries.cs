using Territory.Model.Calendar;
using Territory.Model.Deliveries;
using Territory.Model.Ids;
using Territory.Model.Orders;

namespace Territory.Simulation.Market.Reports;

/// <summary>A vehicle leaves the depot with a load (出车).</summary>
/// <param name="Trip">Counts the vehicle's trips of the day from 0.</param>
/// <param name="Orders">What is loaded.</param>
public sealed record TripDeparture(
    CommandId Command,
    VehicleId Vehicle,
    DistributorId Distributor,
    DateOnly Date,
    int Trip,
    TimeOfDay At,
    IReadOnlyList<OrderId> Orders);

/// <summary>A stop of a vehicle is done (送达).</summary>
/// <param name="Stop">Counts the stops of the trip from 0.</param>
/// <param name="Window">Within which service had to start.</param>
/// <param name="Reason">Why goods came back, or none.</param>
public sealed record DeliveryReport(
    CommandId Command,
    VehicleId Vehicle,
    DistributorId Distributor,
    TerminalId Terminal,
    DateOnly Date,
    int Trip,
    int Stop,
    TimeWindow Window,
    TimeOfDay Arrival,
    TimeOfDay ServiceStart,
    TimeOfDay Departure,
    IReadOnlyList<OrderDelivery> Orders,
    RefusalReason Reason)
{
    /// <summary>Arrived no later than the window's end; being early and waiting is on time.</summary>
    public bool OnTime => Arrival <= Window.End;
}

public sealed record OrderDelivery(OrderId Order, IReadOnlyList<DeliveryLine> Lines);

/// <summary>A vehicle is back at the depot (回车).</summary>
/// <param name="Unloaded">Goods that came back.</param>
public sealed record TripReturn(
    CommandId Command,
    VehicleId Vehicle,
    DistributorId Distributor,
    DateOnly Date,
    int Trip,
    TimeOfDay At,
    IReadOnlyList<OrderLine> Unloaded);
