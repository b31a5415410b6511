using Territory.Model.Calendar;
using Territory.Model.Ids;
using Territory.Model.Quantities;
using Territory.Model.Travel;

namespace Territory.Model.Vehicles;

/// <summary>A delivery or service vehicle (流动服务车辆) of a distributor.</summary>
public sealed record VehicleFile
{
    public required VehicleId Id { get; init; }

    public required RegionId Region { get; init; }

    public required DistributorId Distributor { get; init; }

    /// <summary>Licence plate (车牌), for example 沪A12345.</summary>
    public required string Plate { get; init; }

    public required string Type { get; init; }

    public required VehicleCapacity Capacity { get; init; }

    public required TimeWindow Shift { get; init; }

    /// <summary>Most trips from the depot in one shift (趟次).</summary>
    public int MaxTrips { get; init; } = 1;

    public TravelMode TravelMode { get; init; } = TravelMode.Van;

    public string? DriverName { get; init; }

    public string? DriverPhone { get; init; }

    /// <summary>The driver's sign-in, where the driver has one.</summary>
    public UserId? Driver { get; init; }

    /// <summary>Cost of using the vehicle on a day.</summary>
    public Money FixedCost { get; init; }

    public Money CostPerKilometer { get; init; }

    public Money CostPerHour { get; init; }

    public bool InService { get; init; } = true;
}
