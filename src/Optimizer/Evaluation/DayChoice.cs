namespace Territory.Optimizer.Evaluation;

/// <summary>A departure and what the day that begins with it comes to.</summary>
/// <param name="StartCost">What early and late starts cost.</param>
/// <param name="Cost">As <see cref="DayPrice"/> has it; <see cref="long.MaxValue"/> where the day is too long.</param>
internal readonly record struct DayChoice(long Start, long Finish, long StartCost, long Cost)
{
    /// <summary>No day at all.</summary>
    public static DayChoice None => new(0, long.MaxValue, 0, long.MaxValue);

    public bool Exists => Finish < long.MaxValue;

    public bool IsTooLong => Exists && Cost == long.MaxValue;

    /// <summary>The cheaper day; of two too long ones the shorter; of two alike the one that ends earlier, then the one that begins later.</summary>
    public static DayChoice BetterOf(in DayChoice a, in DayChoice b) =>
        (b.Cost, b.Excess, b.Finish, -b.Start).CompareTo((a.Cost, a.Excess, a.Finish, -a.Start)) < 0 ? b : a;

    private long Excess => Cost < long.MaxValue ? 0 : Finish - Start;
}
