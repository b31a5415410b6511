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
    public bool IsBridge => Structure.HasFlag(RoadStructure.Bridge);

    public bool IsOneWay => (Forward & TravelModes.Motor) == TravelModes.None != ((Backward & TravelModes.Motor) == TravelModes.None);
}
