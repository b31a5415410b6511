using Territory.Model.Vehicles;

namespace Territory.Optimizer.Inventory;

/// <summary>A trip that a vehicle can make on any day: the scheduler's "vehicle".</summary>
/// <param name="Trip">From 1.</param>
/// <param name="Trips">How many the vehicle's shift is shared among; each has an equal part, so that together they always fit.</param>
internal readonly record struct TripSlot(VehicleFile Vehicle, int Trip, int Trips);
