namespace Territory.Optimizer.Search;

/// <summary>A list of numbers with a fixed room, reused from iteration to iteration.</summary>
internal sealed class NodeList(int capacity)
{
    private readonly int[] items = new int[capacity];

    public int Count { get; private set; }

    public Span<int> Items => items.AsSpan(0, Count);

    public int this[int index] => items[index];

    public void Add(int item) => items[Count++] = item;

    /// <summary>Takes out an item that is there; the last takes its place.</summary>
    public void Remove(int item)
    {
        var index = Items.IndexOf(item);
        items[index] = items[--Count];
    }

    public void Clear() => Count = 0;

    public void CopyFrom(NodeList other)
    {
        other.Items.CopyTo(items);
        Count = other.Count;
    }
}
