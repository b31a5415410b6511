namespace Territory.Roads.Network;

/// <summary>How a stretch of road is built, for drawing and for the implied direction of roundabouts.</summary>
[Flags]
public enum RoadStructure
{
    None = 0,
    Bridge = 1,
    Tunnel = 2,
    Roundabout = 4,
}
