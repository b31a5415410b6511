namespace Territory.Roads.Network;

/// <summary>The largest vehicle that a sign or a structure lets pass (限高, 限宽, 限长, 限重); 0 where no limit is known.</summary>
/// <param name="HeightCentimeters">From the road up.</param>
/// <param name="WidthCentimeters">Between the kerbs or posts.</param>
/// <param name="LengthCentimeters">With a trailer.</param>
/// <param name="WeightTenKilograms">Whole vehicle as loaded, in units of 10 kg.</param>
/// <param name="AxleLoadTenKilograms">The heaviest axle, in units of 10 kg.</param>
public readonly record struct VehicleLimits(
    ushort HeightCentimeters, ushort WidthCentimeters, ushort LengthCentimeters, ushort WeightTenKilograms, ushort AxleLoadTenKilograms)
{
    public static VehicleLimits None => default;

    /// <summary>The stricter of two limits in each respect.</summary>
    public VehicleLimits And(VehicleLimits other) => new(
        Stricter(HeightCentimeters, other.HeightCentimeters),
        Stricter(WidthCentimeters, other.WidthCentimeters),
        Stricter(LengthCentimeters, other.LengthCentimeters),
        Stricter(WeightTenKilograms, other.WeightTenKilograms),
        Stricter(AxleLoadTenKilograms, other.AxleLoadTenKilograms));

    private static ushort Stricter(ushort a, ushort b) => a == 0 ? b : b == 0 ? a : Math.Min(a, b);
}
