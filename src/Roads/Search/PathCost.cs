namespace Territory.Roads.Search;

/// <summary>Time in milliseconds above length in centimetres in one integer, so that sums and comparisons take one step each: earlier wins, then shorter.</summary>
/// <remarks>A path may take 6 days and measure 42,000 km before a field would overflow; what is longer counts as unreached.</remarks>
internal readonly record struct PathCost(long Packed)
{
    /// <summary>Anything from here on is unreached. Two of them still add up without overflow.</summary>
    public const long Limit = 1L << 61;

    private const int TimeShift = 32;

    public PathCost(int milliseconds, int centimeters)
        : this(((long)milliseconds << TimeShift) | (uint)centimeters)
    {
    }

    public static PathCost Unreached => new(Limit);

    public bool IsReached => Packed < Limit;

    public long Milliseconds => Packed >> TimeShift;

    public long Centimeters => (uint)Packed;

    public int Seconds => (int)((Milliseconds + 500) / 1000);

    public int Meters => (int)((Centimeters + 50) / 100);

    /// <summary>The packed form of a time without length.</summary>
    public static long OfTime(int milliseconds) => (long)milliseconds << TimeShift;

    public static PathCost operator +(PathCost a, PathCost b) => new(a.Packed + b.Packed);

    public static PathCost operator -(PathCost a, PathCost b) => new(a.Packed - b.Packed);

    public static bool operator <(PathCost a, PathCost b) => a.Packed < b.Packed;

    public static bool operator >(PathCost a, PathCost b) => a.Packed > b.Packed;
}
