namespace Territory.Model.Travel;

/// <summary>Travel times and distances that change over the day (分时段行程时间): one matrix for each slot, at most eight, the last one running over midnight to the first.</summary>
public sealed class DayTravel
{
    public const int MaxSlots = 8;

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
        Matrices = matrices;
    }

    public IReadOnlyList<TimeOnly> SlotStarts { get; }

    public IReadOnlyList<TravelMatrix> Matrices { get; }

    public int Size => Matrices[0].Size;

    public int SlotCount => SlotStarts.Count;

    /// <summary>The same at every hour.</summary>
    public static DayTravel Constant(TravelMatrix matrix) => new([TimeOnly.MinValue], [matrix]);
}
