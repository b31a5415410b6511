using Territory.Model.Ids;

namespace Territory.ReadModel.Queries;

/// <summary>
/// What a reader may see of one region: all of it, one distributor's part, one rep's part, or one vehicle's part on some days. Every query takes one, so
/// nothing is read without saying on whose behalf; there is no scope without a region and no way to widen one.
/// </summary>
public sealed record ReadScope
{
    private ReadScope(RegionId region, DistributorId? distributor = null, RepId? rep = null, VehicleId? vehicle = null, DayRange? days = null)
    {
        Region = region;
        Distributor = distributor;
        Rep = rep;
        Vehicle = vehicle;
        Days = days;
    }

    public RegionId Region { get; }

    /// <summary>Set when only this distributor's part may be seen.</summary>
    public DistributorId? Distributor { get; }

    /// <summary>Set when only this rep's part may be seen.</summary>
    public RepId? Rep { get; }

    /// <summary>Set when only this vehicle's part may be seen.</summary>
    public VehicleId? Vehicle { get; }

    /// <summary>The days whose published trips and orders are the vehicle's to see, and make an outlet its own; set with <see cref="Vehicle"/>.</summary>
    public DayRange? Days { get; }

    public bool IsWholeRegion => Distributor is null && Rep is null && Vehicle is null;

    /// <summary>Whether plans and dispatch orders of a day may be seen.</summary>
    public bool Includes(DateOnly day) => Days is not { } days || days.Contains(day);

    public static ReadScope WholeRegion(RegionId region) => new(region);

    public static ReadScope OfDistributor(RegionId region, DistributorId distributor) => new(region, distributor);

    public static ReadScope OfRep(RegionId region, RepId rep) => new(region, rep: rep);

    public static ReadScope OfVehicle(RegionId region, VehicleId vehicle, DayRange days) => new(region, vehicle: vehicle, days: days);
}
