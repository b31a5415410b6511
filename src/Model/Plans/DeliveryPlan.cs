using Territory.Model.Ids;
using Territory.Model.Quantities;

namespace Territory.Model.Plans;

/// <summary>The deliveries of one distributor on one day (配送计划).</summary>
public sealed record DeliveryPlan
{
    public required PlanId Id { get; init; }

    public required RegionId Region { get; init; }

    public required DistributorId Distributor { get; init; }

    public required DateOnly Date { get; init; }

    /// <summary>Counts up with each proposal for the same distributor and day.</summary>
    public required int Version { get; init; }

    public required PlanStatus Status { get; init; }

    public required IReadOnlyList<DeliveryRoute> Routes { get; init; }

    public required IReadOnlyList<UnservedOrder> Unserved { get; init; }

    public required Distance Distance { get; init; }

    public required Money Cost { get; init; }

    public required PlanProvenance Provenance { get; init; }
}
