using Territory.Roads.Network;

namespace Territory.Roads.Profiles;

/// <summary>What a vehicle measures and weighs; 0 where it does not matter, as for a person on foot.</summary>
public readonly record struct VehicleSize(
    ushort HeightCentimeters, ushort WidthCentimeters, ushort LengthCentimeters, ushort WeightTenKilograms, ushort AxleLoadTenKilograms)
{
    /// <summary>Whether the vehicle passes where these limits hold; exactly at the limit it does.</summary>
    public bool Fits(in VehicleLimits limits) =>
        Within(HeightCentimeters, limits.HeightCentimeters)
        && Within(WidthCentimeters, limits.WidthCentimeters)
        && Within(LengthCentimeters, limits.LengthCentimeters)
        && Within(WeightTenKilograms, limits.WeightTenKilograms)
        && Within(AxleLoadTenKilograms, limits.AxleLoadTenKilograms);

    private static bool Within(ushort measure, ushort limit) => limit == 0 || measure <= limit;
}
