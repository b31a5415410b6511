using Territory.Roads.Network;

namespace Territory.Roads.Turns;

/// <summary>How far a vehicle turns from one arc into another: <see cref="ArcBearings"/> of a whole network, worked out once.</summary>
internal sealed class JunctionAngles
{
    private readonly short[] bearings;

    public JunctionAngles(RoadTables tables)
    {
        var arcs = new ArcBearings(tables);
        bearings = new short[2 * tables.SegmentCount];
        for (var arc = 0; arc < bearings.Length; arc++)
            bearings[arc] = (short)arcs.AtStart(arc);
    }

    /// <summary>-179 to 180, clockwise positive.</summary>
    public int Between(int arc, int next) => ArcBearings.Bend((bearings[arc ^ 1] + 180) % 360, bearings[next]);
}
