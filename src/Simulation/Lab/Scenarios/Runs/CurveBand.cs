namespace Territory.Simulation.Lab.Scenarios.Runs;

/// <summary>One measure of one region over the weeks: the mean over runs, and the band in which nine of ten of them lie; an antithetic pair is two runs.</summary>
/// <param name="Low">The 5 % quantile of the runs of each week.</param>
/// <param name="High">The 95 % quantile.</param>
public sealed record CurveBand(string Region, string Measure, IReadOnlyList<double> Mean, IReadOnlyList<double> Low, IReadOnlyList<double> High);
