namespace Territory.Roads.Network;

/// <summary>One way as a builder takes it: a polyline of node numbers with the same attributes all along.</summary>
public sealed record RoadWay
{
    /// <summary>Numbers from <see cref="RoadNetworkBuilder.AddNode"/>, at least two, in drawing order. Ways that share a node meet there.</summary>
    public required IReadOnlyList<int> Nodes { get; init; }

    public required RoadClass Class { get; init; }

    public WayDirection Direction { get; init; }

    public string? Name { get; init; }

    /// <summary>The posted limit along the node order; null: the profile's speed for the class.</summary>
    public double? MaxSpeedKmh { get; init; }

    /// <summary>The posted limit against the node order where it differs.</summary>
    public double? MaxSpeedBackwardKmh { get; init; }

    /// <summary>How long the whole way takes by timetable, for ferries; it then overrides every speed.</summary>
    public TimeSpan? Crossing { get; init; }

    public bool IsBridge { get; init; }

    public bool IsTunnel { get; init; }

    public bool IsRoundabout { get; init; }

    /// <summary>Who may use it; null: the default of the class.</summary>
    public TravelModes? Access { get; init; }

    /// <summary>Who may use it along the node order, all told; null: as <see cref="Access"/> and <see cref="Direction"/> say.</summary>
    public TravelModes? ForwardAccess { get; init; }

    /// <summary>Who may use it against the node order, all told; null: as <see cref="Access"/> and <see cref="Direction"/> say.</summary>
    public TravelModes? BackwardAccess { get; init; }

    /// <summary>Modes that may use it only to get to something on it.</summary>
    public TravelModes DestinationOnly { get; init; }

    /// <summary>What opens or closes it at some hours or to heavy vehicles, each overriding those before.</summary>
    public IReadOnlyList<WayRule> Rules { get; init; } = [];

    public RoadSurface Surface { get; init; }

    public RoadTraits Traits { get; init; }

    public VehicleLimits Limits { get; init; }

    /// <summary>Modes that may go against the direction, besides people on foot.</summary>
    public TravelModes ExemptFromDirection { get; init; }
}
