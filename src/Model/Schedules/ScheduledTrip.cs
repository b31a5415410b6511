using Territory.Model.Ids;
using Territory.Model.Quantities;

namespace Territory.Model.Schedules;

/// <summary>One trip of a vehicle on a day of a schedule, its stops in order.</summary>
/// <param name="Trip">From 1.</param>
/// <param name="Capacity">What the vehicle holds of the outlets' mix of goods.</param>
/// <param name="Working">Driving and unloading.</param>
public sealed record ScheduledTrip(DateOnly Date, VehicleId Vehicle, int Trip, IReadOnlyList<ScheduledStop> Stops, Cases Capacity, Distance Distance, Duration Working)
{
    public Cases Load => new(Stops.Sum(stop => stop.Cases.Count));
}
