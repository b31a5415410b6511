using System.Runtime.CompilerServices;

namespace Territory.Roads.Search;

/// <summary>A priority queue of (milliseconds, node) pairs packed into one integer each, smallest first; equal times come out by node number.</summary>
/// <remarks>
/// Algorithm: implicit heap with four children, hole moved instead of swapped, no decrease-key: a stale entry is recognised by the caller.
/// Complexity: O(log4 n) a push, O(4 log4 n) a pop. Source: Johnson, Priority queues with update and finding minimum spanning trees (1975).
/// </remarks>
internal sealed class QuaternaryHeap
{
    private ulong[] items = new ulong[1024];
    private int count;

    public bool IsEmpty => count == 0;

    public void Clear() => count = 0;

    public void Push(uint milliseconds, int node)
    {
        if (count == items.Length)
            Array.Resize(ref items, count * 2);
        var item = ((ulong)milliseconds << 32) | (uint)node;
        var hole = count++;
        while (hole > 0)
        {
            var parent = (hole - 1) >> 2;
            if (items[parent] <= item)
                break;
            items[hole] = items[parent];
            hole = parent;
        }

        items[hole] = item;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (uint Milliseconds, int Node) Pop()
    {
        var top = items[0];
        count--;
        if (count > 0)
            SinkFromTop(items[count]);
        return ((uint)(top >> 32), (int)(uint)top);
    }

    private void SinkFromTop(ulong item)
    {
        var heap = items.AsSpan(0, count);
        var hole = 0;
        while (true)
        {
            var child = (hole << 2) + 1;
            if (child >= heap.Length)
                break;
            var best = child;
            var smallest = heap[child];
            var last = Math.Min(child + 4, heap.Length);
            for (var i = child + 1; i < last; i++)
            {
                if (heap[i] < smallest)
                {
                    smallest = heap[i];
                    best = i;
                }
            }

            if (smallest >= item)
                break;
            heap[hole] = smallest;
            hole = best;
        }

        heap[hole] = item;
    }
}
