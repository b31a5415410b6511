using Territory.Model.Quantities;
using Territory.Model.Vehicles;

namespace Territory.Optimizer.Deliveries;

/// <summary>What a vehicle's day costs: fixed + kilometres + hours. The search counts in 1/18,000 of a minor unit, so that metres and seconds stay whole.</summary>
internal static class DeliveryCost
{
    public const long PartsPerMinorUnit = 18_000;
    private const long PartsPerMeterRate = PartsPerMinorUnit / 1_000;
    private const long PartsPerSecondRate = PartsPerMinorUnit / 3_600;

    public static long FixedParts(VehicleFile vehicle) => checked(vehicle.FixedCost.MinorUnits * PartsPerMinorUnit);

    public static long PartsPerMeter(VehicleFile vehicle) => checked(vehicle.CostPerKilometer.MinorUnits * PartsPerMeterRate);

    public static long PartsPerSecond(VehicleFile vehicle) => PartsPerSecond(vehicle.CostPerHour);

    public static long PartsPerSecond(Money perHour) => checked(perHour.MinorUnits * PartsPerSecondRate);

    /// <summary>Rounded half up to the minor unit.</summary>
    public static Money Of(VehicleFile vehicle, Distance distance, Duration working)
    {
        var parts = checked(FixedParts(vehicle) + (PartsPerMeter(vehicle) * distance.Meters) + (PartsPerSecond(vehicle) * working.Seconds));
        return new Money((parts + (PartsPerMinorUnit / 2)) / PartsPerMinorUnit);
    }

    /// <summary>What a time costs, rounded half up to the minor unit.</summary>
    public static Money Of(Money perHour, long seconds) => new(checked((perHour.MinorUnits * seconds) + 1_800) / 3_600);
}
