using Territory.Model.Dispatch;
using Territory.Model.Ids;
using Territory.Model.Plans;

namespace Territory.Model.DispatchOrders;

/// <summary>The order by which one vehicle leaves on one day (流动服务车辆派遣单).</summary>
public sealed record DispatchOrder
{
    /// <summary>The same for all versions, for example "20261201-V1".</summary>
    public required string Number { get; init; }

    /// <summary>Counts up with each issue; a new version has to be signed anew.</summary>
    public required int Version { get; init; }

    public required RegionId Region { get; init; }

    public required DistributorId Distributor { get; init; }

    public required VehicleId Vehicle { get; init; }

    public required DateOnly Date { get; init; }

    public required PlanId Plan { get; init; }

    public required int PlanVersion { get; init; }

    public string? DriverName { get; init; }

    public UserId? Driver { get; init; }

    /// <summary>The rep who rides along (随车业务员).</summary>
    public RepId? Rep { get; init; }

    public required DeliveryRoute Route { get; init; }

    /// <summary>The goods of each stop, in the order of the stops.</summary>
    public required IReadOnlyList<StopGoods> Goods { get; init; }

    /// <summary>The rules that the vehicle's day breaks, listed on the sheet.</summary>
    public IReadOnlyList<PlanBreach> Breaches { get; init; } = [];

    public required DateTimeOffset IssuedAt { get; init; }

    public DispatchOrderStatus Status { get; init; }

    public IReadOnlyList<OrderSignature> Signatures { get; init; } = [];

    public DriverAnswer? Answer { get; init; }

    public DispatchClosing? Closing { get; init; }
}
