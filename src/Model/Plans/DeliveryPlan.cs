using Territory.Model.Dispatch;
using Territory.Model.Ids;
using Territory.Model.Quantities;

namespace Territory.Model.Plans;

/// <summary>The deliveries of one distributor on one day (配送计划).</summary>
public sealed record DeliveryPlan : IDayPlan<DeliveryPlan>
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

    /// <summary>How this version came about; null for plans made before versions said so.</summary>
    public PlanOrigin? Origin { get; init; }

    /// <summary>What people had fixed, held back and allowed when this version was made.</summary>
    /// <remarks>Generated JSON readers set what a document lacks to null, and older journals lack it.</remarks>
    public DayOverrides Overrides { get; init => field = value ?? DayOverrides.None; } = DayOverrides.None;

    /// <summary>Every rule that this version breaks, in the order of its routes; none unless a person asked for it.</summary>
    public IReadOnlyList<PlanBreach> Breaches { get; init => field = value ?? []; } = [];

    string IDayPlan<DeliveryPlan>.Party => Distributor.Value;

    int IDayPlan<DeliveryPlan>.StopCount => Routes.Sum(route => route.Trips.Sum(trip => trip.Stops.Count));

    int IDayPlan<DeliveryPlan>.LeftOutCount => Unserved.Count;

    DeliveryPlan IDayPlan<DeliveryPlan>.WithStatus(PlanStatus status) => this with { Status = status };
}
