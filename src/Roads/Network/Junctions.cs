namespace Territory.Roads.Network;

/// <summary>How many roads meet at junctions.</summary>
internal static class Junctions
{
    /// <summary>
    /// The turns at a junction are the square of its roads, and a hierarchy's work on them the cube. Maps have a dozen roads at one; what has more than
    /// this is damaged or meant to do harm.
    /// </summary>
    public const int MostRoads = 500;

    /// <summary>The node at which most segments begin or end, and how many do; of equal ones the first.</summary>
    public static (int Node, int Roads) Largest(RoadTables tables)
    {
        var roads = new int[tables.NodeCount];
        for (var segment = 0; segment < tables.SegmentCount; segment++)
        {
            roads[tables.SegmentFrom[segment]]++;
            roads[tables.SegmentTo[segment]]++;
        }

        var largest = 0;
        for (var node = 1; node < roads.Length; node++)
            largest = roads[node] > roads[largest] ? node : largest;
        return roads.Length == 0 ? (-1, 0) : (largest, roads[largest]);
    }
}
