using System.Runtime.InteropServices;

namespace Territory.Roads.Providers.Caching;

/// <summary>Pairs up to a bound, of which the least recently used goes first. Not safe for many callers: the provider's lock is held around every call.</summary>
/// <remarks>Layout: slots with the links of the order of use; a table from key to slot. Complexity: constant a call.</remarks>
internal sealed class PairStore(int maxPairs)
{
    private const int None = -1;

    private readonly Dictionary<PairKey, int> slotOf = [];
    private readonly List<Slot> slots = [];
    private readonly List<string> labels = [];
    private int newest = None;
    private int oldest = None;

    public int Count => slots.Count;

    public IReadOnlyList<string> Labels => labels;

    /// <summary>Finds a pair and makes it the most recently used.</summary>
    public bool TryGet(PairKey key, out PairFigures figures)
    {
        if (!slotOf.TryGetValue(key, out var slot))
        {
            figures = default;
            return false;
        }

        Unlink(slot);
        LinkAsNewest(slot);
        figures = slots[slot].Figures;
        return true;
    }

    public void Put(PairKey key, PairFigures figures)
    {
        if (slotOf.TryGetValue(key, out var slot))
        {
            Unlink(slot);
        }
        else if (slots.Count < maxPairs)
        {
            slot = slots.Count;
            slots.Add(default);
            slotOf.Add(key, slot);
        }
        else
        {
            slot = oldest;
            Unlink(slot);
            slotOf.Remove(slots[slot].Key);
            slotOf.Add(key, slot);
        }

        slots[slot] = new Slot(key, figures, None, None);
        LinkAsNewest(slot);
    }

    /// <summary>A label's place in the list; there are as many as modes and profiles.</summary>
    public ushort LabelOf(string label)
    {
        var place = labels.IndexOf(label);
        if (place < 0)
        {
            if (labels.Count >= ushort.MaxValue)
                throw new InvalidOperationException("A provider must not label each matrix differently.");
            place = labels.Count;
            labels.Add(label);
        }

        return (ushort)place;
    }

    /// <summary>All pairs, the least recently used first.</summary>
    public (PairKey Key, PairFigures Figures)[] Copy()
    {
        var copy = new (PairKey, PairFigures)[slots.Count];
        var next = 0;
        for (var slot = oldest; slot != None; slot = slots[slot].Newer)
            copy[next++] = (slots[slot].Key, slots[slot].Figures);
        return copy;
    }

    private void LinkAsNewest(int slot)
    {
        var all = CollectionsMarshal.AsSpan(slots);
        (all[slot].Older, all[slot].Newer) = (newest, None);
        if (newest == None)
            oldest = slot;
        else
            all[newest].Newer = slot;
        newest = slot;
    }

    private void Unlink(int slot)
    {
        var all = CollectionsMarshal.AsSpan(slots);
        var (older, newer) = (all[slot].Older, all[slot].Newer);
        if (older == None)
            oldest = newer;
        else
            all[older].Newer = newer;
        if (newer == None)
            newest = older;
        else
            all[newer].Older = older;
    }

    private record struct Slot(PairKey Key, PairFigures Figures, int Older, int Newer);
}
