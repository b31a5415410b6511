namespace Territory.Roads.Osm;

/// <summary>Joins the border ways of a multipolygon end to end into closed rings of node slots.</summary>
/// <remarks>
/// Algorithm: an unused way begins a ring; the ring grows by any unused way that begins or ends at its open end until it closes; what cannot be
/// closed (the extract's edge cuts it) is left out. Complexity: linear in ways through a table of open ends.
/// Source: the multipolygon page of the OpenStreetMap wiki.
/// </remarks>
internal static class RingAssembly
{
    /// <returns>Rings with the first slot repeated at the end, and how many ways were left over.</returns>
    public static (List<List<int>> Rings, int LeftOver) Join(IReadOnlyList<int[]> ways)
    {
        var byEnd = new Dictionary<int, List<int>>();
        for (var i = 0; i < ways.Count; i++)
        {
            At(ways[i][0]).Add(i);
            At(ways[i][^1]).Add(i);
        }

        var rings = new List<List<int>>();
        var used = new bool[ways.Count];
        var leftOver = 0;
        for (var i = 0; i < ways.Count; i++)
        {
            if (used[i])
                continue;
            used[i] = true;
            var ring = new List<int>(ways[i]);
            var parts = 1;
            while (ring[0] != ring[^1] && Next(ring[^1]) is { } next)
            {
                Append(ring, ways[next]);
                parts++;
            }

            if (ring[0] == ring[^1] && ring.Count >= 4)
                rings.Add(ring);
            else
                leftOver += parts;
        }

        return (rings, leftOver);

        List<int> At(int end)
        {
            if (!byEnd.TryGetValue(end, out var list))
                byEnd.Add(end, list = []);
            return list;
        }

        int? Next(int end)
        {
            var candidates = At(end);
            while (candidates.Count > 0)
            {
                var way = candidates[^1];
                candidates.RemoveAt(candidates.Count - 1);
                if (used[way])
                    continue;
                used[way] = true;
                return way;
            }

            return null;
        }
    }

    private static void Append(List<int> ring, int[] way)
    {
        if (way[0] == ring[^1])
        {
            for (var i = 1; i < way.Length; i++)
                ring.Add(way[i]);
        }
        else
        {
            for (var i = way.Length - 2; i >= 0; i--)
                ring.Add(way[i]);
        }
    }
}
