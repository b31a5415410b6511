using Territory.Model.Quantities;
using Territory.Roads.Search;

namespace Territory.Roads.Reach;

/// <summary>The nearest places found so far, by whole seconds and then by number, as a sorted row of a matrix has them.</summary>
internal sealed class NearestList(int capacity)
{
    private readonly List<(int Seconds, int Place, long Cost)> entries = new(capacity);

    /// <summary>Whether a place of this cost could still be among the nearest.</summary>
    public bool MayHold(PathCost cost) => entries.Count < capacity || cost.Seconds <= entries[^1].Seconds;

    public void Offer(int place, PathCost cost)
    {
        var known = entries.FindIndex(entry => entry.Place == place);
        if (known >= 0)
        {
            if (entries[known].Cost <= cost.Packed)
                return;
            entries.RemoveAt(known);
        }

        var offered = (cost.Seconds, place, cost.Packed);
        var at = entries.BinarySearch(offered);
        at = at < 0 ? ~at : at;
        if (at == capacity)
            return;
        if (entries.Count == capacity)
            entries.RemoveAt(capacity - 1);
        entries.Insert(at, offered);
    }

    public NearPlace[] ToArray() =>
        [.. entries.Select(entry => new NearPlace(entry.Place, new Duration(entry.Seconds), new Distance(new PathCost(entry.Cost).Meters)))];
}
