using System.Globalization;
using System.Numerics;

namespace Territory.Optimizer.Patterns;

/// <summary>The days of a period on which a client is visited (拜访频率组合), for example Tuesday and Thursday of a week.</summary>
/// <remarks>
/// As text and as a number it is written as in Cordeau's periodic instances: one binary digit a day, the first day first, so that the most significant digit of a
/// number of as many digits as the period has days is the first day. In a week of five days 10 = 01010 is the second day and the fourth.
/// </remarks>
public readonly record struct DayPattern
{
    /// <summary>The longest period.</summary>
    public const int MostDays = 64;

    private DayPattern(ulong mask, int periodDays) => (Mask, PeriodDays) = (mask, periodDays);

    /// <summary>How many days the period has; 0 only of the default value.</summary>
    public int PeriodDays { get; }

    /// <summary>How many visits there are in a period.</summary>
    public int Visits => BitOperations.PopCount(Mask);

    /// <summary>The fewest days from a visit to the next one, that of the next period after the last one; 0 without a visit.</summary>
    public int ShortestGapDays => Gaps().Shortest;

    /// <summary>The most days from a visit to the next one, that of the next period after the last one; 0 without a visit.</summary>
    public int LongestGapDays => Gaps().Longest;

    /// <summary>Bit d is day d, counted from 0.</summary>
    internal ulong Mask { get; }

    /// <summary>From its number in Cordeau's convention.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The period is not 1 to <see cref="MostDays"/> days, or the number has a digit too many.</exception>
    public static DayPattern FromCordeau(ulong number, int periodDays)
    {
        RequirePeriod(periodDays);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, ulong.MaxValue >> (MostDays - periodDays));
        return new DayPattern(Reversed(number) >> (MostDays - periodDays), periodDays);
    }

    /// <summary>From days counted from 0; a day named twice counts once.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The period is not 1 to <see cref="MostDays"/> days, or a day is not in it.</exception>
    public static DayPattern OnDays(int periodDays, params ReadOnlySpan<int> days)
    {
        RequirePeriod(periodDays);
        ulong mask = 0;
        foreach (var day in days)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(day, nameof(days));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(day, periodDays, nameof(days));
            mask |= 1UL << day;
        }

        return new DayPattern(mask, periodDays);
    }

    /// <summary>Whether there is a visit on a day, counted from 0.</summary>
    public bool Includes(int day) => (uint)day < (uint)PeriodDays && ((Mask >> day) & 1) != 0;

    /// <summary>Its number in Cordeau's convention.</summary>
    public ulong ToCordeau() => PeriodDays == 0 ? 0 : Reversed(Mask) >> (MostDays - PeriodDays);

    /// <summary>One digit a day, the first day first.</summary>
    public override string ToString() => ToCordeau().ToString($"B{PeriodDays}", CultureInfo.InvariantCulture);

    private static void RequirePeriod(int periodDays)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(periodDays, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(periodDays, MostDays);
    }

    private static ulong Reversed(ulong bits)
    {
        ulong reversed = 0;
        for (var bit = 0; bit < MostDays; bit++)
            reversed |= ((bits >> bit) & 1) << (MostDays - 1 - bit);
        return reversed;
    }

    private (int Shortest, int Longest) Gaps()
    {
        if (Mask == 0)
            return (0, 0);
        var (shortest, longest) = (PeriodDays, 0);
        var last = BitOperations.Log2(Mask) - PeriodDays;
        for (var rest = Mask; rest != 0; rest &= rest - 1)
        {
            var day = BitOperations.TrailingZeroCount(rest);
            (shortest, longest) = (Math.Min(shortest, day - last), Math.Max(longest, day - last));
            last = day;
        }

        return (shortest, longest);
    }
}
