using System.Runtime.CompilerServices;

namespace Territory.Optimizer.Routing;

/// <summary>The objective.</summary>
/// <remarks>
/// cost = sum over used vehicles of (fixed + perDistance * distance + perDuration * duration) + sum over clients left out of leaveOutCost.
/// Every operator's delta is the difference of this formula between two solutions.
/// </remarks>
public sealed class CostEvaluator
{
    private readonly long[] fixedCost;
    private readonly long[] perDistance;
    private readonly long[] perDuration;
    private readonly long[] leaveOut;

    public CostEvaluator(ProblemData data)
    {
        fixedCost = [.. data.VehicleTypes.Select(type => type.FixedCost)];
        perDistance = [.. data.VehicleTypes.Select(type => type.CostPerDistance)];
        perDuration = [.. data.VehicleTypes.Select(type => type.CostPerDuration)];
        leaveOut = data.LeaveOutCost;
    }

    /// <summary>Cost of a used vehicle; an unused one costs nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long RouteCost(int vehicleType, long distance, long duration) =>
        fixedCost[vehicleType] + (perDistance[vehicleType] * distance) + (perDuration[vehicleType] * duration);

    /// <summary>The part of a route's cost that grows with its length, for a change of both.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long LengthCost(int vehicleType, long distance, long duration) =>
        (perDistance[vehicleType] * distance) + (perDuration[vehicleType] * duration);

    public long FixedCost(int vehicleType) => fixedCost[vehicleType];

    public long LeaveOutCost(int location) => leaveOut[location];
}
