using Territory.Model.Calendar;

namespace Territory.Model.Travel;

/// <summary>Travel times and distances that change over the day (分时段行程时间): one matrix for each slot, at most eight, the last one running over midnight to the first.</summary>
public sealed class DayTravel
{
    public const int MaxSlots = 8;

    /// <summary>Stands, before the slots, in where travel times came from when they change over the day.</summary>
    public const string SourceMark = " by time of day (";

    private readonly TravelMatrix[] matrices;
    private readonly long[] starts;

    /// <param name="slotStarts">Ascending times of day.</param>
    /// <param name="matrices">Over the same points, one for each slot.</param>
    /// <exception cref="ArgumentException">Starts and matrices do not belong together.</exception>
    public DayTravel(IReadOnlyList<TimeOnly> slotStarts, IReadOnlyList<TravelMatrix> matrices)
    {
        ArgumentNullException.ThrowIfNull(slotStarts);
        ArgumentNullException.ThrowIfNull(matrices);
        if (slotStarts.Count is 0 or > MaxSlots || slotStarts.Count != matrices.Count)
            throw new ArgumentException($"A day has 1 to {MaxSlots} slots with a matrix each; got {slotStarts.Count} slots and {matrices.Count} matrices.", nameof(matrices));
        if (slotStarts.Zip(slotStarts.Skip(1)).Any(pair => pair.First >= pair.Second))
            throw new ArgumentException("The slots of a day must begin one after the other.", nameof(slotStarts));
        if (matrices.Any(matrix => matrix.Size != matrices[0].Size))
            throw new ArgumentException($"The matrices of a day are over the same points; got {string.Join(", ", matrices.Select(matrix => matrix.Size))} of them.", nameof(matrices));
        SlotStarts = slotStarts;
        this.matrices = [.. matrices];
        starts = [.. slotStarts.Select(start => start.Ticks / TimeSpan.TicksPerSecond)];
    }

    public IReadOnlyList<TimeOnly> SlotStarts { get; }

    public IReadOnlyList<TravelMatrix> Matrices => matrices;

    public int Size => matrices[0].Size;

    public int SlotCount => starts.Length;

    /// <summary>Whether a road leads there at some hour.</summary>
    public bool IsReachable(int from, int to) => LeastAt((from * Size) + to) != TravelMatrix.Unreachable;

    /// <summary>When who leaves at a time arrives: who leaves later never arrives earlier (先进先出), and who finds a road closed waits for the slot that opens it.</summary>
    /// <remarks>
    /// Algorithm: the way is work, in thousandths of a second of its least time; each slot passed does as much of it, rounded down, as its own time gives, and what is left is rounded up to a second.
    /// Complexity: O(slots passed). Source: Ichoua, Gendreau and Potvin, Vehicle dispatching with time-dependent travel times (2003).
    /// </remarks>
    /// <exception cref="InvalidOperationException">No road leads there at any hour; ask <see cref="IsReachable"/> first.</exception>
    public TimeOfDay Arrival(int from, int to, TimeOfDay departure)
    {
        if (from == to)
            return departure;
        var cell = (from * Size) + to;
        var least = LeastAt(cell);
        if (least == TravelMatrix.Unreachable)
            throw new InvalidOperationException($"No road leads from point {from} to point {to} at any hour.");
        var work = 1_000L * Math.Max(1, least);
        var left = work;
        long now = departure.Seconds;
        while (left > 0)
        {
            var (slot, end) = SlotAt(now);
            long seconds = matrices[slot].Seconds[cell];
            if (seconds != TravelMatrix.Unreachable)
            {
                var needed = checked((left * seconds) + work - 1) / work;
                if (SlotCount == 1 || needed <= end - now)
                    return new TimeOfDay(checked((int)(now + needed)));
                left -= (end - now) * work / seconds;
            }

            now = end;
        }

        return new TimeOfDay(checked((int)now));
    }

    private int LeastAt(int cell)
    {
        var least = TravelMatrix.Unreachable;
        for (var slot = 0; slot < matrices.Length; slot++)
        {
            var seconds = matrices[slot].Seconds[cell];
            if (seconds != TravelMatrix.Unreachable && (least == TravelMatrix.Unreachable || seconds < least))
                least = seconds;
        }

        return least;
    }

    /// <summary>The same at every hour.</summary>
    public static DayTravel Constant(TravelMatrix matrix) => new([TimeOnly.MinValue], [matrix]);

    /// <summary>The slot at a number of seconds from midnight, of this day or a later one, and when it ends.</summary>
    private (int Slot, long End) SlotAt(long time)
    {
        const long day = 24 * 3_600;
        var midnight = time / day * day;
        for (var slot = 0; slot < SlotCount; slot++)
        {
            var start = midnight + SecondsOf(slot);
            if (time < start)
                return ((slot + SlotCount - 1) % SlotCount, start);
        }

        return (SlotCount - 1, midnight + day + SecondsOf(0));
    }

    private long SecondsOf(int slot) => starts[slot];
}
