namespace Territory.Dashboard.Tiles;

/// <summary>Joins pieces of the same street end to end, so that its name has room and the tile fewer lines.</summary>
/// <remarks>Algorithm: each line is appended to one that ends where it begins, or begins where it ends; first come, first joined. Complexity: linear.</remarks>
internal static class LineJoining
{
    public static List<List<TilePoint>> Join(List<List<TilePoint>> lines)
    {
        var byEnd = new Dictionary<TilePoint, List<TilePoint>>();
        var joined = new List<List<TilePoint>>();
        foreach (var line in lines)
        {
            if (line.Count < 2)
                continue;
            if (byEnd.Remove(line[0], out var before))
            {
                before.AddRange(line.Skip(1));
                byEnd[before[^1]] = before;
            }
            else if (byEnd.Remove(line[^1], out before))
            {
                before.AddRange(line.AsEnumerable().Reverse().Skip(1));
                byEnd[before[^1]] = before;
            }
            else
            {
                var added = new List<TilePoint>(line);
                joined.Add(added);
                byEnd[added[^1]] = added;
            }
        }

        return joined;
    }
}
