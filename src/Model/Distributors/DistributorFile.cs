using System.Text.Json.Serialization;
using Territory.Model.Calendar;
using Territory.Model.Geography;
using Territory.Model.Ids;
using Territory.Model.Quantities;

namespace Territory.Model.Distributors;

/// <summary>A distributor (经销商): holds stock at a depot and delivers to its terminals.</summary>
public sealed record DistributorFile
{
    public static readonly TimeOfDay UsualCutOff = TimeOfDay.At(18);

    public required DistributorId Id { get; init; }

    public required RegionId Region { get; init; }

    public required string Name { get; init; }

    public required GeoPoint Depot { get; init; }

    public string? DepotAddress { get; init; }

    public string? Contact { get; init; }

    public string? Phone { get; init; }

    public required Cases WarehouseCapacity { get; init; }

    /// <summary>When vehicles may be loaded and leave.</summary>
    public required TimeWindow DepotHours { get; init; }

    /// <summary>Until when orders for the next working day are taken (截单时间); null: <see cref="UsualCutOff"/>.</summary>
    public TimeOfDay? OrderCutOff { get; init; }

    [JsonIgnore]
    public TimeOfDay CutOff => OrderCutOff ?? UsualCutOff;

    /// <summary>Time to load a vehicle between two trips.</summary>
    public required Duration LoadingTime { get; init; }

    /// <summary>Time at a stop that does not depend on the load, and time per case on top.</summary>
    public required Duration UnloadingTimePerStop { get; init; }

    public required Duration UnloadingTimePerCase { get; init; }
}
