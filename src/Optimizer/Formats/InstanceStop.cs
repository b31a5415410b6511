namespace Territory.Optimizer.Formats;

/// <summary>A line of an instance, in the file's own units.</summary>
public readonly record struct InstanceStop(double X, double Y, long Demand, double Early, double Late, double Service);
