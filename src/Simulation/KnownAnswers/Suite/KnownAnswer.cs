namespace Territory.Simulation.KnownAnswers.Suite;

/// <summary>One figure held against what it is known to be.</summary>
/// <param name="Row">The test's number in the project's list, for example V7.</param>
/// <param name="Test">What was computed.</param>
/// <param name="Tolerance">How far off it may be; 0 is exact.</param>
/// <param name="Source">Where the expected value comes from.</param>
public sealed record KnownAnswer(string Row, string Test, double Expected, double Got, double Tolerance, string Source)
{
    /// <summary>Half of the simulated value's 99.99 % interval; null where nothing was simulated.</summary>
    public double? HalfWidth { get; init; }

    /// <summary>Within the tolerance, and where there is an interval also within that. What is no number is never right.</summary>
    public bool Holds => Math.Abs(Got - Expected) <= Math.Min(Tolerance, HalfWidth ?? double.PositiveInfinity);
}
