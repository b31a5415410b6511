namespace Territory.Simulation.Lab.Statistics;

/// <summary>Mean and spread of values as they come.</summary>
/// <remarks>Source: Welford: "Note on a method for calculating corrected sums of squares and products", 1962.</remarks>
internal struct RunningMoments
{
    private double squares;

    public int Count { get; private set; }

    public double Mean { get; private set; }

    public readonly double StandardDeviation => Count < 2 ? 0 : Math.Sqrt(squares / (Count - 1));

    public void Add(double value)
    {
        Count++;
        var step = value - Mean;
        Mean += step / Count;
        squares += step * (value - Mean);
    }
}
