namespace Territory.Optimizer.Bounds;

/// <summary>A set of clients by number, 0 to 255.</summary>
internal readonly record struct NodeSet(ulong First, ulong Second, ulong Third, ulong Fourth)
{
    public const int Capacity = 256;

    public bool Contains(int node)
    {
        var word = node < 128 ? (node < 64 ? First : Second) : (node < 192 ? Third : Fourth);
        return ((word >> (node & 63)) & 1) != 0;
    }

    public NodeSet With(int node)
    {
        var bit = 1UL << (node & 63);
        return (node >> 6) switch
        {
            0 => this with { First = First | bit },
            1 => this with { Second = Second | bit },
            2 => this with { Third = Third | bit },
            _ => this with { Fourth = Fourth | bit },
        };
    }

    public NodeSet Intersect(in NodeSet other) => new(First & other.First, Second & other.Second, Third & other.Third, Fourth & other.Fourth);

    public bool IsWithin(in NodeSet other) =>
        ((First & ~other.First) | (Second & ~other.Second) | (Third & ~other.Third) | (Fourth & ~other.Fourth)) == 0;
}
