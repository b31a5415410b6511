namespace Territory.Roads.Network;

/// <summary>What else matters of a stretch of road: toll, and what a service road serves.</summary>
[Flags]
public enum RoadTraits : byte
{
    None = 0,

    /// <summary>Some motor vehicles pay (收费).</summary>
    Toll = 1,
    Driveway = 2,
    ParkingAisle = 4,

    /// <summary>A narrow lane between buildings (小巷).</summary>
    Alley = 8,
    DriveThrough = 16,
}
