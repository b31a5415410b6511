namespace Territory.Optimizer.Formats;

/// <summary>A line of an instance, in the file's own units.</summary>
/// <param name="Demand">What the depot sends; at a pickup of a <see cref="StopPair"/> what comes on board, and the same below zero at its delivery.</param>
public readonly record struct InstanceStop(double X, double Y, long Demand, double Early, double Late, double Service);
