using Territory.Model.Geography;
using Territory.Roads.Network;

namespace Territory.Roads.Osm;

/// <summary>Coordinates of the nodes that kept ways refer to: sorted ids and two columns, 16 bytes a node.</summary>
internal sealed class NodeStore
{
    private const int Missing = int.MinValue;

    private readonly long[] ids;
    private readonly int[] longitude;
    private readonly int[] latitude;
    private int cursor;

    public NodeStore(List<long> references)
    {
        var sorted = references.ToArray();
        Array.Sort(sorted);
        var count = 0;
        foreach (var id in sorted)
        {
            if (count == 0 || sorted[count - 1] != id)
                sorted[count++] = id;
        }

        ids = sorted.AsSpan(0, count).ToArray();
        longitude = new int[count];
        latitude = new int[count];
        Array.Fill(longitude, Missing);
    }

    public int Count => ids.Length;

    /// <summary>The slot of a wanted node, or -1. Ascending ids, as files have them, are found from the last one on.</summary>
    public int SlotOf(long id)
    {
        for (var step = 0; step < 4 && cursor < ids.Length; step++)
        {
            if (ids[cursor] == id)
                return cursor;
            if (ids[cursor] > id)
                break;
            cursor++;
        }

        var slot = Array.BinarySearch(ids, id);
        if (slot >= 0)
            cursor = slot;
        return slot >= 0 ? slot : -1;
    }

    public void Put(int slot, int nodeLongitude, int nodeLatitude)
    {
        longitude[slot] = nodeLongitude;
        latitude[slot] = nodeLatitude;
    }

    public bool Has(int slot) => slot >= 0 && longitude[slot] != Missing;

    public GeoPoint PointOf(int slot) => new(longitude[slot] / RoadTables.CoordinateScale, latitude[slot] / RoadTables.CoordinateScale);
}
