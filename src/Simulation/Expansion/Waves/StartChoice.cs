namespace Territory.Simulation.Expansion.Waves;

/// <summary>A level and a week in which to start; in order of falling value, then week, then level.</summary>
internal readonly record struct StartChoice(int Level, int Start, double Value) : IComparable<StartChoice>
{
    public int CompareTo(StartChoice other)
    {
        var order = other.Value.CompareTo(Value);
        if (order == 0)
            order = Start.CompareTo(other.Start);
        return order == 0 ? Level.CompareTo(other.Level) : order;
    }
}
