namespace Territory.Roads.Hierarchy;

/// <summary>Vertices waiting in the order of their rank; a binary heap of numbers.</summary>
internal sealed class RankQueue
{
    private int[] heap = new int[256];
    private int count;

    public bool IsEmpty => count == 0;

    public void Clear() => count = 0;

    public void Push(int vertex)
    {
        if (count == heap.Length)
            Array.Resize(ref heap, 2 * count);
        var at = count++;
        while (at > 0)
        {
            var parent = (at - 1) >> 1;
            if (heap[parent] <= vertex)
                break;
            heap[at] = heap[parent];
            at = parent;
        }

        heap[at] = vertex;
    }

    public int Pop()
    {
        var top = heap[0];
        var last = heap[--count];
        var at = 0;
        while (true)
        {
            var child = (2 * at) + 1;
            if (child >= count)
                break;
            if (child + 1 < count && heap[child + 1] < heap[child])
                child++;
            if (heap[child] >= last)
                break;
            heap[at] = heap[child];
            at = child;
        }

        heap[at] = last;
        return top;
    }
}
