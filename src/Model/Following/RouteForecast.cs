using Territory.Model.Calendar;
using Territory.Model.Ids;
using Territory.Model.Quantities;

namespace Territory.Model.Following;

/// <summary>How a vehicle's day goes on from what has happened.</summary>
/// <param name="TripsReturned">Of the planned trips.</param>
/// <param name="Return">Expected from the last trip, or as it happened.</param>
/// <param name="AfterShift">By how much the return is after the shift; zero in time.</param>
/// <param name="Stops">In the order of the plan.</param>
public sealed record RouteForecast(
    VehicleId Vehicle,
    int TripsDeparted,
    int TripsReturned,
    TimeOfDay PlannedReturn,
    TimeOfDay Return,
    Duration AfterShift,
    IReadOnlyList<StopForecast> Stops);
