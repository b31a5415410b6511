using Territory.Model.Calendar;
using Territory.Model.Ids;
using Territory.Model.Quantities;

namespace Territory.ReadModel.Following;

/// <summary>The delivery day of a region's distributors, planned against actual (计划与实际).</summary>
/// <param name="Carried">What goes to the next day.</param>
public sealed record DayClose(
    DateOnly Date,
    IReadOnlyList<DistributorClose> Distributors,
    IReadOnlyList<VehicleClose> Vehicles,
    IReadOnlyList<CarriedOrder> Carried);

/// <summary>Whether a distributor's delivery day is over.</summary>
/// <param name="ClosedAt">When a dispatcher, or the last vehicle's return, ended it; null while it goes on, and of a simulated day.</param>
public sealed record DistributorClose(DistributorId Distributor, bool IsClosed, DateTimeOffset? ClosedAt, UserId? ClosedBy);

/// <summary>A vehicle's day, planned against actual.</summary>
/// <param name="Driven">Of the trips that are back; null while none is.</param>
/// <param name="Worked">From the first departure to the last return; null while it is out.</param>
/// <param name="Done">Stops at which something was handed over.</param>
/// <param name="Late">Of the stops made, those reached after their window.</param>
/// <param name="Refused">Stops at which nothing was.</param>
/// <param name="DrivingError">By how much planned legs missed the actual ones on average, in thousandths of these (MAPE); null where no leg compares.</param>
/// <param name="ServiceError">The same of the time at stops.</param>
public sealed record VehicleClose(
    VehicleId Vehicle,
    DistributorId Distributor,
    int TripsPlanned,
    int TripsDeparted,
    int TripsReturned,
    Distance PlannedDistance,
    Distance? Driven,
    Duration PlannedWorking,
    Duration? Worked,
    int Planned,
    int Done,
    int Late,
    int Refused,
    int Unfinished,
    int? DrivingError,
    int? ServiceError,
    IReadOnlyList<StopClose> Stops);

/// <summary>A planned stop and what became of it.</summary>
/// <param name="Outcome">"done", "refused" or "unfinished".</param>
/// <param name="Travel">Driving time of the leg; null where the vehicle did not come from the planned place.</param>
/// <param name="Service">Time from when service could start; null at a stop that was not made or where nothing was handed over.</param>
public sealed record StopClose(
    TerminalId Terminal,
    int Trip,
    string Outcome,
    TimeOfDay PlannedArrival,
    TimeOfDay? Arrival,
    Duration PlannedTravel,
    Duration? Travel,
    Duration PlannedService,
    Duration? Service);

/// <summary>An order of the day that stays open: "unfinished", "refused" or "unserved" for having been in no route.</summary>
public sealed record CarriedOrder(OrderId Order, TerminalId Terminal, DistributorId Distributor, DateOnly DueOn, Cases Cases, string Reason);
