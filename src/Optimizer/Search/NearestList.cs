namespace Territory.Optimizer.Search;

/// <summary>The nearest so far of many locations; of equally near ones those with the smaller numbers.</summary>
/// <remarks>Algorithm: a heap with the farthest on top. Complexity: O(log size) for who is nearer than that, O(1) for all others.</remarks>
internal sealed class NearestList(int size)
{
    private readonly (long Key, int Location)[] heap = new (long Key, int Location)[size];
    private int count;

    /// <summary>Whoever is farther than this is not among the nearest.</summary>
    public long Limit => count < size ? long.MaxValue : size == 0 ? -1 : heap[0].Key;

    public void Offer(long key, int location)
    {
        var item = (key, location);
        if (count < size)
        {
            var at = count++;
            for (; at > 0 && IsBefore(heap[(at - 1) / 2], item); at = (at - 1) / 2)
                heap[at] = heap[(at - 1) / 2];
            heap[at] = item;
        }
        else if (size > 0 && IsBefore(item, heap[0]))
        {
            Sink(item);
        }
    }

    /// <summary>Writes the locations, nearest first, and forgets them.</summary>
    public void Write(Span<int> nearest)
    {
        for (var i = count - 1; i >= 0; i--)
        {
            nearest[i] = heap[0].Location;
            var last = heap[--count];
            if (count > 0)
                Sink(last);
        }
    }

    /// <summary>Puts an item in the place of the top.</summary>
    private void Sink((long Key, int Location) item)
    {
        var at = 0;
        for (var child = 1; child < count; child = (2 * at) + 1)
        {
            child += child + 1 < count && IsBefore(heap[child], heap[child + 1]) ? 1 : 0;
            if (!IsBefore(item, heap[child]))
                break;
            heap[at] = heap[child];
            at = child;
        }

        heap[at] = item;
    }

    private static bool IsBefore((long Key, int Location) a, (long Key, int Location) b) => a.Key < b.Key || (a.Key == b.Key && a.Location < b.Location);
}
