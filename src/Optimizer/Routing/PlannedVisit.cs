namespace Territory.Optimizer.Routing;

/// <summary>What a plan that people already know says of a stop, and what a change of it costs.</summary>
/// <param name="Vehicle">Number of the vehicle, counted through the types in order.</param>
/// <param name="VehicleCost">Cost of another vehicle.</param>
/// <param name="Start">The start of service that was announced; null: none was.</param>
/// <param name="CostPerShift">Cost of each unit of time that service starts before or after it.</param>
public sealed record PlannedVisit(int Vehicle, long VehicleCost, long? Start = null, long CostPerShift = 0)
{
    public long CostOf(int vehicle, long start) =>
        (vehicle == Vehicle ? 0 : VehicleCost) + (Start is { } planned ? CostPerShift * Math.Abs(start - planned) : 0);
}
