namespace Territory.Roads.Search;

/// <summary>Orders points so that neighbours in the order are neighbours on the map.</summary>
/// <remarks>
/// Algorithm: the distance along a Hilbert curve of order 32 over the whole integer coordinate square.
/// Complexity: 32 steps. Source: Hilbert (1891); the rotate-and-reflect formulation of Butz (1971).
/// </remarks>
internal static class HilbertCurve
{
    public static ulong Key(int longitude, int latitude)
    {
        var x = unchecked((uint)longitude + 0x8000_0000u);
        var y = unchecked((uint)latitude + 0x8000_0000u);
        ulong key = 0;
        for (var side = 0x8000_0000u; side > 0; side >>= 1)
        {
            var right = (x & side) != 0 ? 1u : 0u;
            var upper = (y & side) != 0 ? 1u : 0u;
            key += (ulong)side * side * ((3 * right) ^ upper);
            if (upper == 0)
            {
                if (right == 1)
                    (x, y) = (~x, ~y);
                (x, y) = (y, x);
            }
        }

        return key;
    }
}
