namespace Territory.Roads.Search;

/// <summary>Time in milliseconds above length in centimetres in one integer, so that sums and comparisons take one step each: earlier wins, then shorter.</summary>
/// <remarks>A path may take 49 days and measure 42,000 km before a field would overflow; the search drops paths beyond.</remarks>
internal readonly record struct PathCost(ulong Packed)
{
    public static readonly PathCost Unreached = new(ulong.MaxValue);

    public PathCost(int milliseconds, int centimeters)
        : this(((ulong)(uint)milliseconds << 32) | (uint)centimeters)
    {
    }

    public bool IsReached => Packed != ulong.MaxValue;

    public uint Milliseconds => (uint)(Packed >> 32);

    public uint Centimeters => (uint)Packed;

    public int Seconds => (int)((Milliseconds + 500L) / 1000);

    public int Meters => (int)((Centimeters + 50L) / 100);

    public static PathCost operator +(PathCost a, PathCost b) => new(a.Packed + b.Packed);

    public static bool operator <(PathCost a, PathCost b) => a.Packed < b.Packed;

    public static bool operator >(PathCost a, PathCost b) => a.Packed > b.Packed;
}
