namespace Territory.Solver.Benchmarks;

/// <summary>The time limit of a set: a fixed part and a part for each stop, in seconds.</summary>
internal readonly record struct SetLimit(double Seconds, double SecondsPerStop = 0)
{
    public double For(int stops) => Seconds + (SecondsPerStop * stops);
}
