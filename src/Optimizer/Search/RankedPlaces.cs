namespace Territory.Optimizer.Search;

/// <summary>Places for a client with a bound on what each adds to the cost, given out from the least bound on.</summary>
/// <remarks>Complexity: O(1) to add, O(places) to take one; few are taken before the bound of the next is above the price of the best.</remarks>
internal sealed class RankedPlaces
{
    private Insertion[] places = new Insertion[64];
    private int count;

    public void Clear() => count = 0;

    /// <param name="place">With its bound for a delta.</param>
    public void Add(in Insertion place)
    {
        if (count == places.Length)
            Array.Resize(ref places, 2 * count);
        places[count++] = place;
    }

    /// <summary>Takes out the place of the least bound, one added twice only once; false when none is below the limit.</summary>
    public bool TryTake(long below, out Insertion place)
    {
        place = Insertion.None;
        // What is not below the limit now will never be.
        Keep(below, Insertion.None);
        if (count == 0)
            return false;
        place = places[0];
        for (var i = 1; i < count; i++)
        {
            if (IsBefore(places[i], place))
                place = places[i];
        }

        Keep(below, place);
        return true;
    }

    private void Keep(long below, in Insertion except)
    {
        var kept = 0;
        for (var i = 0; i < count; i++)
        {
            if (places[i].Delta < below && places[i] != except)
                places[kept++] = places[i];
        }

        count = kept;
    }

    /// <summary>Equal bounds are ordered by place, so that the order of adding does not matter.</summary>
    private static bool IsBefore(in Insertion a, in Insertion b) =>
        a.Delta != b.Delta ? a.Delta < b.Delta : (a.Vehicle, a.Position, a.Window).CompareTo((b.Vehicle, b.Position, b.Window)) < 0;
}
