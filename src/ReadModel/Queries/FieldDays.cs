using Territory.Model.Calendar;
using Territory.Model.Ids;
using Territory.Model.Orders;
using Territory.Model.Plans;
using Territory.Model.Quantities;

namespace Territory.ReadModel.Queries;

/// <summary>A rep's day, in the order of the list; calls made without being planned come last.</summary>
public sealed record RepDay(RepId Rep, DateOnly Date, VisitPlan? Plan, IReadOnlyList<RepStop> Stops);

/// <param name="Arrival">The planned time; null when the call was not planned.</param>
/// <param name="State">"planned", "started" or "done".</param>
public sealed record RepStop(
    int Sequence,
    TerminalId Terminal,
    string Name,
    string? Address,
    string Class,
    double Lon,
    double Lat,
    TimeOfDay? Arrival,
    string State,
    DateTimeOffset? VisitedAt);

/// <summary>A driver's day: the vehicle's published trips with what to hand over where, and what was taken off them since a version of the vehicle's order had it.</summary>
public sealed record DriverDay(VehicleId Vehicle, DateOnly Date, DeliveryPlan? Plan, IReadOnlyList<DriverTrip> Trips, IReadOnlyList<TakenOffStop> TakenOff);

/// <summary>A stop that a newer plan took off the vehicle.</summary>
/// <param name="Trip">On which it was.</param>
/// <param name="PlanVersion">Of the plan that took it off.</param>
/// <param name="IsOnBoard">Its goods are on the vehicle, so that a drop there is taken.</param>
public sealed record TakenOffStop(int Trip, int PlanVersion, bool IsOnBoard, DriverStop Stop);

public sealed record DriverTrip(
    int Trip,
    TimeOfDay Departure,
    TimeOfDay Return,
    DateTimeOffset? DepartedAt,
    DateTimeOffset? ReturnedAt,
    IReadOnlyList<DriverStop> Stops);

/// <param name="Cases">What to hand over, or what was.</param>
/// <param name="State">"planned", "done" or "refused".</param>
public sealed record DriverStop(
    int Sequence,
    TerminalId Terminal,
    string Name,
    string? Address,
    string? Phone,
    double Lon,
    double Lat,
    TimeOfDay Arrival,
    TimeWindow Window,
    Cases Cases,
    Money Value,
    IReadOnlyList<Order> Orders,
    IReadOnlyList<OrderLine> Lines,
    string State,
    DateTimeOffset? ArrivedAt,
    bool? OnTime,
    string? Refusal);
