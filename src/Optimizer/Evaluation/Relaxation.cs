namespace Territory.Optimizer.Evaluation;

/// <summary>How hard it is to give way so that a vehicle can serve a stop: compared in the order of the parts, the least first.</summary>
/// <param name="Never">Broken rules that nobody at the desk can change: skills, exclusions, places without a road.</param>
/// <param name="Promised">Broken locks, relations and orders of stops, which somebody asked for.</param>
/// <param name="Share">By how much limits of load, number and time without a price are exceeded, in millionths of each limit; the sum.</param>
/// <param name="Cost">What the plan costs more with the stop, overtime and lateness beyond the limits by the problem's own prices included.</param>
public readonly record struct Relaxation(int Never, int Promised, long Share, long Cost) : IComparable<Relaxation>
{
    private const long Millionths = 1_000_000;

    /// <summary>No sum of shares of a day leaves a long.</summary>
    private const long LargestShare = long.MaxValue >> 24;

    /// <summary>An amount as a share of its limit, of which a broken limit has one millionth at least.</summary>
    public static long ShareOf(long amount, long limit) => amount <= 0 ? 0 : (long)Int128.Clamp((Int128)amount * Millionths / Math.Max(1, limit), 1, LargestShare);

    public int CompareTo(Relaxation other) => (Never, Promised, Share, Cost).CompareTo((other.Never, other.Promised, other.Share, other.Cost));

    public static bool operator <(Relaxation left, Relaxation right) => left.CompareTo(right) < 0;

    public static bool operator >(Relaxation left, Relaxation right) => left.CompareTo(right) > 0;

    public static bool operator <=(Relaxation left, Relaxation right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Relaxation left, Relaxation right) => left.CompareTo(right) >= 0;
}
