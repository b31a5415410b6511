namespace Territory.Simulation.Expansion.Waves;

/// <summary>A level and a week in which to start, and what that is worth.</summary>
internal readonly record struct StartChoice(int Level, int Start, double Value)
{
    /// <summary>The most valuable first; of equal ones the earliest week, then the first level.</summary>
    public static int BestFirst(StartChoice first, StartChoice second)
    {
        var order = second.Value.CompareTo(first.Value);
        if (order == 0)
            order = first.Start.CompareTo(second.Start);
        return order == 0 ? first.Level.CompareTo(second.Level) : order;
    }
}
