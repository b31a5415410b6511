using System.Diagnostics.CodeAnalysis;

namespace Territory.Optimizer.Dispatch;

/// <summary>A vehicle's stops as a key: equal for the same drops in the same order and trips.</summary>
internal readonly struct RouteKey : IEquatable<RouteKey>
{
    private readonly int[] entries;
    private readonly int hash;

    public RouteKey(int vehicle, IReadOnlyList<IReadOnlyList<int>> trips)
    {
        entries = new int[1 + trips.Sum(trip => trip.Count + 1)];
        entries[0] = vehicle;
        var at = 1;
        foreach (var trip in trips)
        {
            foreach (var drop in trip)
                entries[at++] = drop;
            entries[at++] = -1;
        }

        var code = default(HashCode);
        foreach (var entry in entries)
            code.Add(entry);
        hash = code.ToHashCode();
    }

    public bool Equals(RouteKey other) => hash == other.hash && entries.AsSpan().SequenceEqual(other.entries);

    public override bool Equals([NotNullWhen(true)] object? obj) => obj is RouteKey other && Equals(other);

    public override int GetHashCode() => hash;
}
