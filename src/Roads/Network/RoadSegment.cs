namespace Territory.Roads.Network;

/// <summary>An undirected stretch of road between two junctions. <see cref="Forward"/> and <see cref="Backward"/> say who may use it each way.</summary>
public readonly record struct RoadSegment(
    int Index,
    int FromNode,
    int ToNode,
    RoadClass Class,
    string? Name,
    double LengthMeters,
    RoadStructure Structure,
    TravelModes Forward,
    TravelModes Backward)
{
    public RoadSurface Surface { get; init; }

    public RoadTraits Traits { get; init; }

    public VehicleLimits Limits { get; init; }

    /// <summary>Modes that may use it only to get to something on it (目的地通行).</summary>
    public TravelModes DestinationOnly { get; init; }

    /// <summary>Traffic lights (红绿灯) between its ends that stop traffic from the From to the To node.</summary>
    public int SignalsForward { get; init; }

    public int SignalsBackward { get; init; }

    public bool IsBridge => Structure.HasFlag(RoadStructure.Bridge);

    public bool IsOneWay => (Forward & TravelModes.Motor) == TravelModes.None != ((Backward & TravelModes.Motor) == TravelModes.None);
}
