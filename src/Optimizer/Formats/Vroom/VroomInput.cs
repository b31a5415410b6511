using System.Text.Json.Serialization;

namespace Territory.Optimizer.Formats.Vroom;

/// <summary>VROOM's JSON problem as its file states it, names in snake case. Times are seconds, distances metres, coordinates [longitude, latitude].</summary>
/// <remarks>Source: docs/API.md of VROOM 1.14. What the file does not state has VROOM's own default.</remarks>
public sealed record VroomInput
{
    public IReadOnlyList<VroomJob>? Jobs { get; init; }

    public IReadOnlyList<VroomShipment>? Shipments { get; init; }

    public IReadOnlyList<VroomVehicle>? Vehicles { get; init; }

    public IReadOnlyDictionary<string, VroomMatrices>? Matrices { get; init; }

    /// <summary>The older form: durations of the profile "car".</summary>
    [JsonConverter(typeof(VroomMatrixConverter))]
    public IReadOnlyList<IReadOnlyList<long>>? Matrix { get; init; }
}

/// <summary>A job, or one of the two steps of a shipment.</summary>
public sealed record VroomJob
{
    public long? Id { get; init; }

    public string? Description { get; init; }

    public IReadOnlyList<double>? Location { get; init; }

    public int? LocationIndex { get; init; }

    public long Setup { get; init; }

    public long Service { get; init; }

    public IReadOnlyDictionary<string, long>? SetupPerType { get; init; }

    public IReadOnlyDictionary<string, long>? ServicePerType { get; init; }

    public IReadOnlyList<long>? Delivery { get; init; }

    public IReadOnlyList<long>? Pickup { get; init; }

    /// <summary>The older name of <see cref="Delivery"/>.</summary>
    public IReadOnlyList<long>? Amount { get; init; }

    public IReadOnlyList<int>? Skills { get; init; }

    public int Priority { get; init; }

    public IReadOnlyList<IReadOnlyList<long>>? TimeWindows { get; init; }
}

public sealed record VroomShipment
{
    public VroomJob? Pickup { get; init; }

    public VroomJob? Delivery { get; init; }

    public IReadOnlyList<long>? Amount { get; init; }

    public IReadOnlyList<int>? Skills { get; init; }

    public int Priority { get; init; }
}

public sealed record VroomVehicle
{
    public long? Id { get; init; }

    public string? Profile { get; init; }

    public string? Description { get; init; }

    public IReadOnlyList<double>? Start { get; init; }

    public int? StartIndex { get; init; }

    public IReadOnlyList<double>? End { get; init; }

    public int? EndIndex { get; init; }

    public IReadOnlyList<long>? Capacity { get; init; }

    public VroomCosts? Costs { get; init; }

    public IReadOnlyList<int>? Skills { get; init; }

    public string? Type { get; init; }

    public IReadOnlyList<long>? TimeWindow { get; init; }

    public IReadOnlyList<VroomBreak>? Breaks { get; init; }

    /// <summary>1 where it is not stated.</summary>
    public double? SpeedFactor { get; init; }

    public int? MaxTasks { get; init; }

    public long? MaxTravelTime { get; init; }

    public long? MaxDistance { get; init; }

    public IReadOnlyList<VroomStep>? Steps { get; init; }
}

public sealed record VroomCosts
{
    public long Fixed { get; init; }

    public long? PerHour { get; init; }

    public long PerTaskHour { get; init; }

    public long PerKm { get; init; }
}

public sealed record VroomBreak
{
    public long? Id { get; init; }

    public string? Description { get; init; }

    public IReadOnlyList<IReadOnlyList<long>>? TimeWindows { get; init; }

    public long Service { get; init; }

    public IReadOnlyList<long>? MaxLoad { get; init; }
}

/// <summary>A step of a given route.</summary>
public sealed record VroomStep
{
    public string? Type { get; init; }

    public long? Id { get; init; }

    public long? ServiceAt { get; init; }

    public long? ServiceAfter { get; init; }

    public long? ServiceBefore { get; init; }
}

/// <summary>The matrices of one profile. There is no road between two places where one of them has null, which is <see cref="NoRoad"/> here.</summary>
public sealed record VroomMatrices
{
    public const long NoRoad = long.MinValue;

    [JsonConverter(typeof(VroomMatrixConverter))]
    public IReadOnlyList<IReadOnlyList<long>>? Durations { get; init; }

    [JsonConverter(typeof(VroomMatrixConverter))]
    public IReadOnlyList<IReadOnlyList<long>>? Distances { get; init; }

    [JsonConverter(typeof(VroomMatrixConverter))]
    public IReadOnlyList<IReadOnlyList<long>>? Costs { get; init; }
}
