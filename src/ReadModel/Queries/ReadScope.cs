using Territory.Model.Ids;

namespace Territory.ReadModel.Queries;

/// <summary>
/// What a reader may see of one region: all of it, one distributor's part, one rep's part, or one vehicle's part. Every query takes one, so
/// nothing is read without saying on whose behalf; there is no scope without a region and no way to widen one.
/// </summary>
public sealed record ReadScope
{
    private ReadScope(RegionId region, DistributorId? distributor, RepId? rep, VehicleId? vehicle)
    {
        Region = region;
        Distributor = distributor;
        Rep = rep;
        Vehicle = vehicle;
    }

    public RegionId Region { get; }

    /// <summary>Set when only this distributor's part may be seen.</summary>
    public DistributorId? Distributor { get; }

    /// <summary>Set when only this rep's part may be seen.</summary>
    public RepId? Rep { get; }

    /// <summary>Set when only this vehicle's part may be seen.</summary>
    public VehicleId? Vehicle { get; }

    public bool IsWholeRegion => Distributor is null && Rep is null && Vehicle is null;

    public static ReadScope WholeRegion(RegionId region) => new(region, null, null, null);

    public static ReadScope OfDistributor(RegionId region, DistributorId distributor) => new(region, distributor, null, null);

    public static ReadScope OfRep(RegionId region, RepId rep) => new(region, null, rep, null);

    public static ReadScope OfVehicle(RegionId region, VehicleId vehicle) => new(region, null, null, vehicle);
}
